import {
  ELABORATO,
  GIORNI_CONSULTAZIONE,
  vuoto,
  type AzioneElaborato,
  type ElaboratoAzioneInput,
  type StatoElaborato,
} from '@tavoli/shared';
import { fieldProblem, ProblemError } from '../platform/problem/problem.error.js';
import { stepsOf, type Procedura } from '../platform/procedura/procedura.js';
import type { AccoglimentoService } from './accoglimento.service.js';
import { leggiApprovazione } from './elaborato/approvazione.js';
import { emailDi } from './elaborato/elaborati.emails.js';
import { ELABORATO_KIND } from './elaborato/elaborato.kind.js';
import { demandCompleto, demandVerbale, leggiPreso, type Preso } from './elaborato/preso.js';

const DAY = 86_400_000;
const NON_APPROVATO = { approvato_verbale_id: null, approvazione: null, anticipo_motivo: null, anticipo_fino_at: null };
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

    restituisci: passo({ sets: () => ({ consultazione_fino_at: null, ...NON_APPROVATO }) }),

    riprendi: passo({ sets: () => NON_APPROVATO }),

    /**
     * Before the consultation is over only with a reason that stands in the elaborato: who was promised some days to comment has them, or reads why not.
     * @throws ProblemError `elaborato.commenti_aperti`, `elaborato.si_sta_scrivendo`, `elaborato.consultazione_aperta` on `/motivazione`, and of the verbale
     */
    approva: passo({
      async demands({ tx, ctx, row, input }) {
        if (row.aperti > 0) throw new ProblemError('elaborato.commenti_aperti');
        if (row.altri > 0) throw new ProblemError('elaborato.si_sta_scrivendo');
        const prima = row.consultazioneFinoAt !== null && row.consultazioneFinoAt > row.now;
        if (prima && input.motivazione === undefined) throw fieldProblem('elaborato.consultazione_aperta', '/motivazione');
        const anticipo = prima ? { motivo: input.motivazione ?? '', fino: row.consultazioneFinoAt } : null;
        return { ...(await leggiApprovazione(tx.db, ctx, input.approvazione)), anticipo };
      },
      sets: ({ row, found: { anticipo, ...dove } }) => ({
        approvato_verbale_id: dove.verbaleId,
        approvazione: JSON.stringify({ ...dove, at: row.now.toISOString() }),
        consultazione_fino_at: null,
        anticipo_motivo: anticipo?.motivo ?? null,
        anticipo_fino_at: anticipo?.fino ?? null,
      }),
      records: ({ found }) => ({ verbale: found.verbaleId, ...(found.anticipo === null ? {} : { anticipo: found.anticipo.motivo }) }),
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
