import { INCONTRO, instantToRomeWall, type AzioneIncontro, type IncontroAzioneInput, type StatoIncontro } from '@tavoli/shared';
import { fieldProblem, ProblemError } from '../../platform/problem/problem.error.js';
import { stepsOf, type Procedura } from '../../platform/procedura/procedura.js';
import { demandConsensi } from '../incontro/congiunti.js';
import type { Portale } from '../convocare/congeda.js';
import { annulla, controllaPreavviso, convoca, convocaNuovi, integra, sposta } from '../convocare/convocazioni.js';
import { demandIntegrazione } from '../convocare/integrazione.js';
import { leggiIncontroDi, type DatiIncontro } from '../incontro/incontri.data.js';
import { INCONTRO_KIND } from '../incontro/incontro.kind.js';
import { apriPosti, chiudiPosti } from '../incontro/posti.js';
import { passaAlPunto } from '../incontro/punto.js';

const passo = stepsOf<DatiIncontro, IncontroAzioneInput, Portale>();
const giorno = (instant: Date): string => instantToRomeWall(instant).slice(0, 10);

export const incontroProcedura: Procedura<StatoIncontro, AzioneIncontro, DatiIncontro, IncontroAzioneInput, Portale> = {
  kind: INCONTRO_KIND,
  transitions: INCONTRO,
  reads: leggiIncontroDi,
  common: { sets: ({ row }) => ({ aggiornato_at: row.now }) },
  steps: {
    /** @throws ProblemError `incontro.ordine_del_giorno_vuoto`, `incontro.serve_consenso`, `incontro.nessun_destinatario`, and of the notice */
    convoca: passo({
      async demands({ tx, ctx, row, input }) {
        if (row.punti.length === 0) throw fieldProblem('incontro.ordine_del_giorno_vuoto', '/punti');
        await demandConsensi(tx, ctx, row);
        return controllaPreavviso(row, row.inizioAt, input.urgenza, '/inizioAt');
      },
      sets: ({ row }) => ({ convocato_at: row.now }),
      effects: ({ tx, ctx, own, found: urgenza }) => convoca(tx, ctx, own, urgenza),
    }),

    /** The incontro was convened in time: who comes later is told as soon as they come. @throws ProblemError `incontro.iniziato`, `incontro.nessun_nuovo` */
    convoca_nuovi: passo({
      demands({ row }) {
        if (row.inizioAt <= row.now) throw new ProblemError('incontro.iniziato');
      },
      effects: ({ tx, ctx, own }) => convocaNuovi(tx, ctx, own.origin),
    }),

    /** Where calendars show another thing they are sent another event; the notice says whether what is added can be decided. @throws as `demandIntegrazione` */
    integra: passo({
      demands: ({ tx, row, input }) => demandIntegrazione(tx, row, input),
      sets: ({ row, found }) => ({ titolo: found.input.titolo, sequence: row.sequence + (found.calendario ? 1 : 0) }),
      effects: ({ tx, ctx, own, row, input, found }) => integra(tx, ctx, own.origin, row, found, input.motivazione ?? null),
    }),

    /** The notice is asked again only where the time changes. */
    sposta: passo({
      demands({ row, input: { spostamento: verso, urgenza } }) {
        if (verso === undefined)
          throw fieldProblem('richiesta.non_valida', '/spostamento/inizioAt', 'Indica la nuova data o il nuovo luogo.');
        const inizio = new Date(verso.inizioAt);
        const stessaOra = inizio.getTime() === row.inizioAt.getTime();
        return { verso, inizio, urgenza: stessaOra ? null : controllaPreavviso(row, inizio, urgenza, '/spostamento/inizioAt') };
      },
      sets: ({ row, found: { verso, inizio } }) => ({
        inizio_at: inizio,
        fine_at: new Date(verso.fineAt),
        sede: verso.sede === null ? null : JSON.stringify(verso.sede),
        link_video: verso.linkVideo,
        sequence: row.sequence + 1,
      }),
      effects: ({ tx, ctx, own, row, input, found }) => sposta(tx, ctx, own.origin, row, input, found.urgenza),
    }),

    annulla: passo({
      sets: ({ row }) => ({ sequence: row.sequence + 1 }),
      effects: ({ tx, ctx, own, motivazione }) => annulla(tx, ctx, own.origin, motivazione),
    }),

    /** From the day it was fixed for: the seats are those of who sits there now. @throws ProblemError `incontro.non_ancora` */
    apri: passo({
      demands({ row }) {
        if (giorno(row.now) < giorno(row.inizioAt)) throw new ProblemError('incontro.non_ancora');
      },
      sets: ({ row }) => ({ aperto_at: row.now }),
      effects: ({ tx, row }) => apriPosti(tx.db, tx.ambitoId, row.id),
    }),

    /** A seat that nobody recorded is recorded as absent; the quorum of the day is fixed. */
    chiudi: passo({
      sets: ({ row }) => ({ chiuso_at: row.now }),
      async effects({ tx, row }) {
        await passaAlPunto(tx.db, tx.ambitoId, row.id, null, row.now);
        await chiudiPosti(tx.db, tx.ambitoId, row.id);
      },
    }),
  },
};
