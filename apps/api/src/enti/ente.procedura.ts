import { ENTE, type AzioneEnte, type AzioneInput, type StatoEnte } from '@tavoli/shared';
import { congeda, type Portale } from '../incontri/convocare/congeda.js';
import type { Held } from '../platform/procedura/hold.js';
import { stepsOf, type Procedura } from '../platform/procedura/procedura.js';
import { altroVerificato } from './dati.js';
import { ENTE_KIND } from './ente.kind.js';
import { leggiEntePerEmail } from './enti.emails.data.js';
import { emailStep } from './enti.emails.js';

type Preso = Held<StatoEnte>;
const passo = stepsOf<Preso, AzioneInput, Portale>();

export const enteProcedura: Procedura<StatoEnte, AzioneEnte, Preso, AzioneInput, Portale> = {
  kind: ENTE_KIND,
  transitions: ENTE,
  conflict: altroVerificato,
  common: {
    // The reason shown is that of the present state: a step without one clears it, and the history keeps it.
    sets: () => ({ motivazione: null }),
    mails: async ({ tx, place, motivazione }, azione) =>
      emailStep(await leggiEntePerEmail(tx.db, tx.ambitoId, place.id), azione, motivazione),
  },
  steps: {
    verifica: passo({
      effects: ({ tx, place }) =>
        tx.db.query('UPDATE ente SET email_verificata = email WHERE ambito_id = $1 AND id = $2', [tx.ambitoId, place.id]),
    }),
    chiedi_integrazione: passo({}),
    respingi: passo({}),
    ripresenta: passo({}),
    /** Its seats are empty as long as it lasts (`posti/siede.sql.ts`): who was called is told at once. */
    sospendi: passo({ effects: ({ tx, place, own }) => congeda(tx, own.origin, place.id) }),
    riattiva: passo({}),
  },
};
