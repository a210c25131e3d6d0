import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { ruoliCon, type AzioneFase, type FaseAzioneInput, type FaseInput } from '@tavoli/shared';
import { corre } from '../incarichi/chi.sql.js';
import { Commands, type Tx } from '../platform/commands/commands.js';
import { placeOf, type RequestContext } from '../platform/commands/context.js';
import { fra } from '../platform/database/fra.js';
import { fieldProblem, ProblemError } from '../platform/problem/problem.error.js';
import { edit, hold } from '../platform/procedura/hold.js';
import { Steps } from '../platform/procedura/steps.js';
import { prendiIter, segnaIter } from './iter/blocco.js';
import { faseProcedura } from './fase.procedura.js';
import { FASE_KIND } from './iter/iter.kinds.js';
import type { Esito } from './iter/iter.service.js';
import { news } from '../platform/realtime/news.js';

/** Commands on the phases of an iter. */
@Injectable()
export class FasiService {
  constructor(
    private readonly commands: Commands,
    private readonly steps: Steps,
  ) {}

  /** A phase of the ambito's own, at the end. @throws ProblemError `iter.assente` */
  async crea(ctx: RequestContext, input: FaseInput): Promise<Esito> {
    const place = placeOf(ctx);
    return this.commands.run(ctx, place.ambitoId, async tx => {
      const iter = await prendiIter(tx);
      await demandIncarico(tx, input.responsabileIncaricoId);
      const id = randomUUID();
      const columns = colonne(input);
      await tx.db.query(
        `INSERT INTO fase (ambito_id, id, iter_id, ordine, ${Object.keys(columns).join(', ')})
         SELECT $1, $2, $3, coalesce(max(ordine), 0) + 1, ${Object.keys(columns)
           .map((name, i) => `$${i + 4}${TYPES[name] ?? '::text'}`)
           .join(', ')} FROM fase WHERE ambito_id = $1 AND iter_id = $3`,
        [tx.ambitoId, id, iter.id, ...Object.values(columns)],
      );
      await segnaIter(tx, iter.id);
      tx.registra('fase.crea', 'fase', id, { titolo: input.titolo });
      tx.annuncia(...news(FASE_KIND, place, id));
      return { id, version: 1 };
    });
  }

  /** @throws ProblemError `versione.superata` */
  async modifica(ctx: RequestContext, input: FaseInput): Promise<Esito> {
    const place = placeOf(ctx);
    return this.commands.run(ctx, place.ambitoId, async tx => {
      await demandIncarico(tx, input.responsabileIncaricoId);
      const version = await edit(tx, ctx, FASE_KIND, { set: colonne(input) });
      tx.registra('fase.modifica', 'fase', place.id, { titolo: input.titolo });
      tx.annuncia(...news(FASE_KIND, place, place.id));
      return { id: place.id, version };
    });
  }

  /** Only a phase that never began and has no acts. @throws ProblemError `fase.con_atti`, `versione.superata` */
  async elimina(ctx: RequestContext): Promise<void> {
    const place = placeOf(ctx);
    await this.commands.run(ctx, place.ambitoId, async tx => {
      const iter = await prendiIter(tx);
      await hold(tx, ctx, FASE_KIND, { from: ['da_avviare'], refusal: 'fase.con_atti' });
      const atti = await tx.db.query<unknown[]>('SELECT 1 FROM atto WHERE ambito_id = $1 AND fase_id = $2 LIMIT 1', [
        tx.ambitoId,
        place.id,
      ]);
      if (atti.length > 0) throw new ProblemError('fase.con_atti');
      await tx.db.query('DELETE FROM fase WHERE ambito_id = $1 AND id = $2', [tx.ambitoId, place.id]);
      await segnaIter(tx, iter.id);
      tx.registra('fase.elimina', 'fase', place.id);
      tx.annuncia(...news(FASE_KIND, place, place.id));
      return null;
    });
  }

  /** A step (`fase.procedura.ts`). @throws ProblemError 400, 409, 412, `fase.atti_mancanti` where it ends without its acts and without a reason */
  esegui(ctx: RequestContext, azione: AzioneFase, input: FaseAzioneInput): Promise<Esito> {
    return this.steps.take(faseProcedura, ctx, azione, input, (_db, taken) => Promise.resolve(taken));
  }
}

/** @throws ProblemError 400 unless it is an incarico that somebody holds now, whose role may be in charge of a phase */
async function demandIncarico(tx: Tx, id: string | null): Promise<void> {
  if (id === null) return;
  const found = await tx.db.query<unknown[]>(
    `SELECT 1 FROM incarico i WHERE i.ambito_id = $1 AND i.id = $2 AND ${corre('i')} AND i.ruolo IN ${fra(ruoliCon('fase.cura'))}`,
    [tx.ambitoId, id],
  );
  if (found.length === 0)
    throw fieldProblem('richiesta.non_valida', '/responsabileIncaricoId', 'Scegli una persona che ha un incarico in corso.');
}

const TYPES: Readonly<Record<string, string>> = {
  responsabile_incarico_id: '::uuid',
  prevista_dal: '::date',
  prevista_al: '::date',
  attesi: '::jsonb',
};

function colonne(input: FaseInput): Record<string, unknown> {
  return {
    titolo: input.titolo,
    organo: input.organo,
    organo_nome: input.organo === 'altro' ? input.organoNome : null,
    descrizione: input.descrizione,
    note: input.note,
    responsabile: input.responsabile,
    responsabile_incarico_id: input.responsabileIncaricoId,
    prevista_dal: input.previstaDal,
    prevista_al: input.previstaAl,
    attesi: JSON.stringify(input.attesi),
  };
}
