import {
  ELABORATO,
  GIORNI_CONSULTAZIONE,
  vuoto,
  type AzioneElaborato,
  type ElaboratoAzioneInput,
  type StatoElaborato,
} from '@tavoli/shared';
import { ProblemError } from '../platform/problem/problem.error.js';
import { stepsOf, type Procedura } from '../platform/procedura/procedura.js';
import type { AccoglimentoService } from './accoglimento.service.js';
import { leggiApprovazione } from './elaborato/approvazione.js';
import { emailDi } from './elaborato/elaborati.emails.js';
import { ELABORATO_KIND } from './elaborato/elaborato.kind.js';
import { demandCompleto, demandVerbale, leggiPreso, type Preso } from './elaborato/preso.js';

const DAY = 86_400_000;
const passo = stepsOf<Preso, ElaboratoAzioneInput, AccoglimentoService>();

export const elaboratoProcedura: Procedura<StatoElaborato, AzioneElaborato, Preso, ElaboratoAzioneInput, AccoglimentoService> = {
  kind: ELABORATO_KIND,
  transitions: ELABORATO,
  reads: leggiPreso,
  common: {
    sets: ({ row }) => ({ aggiornato_at: row.now }),
    mails: ({ tx, place, motivazione }, azione) => emailDi(tx.db, tx.ambitoId, place.id, azione, motivazione),
  },
  steps: {
    /** @throws ProblemError `elaborato.vuoto` */
    apri_consultazione: passo({
      demands({ row }) {
        if (row.tipo === 'file' ? !row.haFile : row.sezioni.every(s => vuoto(s.contenuto))) throw new ProblemError('elaborato.vuoto');
      },
      sets: ({ row, input: { giorni = GIORNI_CONSULTAZIONE } }) => ({
        consultato_at: row.consultatoAt ?? row.now,
        consultazione_fino_at: new Date(row.now.getTime() + giorni * DAY),
        motivazione: null,
      }),
    }),

    restituisci: passo({ sets: () => ({ consultazione_fino_at: null, approvato_verbale_id: null, approvazione: null }) }),

    riprendi: passo({ sets: () => ({ approvato_verbale_id: null, approvazione: null }) }),

    /** The tavolo that decides, gathered, stands above the window: an approval ends it. @throws ProblemError `elaborato.commenti_aperti`, `elaborato.si_sta_scrivendo`, and of the verbale */
    approva: passo({
      demands({ tx, ctx, row, input }) {
        if (row.aperti > 0) throw new ProblemError('elaborato.commenti_aperti');
        if (row.altri > 0) throw new ProblemError('elaborato.si_sta_scrivendo');
        return leggiApprovazione(tx.db, ctx, input.approvazione);
      },
      sets: ({ row, found }) => ({
        approvato_verbale_id: found.verbaleId,
        approvazione: JSON.stringify({ ...found, at: row.now.toISOString() }),
        consultazione_fino_at: null,
      }),
      records: ({ found }) => ({ verbale: found.verbaleId }),
    }),

    /** @throws ProblemError `elaborato.incompleto`, `elaborato.verbale_non_valido` */
    consegna: passo({
      demands({ row }) {
        demandCompleto(row);
        demandVerbale(row);
      },
    }),

    /** @throws ProblemError `elaborato.verbale_non_valido`, `pdf.non_disponibile` */
    accogli: passo({
      prepares: (ctx, _input, own) => own.prepara(ctx),
      demands: ({ row }) => demandVerbale(row),
      records: ({ tx, ctx, own, ready }) => own.scrivi(tx, ctx, ready),
    }),

    rimanda: passo({}),
  },
};
