import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { IN_BOZZA, type AdesioneInput, type AdesioneView, type AzioneAdesione, type AzioneInput } from '@tavoli/shared';
import { Commands, type Tx } from '../../platform/commands/commands.js';
import { placeOf, type RequestContext } from '../../platform/commands/context.js';
import { uniqueViolation } from '../../platform/commands/unique-violation.js';
import { ProblemError } from '../../platform/problem/problem.error.js';
import { edit, remove } from '../../platform/procedura/hold.js';
import { Steps } from '../../platform/procedura/steps.js';
import { AdesioniQueries } from './adesioni.queries.js';
import { adesioneProcedura } from './adesione.procedura.js';
import { prendiIter } from '../iter/blocco.js';
import { ADESIONE_KIND } from '../iter/iter.kinds.js';
import { news } from '../../platform/realtime/news.js';

/** How an ente joins the accordo di programma with what it brings. */
@Injectable()
export class AdesioniService {
  constructor(
    private readonly commands: Commands,
    private readonly steps: Steps,
    private readonly queries: AdesioniQueries,
  ) {}

  /** A draft of the ente in the URL. @throws ProblemError `ente.non_verificato`, `iter.assente`, `adesione.esiste` */
  async crea(ctx: RequestContext, input: AdesioneInput): Promise<AdesioneView> {
    const place = placeOf(ctx);
    if (place.stato !== 'verificato') throw new ProblemError('ente.non_verificato');
    return this.commands.run(ctx, place.ambitoId, async tx => {
      const iter = await prendiIter(tx);
      const id = randomUUID();
      await tx.db
        .query('INSERT INTO adesione (ambito_id, id, iter_id, ente_id, impegno) VALUES ($1, $2, $3, $4, $5)', [
          tx.ambitoId,
          id,
          iter.id,
          place.id,
          input.impegno,
        ])
        .catch(uniqueViolation('adesione_in_corso', 'adesione.esiste'));
      await salvaRisorse(tx, id, input);
      tx.registra('adesione.crea', 'adesione', id);
      tx.annuncia(...news(ADESIONE_KIND, { ...place, enteId: place.id }, id));
      return this.queries.unaIn(tx.db, ctx, id);
    });
  }

  /** Rewrites a draft. @throws ProblemError `adesione.stato`, `versione.superata` */
  async modifica(ctx: RequestContext, input: AdesioneInput): Promise<AdesioneView> {
    const { ambitoId, id } = placeOf(ctx);
    return this.commands.run(ctx, ambitoId, async tx => {
      await edit(tx, ctx, ADESIONE_KIND, { from: IN_BOZZA, set: { impegno: input.impegno } });
      await salvaRisorse(tx, id, input);
      return this.queries.unaIn(tx.db, ctx, id);
    });
  }

  /** Deletes a draft; what was sent is kept. @throws ProblemError `adesione.stato`, `versione.superata` */
  async elimina(ctx: RequestContext): Promise<void> {
    const { ambitoId, id } = placeOf(ctx);
    await this.commands.run(ctx, ambitoId, async tx => {
      await remove(tx, ctx, ADESIONE_KIND, { from: IN_BOZZA });
      tx.registra('adesione.elimina', 'adesione', id);
      return null;
    });
  }

  /** A step (`adesione.procedura.ts`). @throws ProblemError 400, 409, 412, `adesione.incompleta`, `ente.non_verificato` */
  esegui(ctx: RequestContext, azione: AzioneAdesione, input: AzioneInput): Promise<AdesioneView> {
    return this.steps.take(adesioneProcedura, ctx, azione, input, (db, { id }) => this.queries.unaIn(db, ctx, id));
  }
}

async function salvaRisorse(tx: Tx, id: string, { risorse }: AdesioneInput): Promise<void> {
  await tx.db.query('DELETE FROM adesione_risorsa WHERE ambito_id = $1 AND adesione_id = $2', [tx.ambitoId, id]);
  await tx.db.query(
    `INSERT INTO adesione_risorsa (ambito_id, adesione_id, ordine, tipo, descrizione, centesimi)
     SELECT $1, $2, n, r.tipo, r.descrizione, r.centesimi FROM ROWS FROM (jsonb_to_recordset($3::jsonb) AS (tipo text, descrizione text, centesimi bigint)) WITH ORDINALITY AS r(tipo, descrizione, centesimi, n)`,
    [tx.ambitoId, id, JSON.stringify(risorse)],
  );
}
