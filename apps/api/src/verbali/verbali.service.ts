import { Injectable } from '@nestjs/common';
import type { AzioneVerbale, VerbaleAzioneInput, VerbaleView } from '@tavoli/shared';
import { Commands } from '../platform/commands/commands.js';
import { placeOf, type RequestContext } from '../platform/commands/context.js';
import { ProblemError } from '../platform/problem/problem.error.js';
import { Steps } from '../platform/procedura/steps.js';
import { live } from '../platform/realtime/news.js';
import { nasceVerbale } from './nascita.js';
import { PubblicazioneService } from './pubblicazione.service.js';
import { verbaleProcedura } from './verbale.procedura.js';
import { VERBALE_KIND } from './verbale/verbale.kind.js';
import { VerbaliQueries } from './verbale/verbali.queries.js';

/** Commands on a verbale as a whole; its sections are written one by one (`sezioni.service.ts`). */
@Injectable()
export class VerbaliService {
  constructor(
    private readonly commands: Commands,
    private readonly steps: Steps,
    private readonly queries: VerbaliQueries,
    private readonly pubblicazione: PubblicazioneService,
  ) {}

  /** The verbale of the incontro in the URL: a new one, or the one there is. @throws ProblemError `verbale.incontro_non_aperto` */
  async crea(ctx: RequestContext): Promise<VerbaleView> {
    const place = placeOf(ctx);
    if (place.stato !== 'in_corso' && place.stato !== 'svolto') throw new ProblemError('verbale.incontro_non_aperto');
    return this.commands.run(ctx, place.ambitoId, async tx => {
      // Two who begin at once begin the same one.
      await tx.db.query('SELECT 1 FROM incontro WHERE ambito_id = $1 AND id = $2 FOR UPDATE', [place.ambitoId, place.id]);
      const [found] = await tx.db.query<{ id: string }[]>(
        'SELECT id FROM verbale WHERE ambito_id = $1 AND incontro_id = $2 AND rettifica_di IS NULL',
        [place.ambitoId, place.id],
      );
      if (found) return this.queries.unoIn(tx.db, ctx, found.id);
      const id = await nasceVerbale(tx.db, place.ambitoId, place.id);
      tx.registra('verbale.crea', 'verbale', id, { incontro: place.id });
      tx.annuncia(live(VERBALE_KIND, place, id));
      return this.queries.unoIn(tx.db, ctx, id);
    });
  }

  /** A step of the procedure (`verbale.procedura.ts`). @throws ProblemError 400, 409, 412, and the refusals of the step */
  esegui(ctx: RequestContext, azione: AzioneVerbale, input: VerbaleAzioneInput): Promise<VerbaleView> {
    return this.steps.take(verbaleProcedura, ctx, azione, input, (db, { id }) => this.queries.unoIn(db, ctx, id), this.pubblicazione);
  }
}
