import { DESIGNAZIONE, type AzioneDesignazione, type DesignazioneAzioneInput, type StatoDesignazione } from '@tavoli/shared';
import { congeda, type Portale } from '../incontri/convocare/congeda.js';
import { uniqueViolation } from '../platform/commands/unique-violation.js';
import type { Held } from '../platform/procedura/hold.js';
import { stepsOf, type Procedura, type Taking } from '../platform/procedura/procedura.js';
import { riconosci } from './mandati/chi-resta.js';
import { DESIGNAZIONE_KIND } from './designazione.kind.js';
import { leggiPerEmail, type DesignazionePerEmail } from './designazioni.emails.data.js';
import { cambiaPersone, confronta, demandTempoScaduto, ultimoGiorno } from './integrazione.js';
import { emailCompletata, emailDaIntegrare } from './integrazione.emails.js';
import { emailAccettata, emailConsenso, emailInviata, emailRespinta, emailRevocata } from './designazioni.emails.js';
import { creaSegreti, preparaInvio } from './invio.js';
import { correggiVeste, demandCausa, termina } from './governo.js';
import { apriMandati, attendeElenco } from './mandati/mandati.js';
import { emailCessato, emailRiattivato, emailSospeso } from './posto.emails.js';
import { apriSostituzione, chiudiSostituita } from './sostituzione.js';

type Preso = Held<StatoDesignazione>;

/** A designazione that was sent, and the secrets of those of its people who are to be asked. */
export interface DaChiedere {
  readonly designazione: DesignazionePerEmail;
  readonly segreti: ReadonlyMap<string, string>;
}

/** Of whoever takes the steps. `daChiedere`: several are sent at once, and whoever sends them asks each person once for all of them. */
interface Proprio extends Portale {
  readonly daChiedere?: DaChiedere[];
}
const passo = stepsOf<Preso, DesignazioneAzioneInput, Proprio>();

/** What the mails of a step tell, read when it has moved. */
const dati = ({ tx, place }: Pick<Taking, 'tx' | 'place'>): Promise<DesignazionePerEmail> => leggiPerEmail(tx.db, tx.ambitoId, place.id);

export const designazioneProcedura: Procedura<StatoDesignazione, AzioneDesignazione, Preso, DesignazioneAzioneInput, Proprio> = {
  kind: DESIGNAZIONE_KIND,
  transitions: DESIGNAZIONE,
  conflict: uniqueViolation('designazione_accettata', 'designazione.esiste'),
  steps: {
    /** @throws ProblemError `ente.non_verificato`, `avviso.*`, `designazione.posti` */
    invia: passo({
      sets: ({ tx, place, input }) => preparaInvio(tx, place.id, input.dichiarazioni ?? []),
      effects: ({ tx, place }) => riconosci(tx.db, tx.ambitoId, place.id),
      async mails(t) {
        const segreti = await creaSegreti(t.tx.db, t.tx.ambitoId, t.place.id);
        const d = await dati(t);
        t.own.daChiedere?.push({ designazione: d, segreti });
        return [...emailInviata(d), ...(t.own.daChiedere === undefined ? emailConsenso(d, segreti) : [])];
      },
    }),

    /** The seat of the designazione being replaced is freed first: the database allows one accepted at a time. */
    accetta: passo({
      demands: ({ tx, place }) => chiudiSostituita(tx, place),
      sets: async ({ tx, place, row }) => ({ accettata_at: row.now, attende_elenco: await attendeElenco(tx, place.id) }),
      async effects({ tx, place, own }) {
        await apriMandati(tx.db, tx.ambitoId, place.id);
        await congeda(tx, own.origin, place.enteId ?? '');
      },
      mails: async t => emailAccettata(await dati(t)),
    }),

    /** It goes back to its ente, which has some days to complete it: what lacks something is not refused for that. */
    chiedi_integrazione: passo({
      demands: ({ tx, place }) => ultimoGiorno(tx, place),
      sets: ({ found: entro }) => ({ integrare_entro: entro }),
      records: ({ found: entro }) => ({ entro }),
      mails: async t => emailDaIntegrare(await dati(t), t.motivazione ?? '', t.found),
    }),

    /**
     * Completed, it takes its place in the queue again: number, veste, declarations and the day it first came in stay. Only who is new is asked for consent.
     * @throws ProblemError `ente.non_verificato`, `designazione.posti`
     */
    reinvia: passo({
      demands: ({ tx, place, input }) => confronta(tx, place, input.rappresentanti),
      sets: ({ row }) => ({ motivazione: null, integrare_entro: null, reinviata_at: row.now }),
      async effects({ tx, place, found }) {
        await cambiaPersone(tx, place.id, found);
        await riconosci(tx.db, tx.ambitoId, place.id);
      },
      records: ({ found }) => ({ nuove: found.nuove.length, tolte: found.tolte.length }),
      async mails(t) {
        const segreti = await creaSegreti(t.tx.db, t.tx.ambitoId, t.place.id);
        const d = await dati(t);
        return [...emailCompletata(d, t.found.tolte), ...emailConsenso(d, segreti)];
      },
    }),

    /** @throws ProblemError `designazione.da_completare` */
    respingi: passo({
      demands: ({ tx, place, row }) => demandTempoScaduto(tx, place, row.now),
      mails: async t => emailRespinta(await dati(t), t.motivazione ?? ''),
    }),

    revoca: passo({
      effects: t => termina(t, 'revocata'),
      mails: async t => emailRevocata(await dati(t), t.motivazione ?? ''),
    }),

    /** The old one keeps its seats, and moves only when the draft that this opens is accepted. @throws ProblemError `designazione.esiste` */
    sostituisci: passo({ opens: ({ tx, place }) => apriSostituzione(tx, place.id) }),

    /** Nobody sits in the seat as long as it lasts (`posti/siede.sql.ts`): who was called is told at once. */
    sospendi: passo({
      effects: ({ tx, place, own }) => congeda(tx, own.origin, place.enteId ?? ''),
      mails: async t => emailSospeso(await dati(t), t.motivazione ?? ''),
    }),

    /** The reason shown is that of the present state: the history keeps this one. */
    riattiva: passo({
      sets: () => ({ motivazione: null }),
      mails: async t => emailRiattivato(await dati(t), t.motivazione ?? ''),
    }),

    /** @throws ProblemError on `/veste` and `/motivazione`, `designazione.stessa_veste` */
    correggi_veste: passo({ opens: correggiVeste }),

    /** @throws ProblemError on `/causa` */
    cessa: passo({
      demands: ({ input }) => demandCausa(input.causa),
      sets: ({ row, found: causa }) => ({ causa_fine: causa, finita_at: row.now }),
      effects: t => termina(t, t.found),
      records: ({ found: causa }) => ({ causa }),
      mails: async t => emailCessato(await dati(t), t.found, t.motivazione ?? ''),
    }),
  },
};
