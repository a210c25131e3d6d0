import { VERBALE, type AzioneVerbale, type StatoVerbale, type VerbaleAzioneInput } from '@tavoli/shared';
import { nasconoImpegni } from '../impegni/nascita.js';
import { fieldProblem, ProblemError } from '../platform/problem/problem.error.js';
import { stepsOf, type Procedura } from '../platform/procedura/procedura.js';
import { notizieVerbale } from './notizie.js';
import { avvisiRevisione } from './revisione/avvisi.js';
import { demandRegole, leggiPreso, numera, type Preso } from './preso.js';
import type { PubblicazioneService } from './pubblicazione.service.js';
import { VERBALE_KIND } from './verbale/verbale.kind.js';

const DAY = 86_400_000;
const passo = stepsOf<Preso, VerbaleAzioneInput, PubblicazioneService>();

export const verbaleProcedura: Procedura<StatoVerbale, AzioneVerbale, Preso, VerbaleAzioneInput, PubblicazioneService> = {
  kind: VERBALE_KIND,
  transitions: VERBALE,
  reads: leggiPreso,
  steps: {
    /** @throws ProblemError `verbale.incontro_non_chiuso` */
    invia_in_revisione: passo({
      demands({ row }) {
        if (!row.chiuso) throw new ProblemError('verbale.incontro_non_chiuso');
      },
      sets: ({ row }) => ({
        revisione_fino_at: new Date(row.now.getTime() + row.regole.giorniRevisione * DAY),
        revisione_avvisata_at: null,
      }),
      mails: ({ tx, place }) => avvisiRevisione(tx.db, place),
    }),

    restituisci: passo({}),

    /**
     * Ahead of time only with a reason that everyone reads in the verbale: who says nothing agrees when the time is over, not before.
     * @throws ProblemError `verbale.correzioni_aperte`, `verbale.revisione_aperta` on `/motivazione`, and of the rules of the tavolo
     */
    approva: passo({
      demands({ row, ctx, input }) {
        demandRegole('approva', row, ctx);
        if (row.aperte > 0) throw new ProblemError('verbale.correzioni_aperte');
        if (row.inTempo && input.motivazione === undefined) throw fieldProblem('verbale.revisione_aperta', '/motivazione');
        return { anticipo: row.inTempo ? (input.motivazione ?? null) : null };
      },
      sets: async ({ tx, ctx, row, found }) => ({
        approvato_da: ctx.actor.id,
        approvato_at: row.now,
        anticipo_motivo: found.anticipo,
        ...(row.anno === null ? await numera(tx, row.tavoloId) : {}),
      }),
      effects: ({ tx, place }) => nasconoImpegni(tx.db, tx.ambitoId, place.id),
      records: ({ found }) => (found.anticipo === null ? {} : { anticipo: found.anticipo }),
    }),

    /** @throws ProblemError `verbale.vuoto`, `verbale.avvisi_da_vedere`, `pdf.non_disponibile`, and of the rules of the tavolo */
    pubblica: passo({
      prepares: (ctx, input, own) => own.prepara(ctx, input),
      demands: ({ row, ctx }) => demandRegole('pubblica', row, ctx),
      records: ({ tx, ctx, own, ready }) => own.scrivi(tx, ctx, ready),
      mails: ({ tx, place }) => notizieVerbale(tx.db, place),
    }),
  },
};
