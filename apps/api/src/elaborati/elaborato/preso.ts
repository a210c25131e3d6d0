import { mancanze, type ContenutoSezione, type StatoElaborato, type StatoVerbale, type TipoElaborato } from '@tavoli/shared';
import type { Tx } from '../../platform/commands/commands.js';
import { placeOf, type RequestContext } from '../../platform/commands/context.js';
import { ProblemError } from '../../platform/problem/problem.error.js';
import type { Held } from '../../platform/procedura/hold.js';

/** What the steps of an elaborato are judged by. */
export interface Preso extends Held<StatoElaborato> {
  readonly tipo: TipoElaborato;
  readonly haFile: boolean;
  readonly consultatoAt: Date | null;
  /** Until when comments are taken. */
  readonly consultazioneFinoAt: Date | null;
  readonly verbale: StatoVerbale | null;
  readonly aperti: number;
  readonly altri: number;
  readonly sezioni: readonly { readonly chiave: string; readonly contenuto: ContenutoSezione }[];
}

/** Once it is held whoever was saving a part has finished, and nobody saves one until the step is taken. */
export async function leggiPreso(tx: Tx, ctx: RequestContext, held: Held<StatoElaborato>): Promise<Preso> {
  const { ambitoId, id } = placeOf(ctx);
  const [row] = await tx.db.query<Omit<Preso, keyof Held>[]>(
    `SELECT l.tipo, l.file IS NOT NULL AS "haFile", l.consultato_at AS "consultatoAt", l.consultazione_fino_at AS "consultazioneFinoAt",
       (SELECT v.stato FROM verbale v WHERE v.ambito_id = l.ambito_id AND v.id = l.approvato_verbale_id) AS verbale,
       (SELECT count(*)::int FROM elaborato_commento c WHERE c.ambito_id = l.ambito_id AND c.elaborato_id = l.id AND c.stato = 'aperto') AS aperti,
       (SELECT count(*)::int FROM elaborato_sezione s WHERE s.ambito_id = l.ambito_id AND s.elaborato_id = l.id AND s.tenuta_da <> $3 AND s.tenuta_fino_at > clock_timestamp()) AS altri,
       (SELECT coalesce(jsonb_agg(jsonb_build_object('chiave', s.chiave, 'contenuto', s.contenuto)), '[]') FROM elaborato_sezione s WHERE s.ambito_id = l.ambito_id AND s.elaborato_id = l.id) AS sezioni
     FROM elaborato l WHERE l.ambito_id = $1 AND l.id = $2`,
    [ambitoId, id, ctx.actor.id],
  );
  if (row === undefined) throw new ProblemError('risorsa.non_trovata');
  return { ...held, ...row };
}

/** @throws ProblemError `elaborato.incompleto` with one error for each missing part */
export function demandCompleto({ tipo, sezioni, haFile }: Preso): void {
  const errors = mancanze(tipo, sezioni, haFile)
    .slice(0, 50)
    .map(m => ({ pointer: m.sezione === null ? '/file' : `/sezioni/${m.sezione}`, code: 'elaborato.incompleto', message: m.testo }));
  if (errors.length > 0) throw new ProblemError('elaborato.incompleto', { errors });
}

/** @throws ProblemError `elaborato.verbale_non_valido` when the verbale that approved it went back to the draft */
export function demandVerbale({ verbale }: Preso): void {
  if (verbale !== 'approvato' && verbale !== 'pubblicato') throw new ProblemError('elaborato.verbale_non_valido');
}
