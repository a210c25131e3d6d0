import type { AzioneDesignazione } from '@tavoli/shared';
import type { Tx } from '../platform/commands/commands.js';
import { placeOf, type RequestContext } from '../platform/commands/context.js';
import { emailAccettata, emailConsenso, emailInviata, emailRespinta, emailRevocata } from './designazioni.emails.js';
import { leggiPerEmail } from './designazioni.emails.data.js';
import { riconosci, trattieniInAttesa } from './chi-resta.js';
import { creaSegreti, preparaInvio } from './invio.js';
import { apriMandati, chiudiMandati } from './mandati.js';
import { chiudiSostituita } from './sostituzione.js';

interface Effetto {
  /** Checks before the step; returns the columns it sets beside the state. */
  readonly prepare?: (tx: Tx, ctx: RequestContext) => Promise<Record<string, unknown>>;
  /** What follows from the step, in the same transaction. */
  readonly after: (tx: Tx, ctx: RequestContext, motivazione: string | null) => Promise<void>;
}

const idOf = (ctx: RequestContext): string => placeOf(ctx).id;

/** What each step does beyond moving the state. */
export const EFFETTI: Readonly<Record<Exclude<AzioneDesignazione, 'sostituisci'>, Effetto>> = {
  invia: {
    prepare: preparaInvio,
    async after(tx, ctx) {
      await riconosci(tx.db, tx.ambitoId, idOf(ctx));
      const segreti = await creaSegreti(tx.db, tx.ambitoId, idOf(ctx));
      const dati = await leggiPerEmail(tx.db, tx.ambitoId, idOf(ctx));
      tx.email(...emailInviata(dati), ...emailConsenso(dati, segreti));
    },
  },
  accetta: {
    // The seat of the designazione being replaced is freed first: the database allows one accepted at a time.
    async prepare(tx, ctx) {
      await chiudiSostituita(tx, ctx);
      const [clock] = await tx.db.query<{ now: Date }[]>('SELECT clock_timestamp() AS now');
      return { accettata_at: clock?.now };
    },
    async after(tx, ctx) {
      await apriMandati(tx.db, tx.ambitoId, idOf(ctx));
      tx.email(...emailAccettata(await leggiPerEmail(tx.db, tx.ambitoId, idOf(ctx))));
    },
  },
  respingi: {
    async after(tx, ctx, motivazione) {
      tx.email(...emailRespinta(await leggiPerEmail(tx.db, tx.ambitoId, idOf(ctx)), motivazione ?? ''));
    },
  },
  revoca: {
    async after(tx, ctx, motivazione) {
      await chiudiMandati(tx.db, tx.ambitoId, idOf(ctx), 'revocata');
      await trattieniInAttesa(tx.db, tx.ambitoId, idOf(ctx));
      tx.email(...emailRevocata(await leggiPerEmail(tx.db, tx.ambitoId, idOf(ctx)), motivazione ?? ''));
    },
  },
};
