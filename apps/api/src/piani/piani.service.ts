import { Injectable } from '@nestjs/common';
import { type AzionePiano, type ConsegnaInput, type PianoAzioneInput, type PianoInput, type PianoView } from '@tavoli/shared';
import { Commands, type Tx } from '../platform/commands/commands.js';
import { placeOf, type RequestContext } from '../platform/commands/context.js';
import { edit, hold } from '../platform/procedura/hold.js';
import { Steps } from '../platform/procedura/steps.js';
import { chiediDossier } from './dossier/dossier.chiedi.js';
import { PianiQueries } from './piani.queries.js';
import { APERTO, APERTO_COMUNQUE, PIANO_KIND } from './piano/piano.kind.js';
import { pianoProcedura } from './piano.procedura.js';
import { news } from '../platform/realtime/news.js';

/** Commands on the Piano as a whole. Compiling and closing only ask for a dossier: it is made by a worker (`dossier.worker.ts`). */
@Injectable()
export class PianiService {
  constructor(
    private readonly commands: Commands,
    private readonly steps: Steps,
    private readonly queries: PianiQueries,
  ) {}

  /** Title, annual programmes, and how allegati are numbered in the whole ambito. @throws ProblemError `piano.chiuso`, `versione.superata` */
  modifica(ctx: RequestContext, input: PianoInput): Promise<PianoView> {
    const { ambitoId, ambitoSlug, id } = placeOf(ctx);
    return this.comando(ctx, async tx => {
      const programmi = JSON.stringify(input.programmi.toSorted((a, b) => a.anno - b.anno));
      await edit(tx, ctx, PIANO_KIND, { ...APERTO, set: { titolo: input.titolo, programmi } });
      await tx.db.query('UPDATE ambito SET numerazione_allegati = $2 WHERE id = $1', [ambitoId, input.numerazione]);
      tx.registra('piano.modifica', 'piano', id);
      tx.annuncia(...news(PIANO_KIND, { ambitoId, ambitoSlug }, id));
    });
  }

  /** Asks for a draft of the dossier. @throws ProblemError `piano.chiuso`, `piano.senza_allegati`, `dossier.in_corso` */
  compila(ctx: RequestContext): Promise<PianoView> {
    return this.comando(ctx, async tx => {
      await hold(tx, ctx, PIANO_KIND, APERTO_COMUNQUE);
      await chiediDossier(tx, ctx, false);
    });
  }

  /** A step of its life (`piano.procedura.ts`). Closing asks for the final dossier; the Piano is closed when that is made. @throws ProblemError 400, 409, 412 */
  esegui(ctx: RequestContext, azione: AzionePiano, input: PianoAzioneInput): Promise<PianoView> {
    return this.steps.take(pianoProcedura, ctx, azione, input, db => this.queries.unoIn(db, ctx));
  }

  /** When and how it was sent to the Region. @throws ProblemError `piano.stato` while it is open, `versione.superata` */
  consegna(ctx: RequestContext, input: ConsegnaInput): Promise<PianoView> {
    const { ambitoId, ambitoSlug, id } = placeOf(ctx);
    return this.comando(ctx, async tx => {
      await edit(tx, ctx, PIANO_KIND, { from: ['chiuso', 'pubblicato'], set: { consegna: JSON.stringify(input) } });
      tx.registra('piano.consegna', 'piano', id, { ...input });
      tx.annuncia(...news(PIANO_KIND, { ambitoId, ambitoSlug }, id));
    });
  }

  private comando(ctx: RequestContext, work: (tx: Tx) => Promise<void>): Promise<PianoView> {
    return this.commands.run(ctx, placeOf(ctx).ambitoId, async tx => {
      await work(tx);
      return this.queries.unoIn(tx.db, ctx);
    });
  }
}
