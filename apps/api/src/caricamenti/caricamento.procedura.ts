import type { AzioneCaricamento, AzioneCaricamentoInput, StatoCaricamento } from '@tavoli/shared';
import { CARICAMENTO } from '@tavoli/shared';
import { placeOf } from '../platform/commands/context.js';
import { stepsOf, type Procedura } from '../platform/procedura/procedura.js';
import { disfa } from './annullamento.js';
import { CARICAMENTO_KIND } from './caricamento.kind.js';
import { riprova, scelteDi, scriviTutte, type Preso } from './esecuzione.js';
import { TIPI_API } from './tipi/index.js';

const passo = stepsOf<Preso, AzioneCaricamentoInput>();

export const caricamentoProcedura: Procedura<StatoCaricamento, AzioneCaricamento, Preso, AzioneCaricamentoInput> = {
  kind: CARICAMENTO_KIND,
  transitions: CARICAMENTO,
  async reads(tx, ctx, held) {
    const [riga] = await tx.db.query<[Omit<Preso, 'stato' | 'version' | 'now'>]>(
      'SELECT tipo, righe, colonne, piano, nuove, effetti, eseguito_at AS "eseguitoAt" FROM caricamento WHERE ambito_id = $1 AND id = $2',
      [tx.ambitoId, placeOf(ctx).id],
    );
    return { ...held, ...riga };
  },
  steps: {
    /** @throws ProblemError 400 on `/messaggi`, `/atto`; `caricamento.dimenticato`, `caricamento.superato`, `caricamento.vuoto` */
    esegui: passo({
      async demands({ tx, place, input, row }) {
        const scelte = scelteDi(place.id, input);
        const simulazione = await riprova(tx, place.id, row);
        return scriviTutte(tx, row, simulazione.daScrivere, scelte);
      },
      async sets({ tx, ctx, input, row, found }) {
        const nuove = found.nuove.map(n => n.id);
        const subito = input.messaggi === 'subito' && nuove.length > 0;
        if (subito) await TIPI_API[row.tipo].scrivi?.(tx, ctx, nuove);
        return {
          righe: null, // what was sent is kept no longer than it serves
          effetti: JSON.stringify(found),
          nuove,
          messaggi: input.messaggi,
          eseguito_at: row.now,
          ...(subito ? { scritto_at: row.now } : {}),
        };
      },
      records: ({ found, input }) => ({
        nuove: found.nuove.length,
        aggiornate: found.aggiornate.length,
        messaggi: input.messaggi,
        ...(input.statoEnti === undefined ? {} : { statoEnti: input.statoEnti }),
        ...(input.atto === undefined ? {} : { atto: input.atto }),
      }),
    }),

    /** @throws ProblemError `caricamento.tardi`, `caricamento.dipendenze` */
    annulla: passo({
      demands: ({ tx, place, row }) => disfa(tx, place.id, row),
      sets: ({ row }) => ({ piano: null, effetti: null, annullato_at: row.now }),
      records: ({ row }) => ({ tipo: row.tipo, nuove: row.nuove }),
    }),
  },
};
