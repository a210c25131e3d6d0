import { attiMancanti, FASE, type AttoAtteso, type AttoView, type AzioneFase, type FaseAzioneInput, type StatoFase } from '@tavoli/shared';
import type { Tx } from '../platform/commands/commands.js';
import { placeOf, type RequestContext } from '../platform/commands/context.js';
import { fieldProblem, ProblemError } from '../platform/problem/problem.error.js';
import type { Held } from '../platform/procedura/hold.js';
import { stepsOf, type Procedura, type Taking } from '../platform/procedura/procedura.js';
import { giornoFatto } from './iter/giorni.js';
import { FASE_KIND } from './iter/iter.kinds.js';

interface Presa extends Held<StatoFase> {
  readonly attesi: AttoAtteso[];
  readonly atti: Pick<AttoView, 'direzione' | 'tipo'>[];
  /** `YYYY-MM-DD`. */
  readonly iniziataIl: string | null;
}

const passo = stepsOf<Presa, FaseAzioneInput>();
type Chiesta = Pick<Taking<Presa, FaseAzioneInput>, 'input' | 'row'>;

const giorno = ({ input }: Chiesta): string => giornoFatto(input.data);
/** A reason that was given stands in the register, where none was due too. */
const motivo = ({ input }: Chiesta) => (input.motivazione === undefined ? {} : { motivazione: input.motivazione });

async function leggi(tx: Tx, ctx: RequestContext, held: Held<StatoFase>): Promise<Presa> {
  const [row] = await tx.db.query<Omit<Presa, keyof Held>[]>(
    `SELECT f.attesi, f.iniziata_il::text AS "iniziataIl",
       (SELECT coalesce(jsonb_agg(jsonb_build_object('direzione', t.direzione, 'tipo', t.tipo)), '[]') FROM atto t WHERE t.ambito_id = f.ambito_id AND t.fase_id = f.id) AS atti
     FROM fase f WHERE f.ambito_id = $1 AND f.id = $2`,
    [tx.ambitoId, placeOf(ctx).id],
  );
  if (row === undefined) throw new ProblemError('risorsa.non_trovata');
  return { ...held, ...row };
}

/** @returns the day it ends. @throws ProblemError `fase.atti_mancanti` on the reason; 400 where it would end before it began */
function demandFine(chiesta: Chiesta): string {
  const { row, input } = chiesta;
  const fine = giorno(chiesta);
  if (row.iniziataIl !== null && fine < row.iniziataIl)
    throw fieldProblem('richiesta.non_valida', '/data', 'La fase non può finire prima di cominciare.');
  if (input.motivazione === undefined && attiMancanti(row.attesi, row.atti).length > 0)
    throw fieldProblem('fase.atti_mancanti', '/motivazione');
  return fine;
}

export const faseProcedura: Procedura<StatoFase, AzioneFase, Presa, FaseAzioneInput> = {
  kind: FASE_KIND,
  transitions: FASE,
  reads: leggi,
  steps: {
    avvia: passo({ demands: giorno, sets: ({ found }) => ({ iniziata_il: found, motivazione: null }), records: motivo }),

    /** A reason is kept where the phase ends without its acts. */
    concludi: passo({
      demands: demandFine,
      sets: ({ found, input }) => ({ conclusa_il: found, motivazione: input.motivazione ?? null }),
      records: motivo,
    }),

    salta: passo({ demands: giorno }),

    riapri: passo({
      demands: giorno,
      sets: ({ row, found }) => ({ conclusa_il: null, iniziata_il: row.iniziataIl ?? found }),
    }),
  },
};
