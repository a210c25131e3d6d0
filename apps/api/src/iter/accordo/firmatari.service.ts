import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import type { AzioneFirma, FirmaAzioneInput, FirmatarioInput } from '@tavoli/shared';
import { Commands } from '../../platform/commands/commands.js';
import { placeOf, type RequestContext } from '../../platform/commands/context.js';
import { edit, remove } from '../../platform/procedura/hold.js';
import { Steps } from '../../platform/procedura/steps.js';
import { prendiIter } from '../iter/blocco.js';
import { firmatarioProcedura } from './firmatario.procedura.js';
import { FIRMATARIO_KIND } from '../iter/iter.kinds.js';
import type { Esito } from '../iter/iter.service.js';
import { news } from '../../platform/realtime/news.js';

/** Who has to sign the accordo di programma, and the signatures as they come in. */
@Injectable()
export class FirmatariService {
  constructor(
    private readonly commands: Commands,
    private readonly steps: Steps,
  ) {}

  /** @throws ProblemError `iter.assente` */
  async crea(ctx: RequestContext, input: FirmatarioInput): Promise<Esito> {
    const place = placeOf(ctx);
    return this.commands.run(ctx, place.ambitoId, async tx => {
      const iter = await prendiIter(tx);
      const id = randomUUID();
      await tx.db.query(
        'INSERT INTO firmatario (ambito_id, id, iter_id, tipo, ente, carica, persona, email) VALUES ($1, $2, $3, $4, $5, $6, $7, $8)',
        [tx.ambitoId, id, iter.id, ...Object.values(colonne(input))],
      );
      tx.registra('firmatario.crea', 'firmatario', id, { ente: input.ente });
      tx.annuncia(...news(FIRMATARIO_KIND, place, id));
      return { id, version: 1 };
    });
  }

  /** @throws ProblemError `versione.superata` */
  async modifica(ctx: RequestContext, input: FirmatarioInput): Promise<Esito> {
    const place = placeOf(ctx);
    return this.commands.run(ctx, place.ambitoId, async tx => {
      const version = await edit(tx, ctx, FIRMATARIO_KIND, { set: colonne(input) });
      tx.registra('firmatario.modifica', 'firmatario', place.id, { ente: input.ente });
      tx.annuncia(...news(FIRMATARIO_KIND, place, place.id));
      return { id: place.id, version };
    });
  }

  /** Only who has not signed. @throws ProblemError `firmatario.stato`, `versione.superata` */
  async elimina(ctx: RequestContext): Promise<void> {
    const place = placeOf(ctx);
    await this.commands.run(ctx, place.ambitoId, async tx => {
      await remove(tx, ctx, FIRMATARIO_KIND, { from: ['da_raccogliere'] });
      tx.registra('firmatario.elimina', 'firmatario', place.id);
      tx.annuncia(...news(FIRMATARIO_KIND, place, place.id));
      return null;
    });
  }

  /** Records a signature, or takes back a record made by mistake (`firmatario.procedura.ts`). @throws ProblemError 400, 409, 412, `firmatario.dati_mancanti` */
  esegui(ctx: RequestContext, azione: AzioneFirma, input: FirmaAzioneInput): Promise<Esito> {
    return this.steps.take(firmatarioProcedura, ctx, azione, input, (_db, taken) => Promise.resolve(taken));
  }
}

const colonne = ({ tipo, ente, carica, persona, email }: FirmatarioInput): Record<string, unknown> => ({
  tipo,
  ente,
  carica,
  persona,
  email,
});
