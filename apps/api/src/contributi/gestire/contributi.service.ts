import { Injectable } from '@nestjs/common';
import {
  type AzioneContributo,
  CONTRIBUTI_OMETTIBILI,
  CONTRIBUTI_SPOSTABILI,
  type ContributoAzioneInput,
  type ContributoGestioneView,
  type OmissisInput,
  type SpostaInput,
  type StatoContributo,
} from '@tavoli/shared';
import { Commands } from '../../platform/commands/commands.js';
import { placeOf, type RequestContext } from '../../platform/commands/context.js';
import { edit } from '../../platform/procedura/hold.js';
import { Steps } from '../../platform/procedura/steps.js';
import { fieldProblem } from '../../platform/problem/problem.error.js';
import { rifaiNotizie } from '../contributo/notizie.js';
import { leggiPerEmail } from '../contributo/contributi.emails.data.js';
import { emailOmissis } from '../contributo/contributi.emails.js';
import { CONTRIBUTO_KIND } from '../contributo/contributo.kind.js';
import { contributoProcedura } from './contributo.procedura.js';
import { diceSpostato } from './spostato.js';
import { scriviGemella } from '../contributo/gemella.js';
import { GestioneQueries } from '../letture/gestione.queries.js';
import { scriviPasso } from '../contributo/passi.js';
import { news } from '../../platform/realtime/news.js';

/** What staff do with a contributo. The words of its author are never touched: what is left out is left out of the public twin. */
@Injectable()
export class ContributiService {
  constructor(
    private readonly commands: Commands,
    private readonly steps: Steps,
    private readonly queries: GestioneQueries,
  ) {}

  /** A step of the procedure (`contributo.procedura.ts`). @throws ProblemError 400, 409, 412, `contributo.principale_non_valido` */
  esegui(ctx: RequestContext, azione: AzioneContributo, input: ContributoAzioneInput): Promise<ContributoGestioneView> {
    return this.steps.take(contributoProcedura, ctx, azione, input, (db, { id }) => this.queries.unoIn(db, ctx, id));
  }

  /** Leaves out other pieces than before, of what is public already; the author is told. @throws ProblemError `contributo.stato`, 412 */
  async ometti(ctx: RequestContext, input: OmissisInput): Promise<ContributoGestioneView> {
    const place = placeOf(ctx);
    return this.commands.run(ctx, place.ambitoId, async tx => {
      await edit(tx, ctx, CONTRIBUTO_KIND, { from: CONTRIBUTI_OMETTIBILI });
      await scriviGemella(tx, place.id, { ...input, motivoOmissis: input.motivoOmissis ?? undefined });
      await scriviPasso(tx.db, place.ambitoId, place.id, { tipo: 'omissis', motivazione: input.motivoOmissis });
      tx.registra('contributo.ometti', 'contributo', place.id, { parti: input.omissis.length });
      tx.email(
        ...emailOmissis(await leggiPerEmail(tx.db, place.ambitoId, place.id)),
        ...(await rifaiNotizie(tx.db, place, place.stato as StatoContributo)),
      );
      tx.annuncia(...news(CONTRIBUTO_KIND, place, place.id));
      return this.queries.unoIn(tx.db, ctx, place.id);
    });
  }

  /** To another tavolo of the ambito; the clocks go on. @throws ProblemError `contributo.stato`, 400 on `/tavoloId`, 412 */
  async sposta(ctx: RequestContext, { tavoloId, motivazione }: SpostaInput): Promise<ContributoGestioneView> {
    const place = placeOf(ctx);
    return this.commands.run(ctx, place.ambitoId, async tx => {
      const [tavolo] = await tx.db.query<unknown[]>('SELECT 1 FROM tavolo WHERE ambito_id = $1 AND id = $2 AND id <> $3', [
        place.ambitoId,
        tavoloId,
        place.tavoloId,
      ]);
      if (!tavolo) throw fieldProblem('richiesta.non_valida', '/tavoloId', 'Scegli un altro tavolo dell’ambito.');
      await edit(tx, ctx, CONTRIBUTO_KIND, { from: CONTRIBUTI_SPOSTABILI, set: { tavolo_id: tavoloId } });
      await diceSpostato(tx, place, tavoloId, motivazione);
      return this.queries.unoIn(tx.db, ctx, place.id);
    });
  }
}
