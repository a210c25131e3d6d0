import { OSSERVATORE, type AzioneInput, type AzioneOsservatore, type StatoOsservatore } from '@tavoli/shared';
import { congedaOsservatore, type Portale } from '../incontri/convocare/congeda.js';
import type { Held } from '../platform/procedura/hold.js';
import { stepsOf, type Procedura } from '../platform/procedura/procedura.js';
import { OSSERVATORE_KIND } from './osservatore.kind.js';
import { emailAmmesso, emailCessato, emailNonAmmesso, leggiPerEmail } from './osservatori.emails.js';

type Preso = Held<StatoOsservatore>;
const passo = stepsOf<Preso, AzioneInput, Portale>();

export const osservatoreProcedura: Procedura<StatoOsservatore, AzioneOsservatore, Preso, AzioneInput, Portale> = {
  kind: OSSERVATORE_KIND,
  transitions: OSSERVATORE,
  steps: {
    ammetti: passo({
      sets: ({ row }) => ({ deciso_at: row.now, motivazione: null }),
      mails: async ({ tx, place }) => [emailAmmesso(await leggiPerEmail(tx.db, tx.ambitoId, place.id))],
    }),

    declina: passo({
      sets: ({ row }) => ({ deciso_at: row.now }),
      mails: async ({ tx, place, motivazione }) => [emailNonAmmesso(await leggiPerEmail(tx.db, tx.ambitoId, place.id), motivazione ?? '')],
    }),

    cessa: passo({
      sets: ({ row }) => ({ finito_at: row.now }),
      async effects({ tx, place, own }) {
        const { tavoloId, persona } = await leggiPerEmail(tx.db, tx.ambitoId, place.id);
        await congedaOsservatore(tx, own.origin, tavoloId, persona.address);
      },
      mails: async ({ tx, place, motivazione }) => [emailCessato(await leggiPerEmail(tx.db, tx.ambitoId, place.id), motivazione ?? '')],
    }),
  },
};
