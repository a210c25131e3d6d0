import { rolesIn, type AzioneVerbale, type RegoleTavolo, type StatoVerbale } from '@tavoli/shared';
import { regoleDi } from '../incontri/regole/regole.js';
import type { Tx } from '../platform/commands/commands.js';
import { placeOf, type RequestContext } from '../platform/commands/context.js';
import { ProblemError } from '../platform/problem/problem.error.js';
import type { Held } from '../platform/procedura/hold.js';
import { bloccati, REGOLE, SEGUITO } from './verbale/regole-verbale.js';

/** What the steps of a verbale are judged by. */
export interface Preso extends Held<StatoVerbale> {
  readonly chiuso: boolean;
  /** Corrections may still be proposed. */
  readonly inTempo: boolean;
  readonly aperte: number;
  readonly anno: number | null;
  readonly tavoloId: string | null;
  readonly approvatoDa: string | null;
  readonly regole: RegoleTavolo;
  readonly seguito: boolean;
}

type Riga = Omit<Preso, keyof Held | 'regole'> & { readonly regole: Partial<RegoleTavolo> | null };

/** Read once it is held: a correction that was being proposed while this waited is counted too. */
export async function leggiPreso(tx: Tx, ctx: RequestContext, held: Held<StatoVerbale>): Promise<Preso> {
  const { ambitoId, id } = placeOf(ctx);
  const [row] = await tx.db.query<Riga[]>(
    `SELECT n.stato = 'svolto' AS chiuso, v.stato = 'in_revisione' AND coalesce(v.revisione_fino_at > clock_timestamp(), false) AS "inTempo", v.anno, v.tavolo_id AS "tavoloId", v.approvato_da AS "approvatoDa", ${REGOLE} AS regole, ${SEGUITO} AS seguito,
       (SELECT count(*)::int FROM verbale_correzione c WHERE c.ambito_id = v.ambito_id AND c.verbale_id = v.id AND c.stato = 'proposta') AS aperte
     FROM verbale v JOIN incontro n ON n.ambito_id = v.ambito_id AND n.id = v.incontro_id WHERE v.ambito_id = $1 AND v.id = $2`,
    [ambitoId, id],
  );
  if (row === undefined) throw new ProblemError('risorsa.non_trovata');
  return { ...held, ...row, regole: regoleDi(row.regole) };
}

/** @throws ProblemError what the rules of the tavolo say against it, to this person at this moment */
export function demandRegole(azione: AzioneVerbale, row: Preso, ctx: RequestContext): void {
  const blocco = bloccati({ ...row, chi: ctx.actor.id, roles: rolesIn(ctx.actor, placeOf(ctx)) }).find(b => b.azione === azione);
  if (blocco !== undefined) throw new ProblemError(blocco.code);
}

/** The next number within tavolo and year, without gaps: whoever approves another at the same moment waits. Columns of the verbale. */
export async function numera(tx: Tx, tavoloId: string | null): Promise<{ anno?: number; numero?: number }> {
  await tx.db.query('SELECT pg_advisory_xact_lock(hashtextextended($1, 7274666))', [`verbale ${tx.ambitoId} ${tavoloId ?? ''}`]);
  const [next] = await tx.db.query<{ anno: number; numero: number }[]>(
    `SELECT extract(year FROM clock_timestamp() AT TIME ZONE 'Europe/Rome')::int AS anno, 1 + coalesce(max(numero) FILTER (WHERE anno = extract(year FROM clock_timestamp() AT TIME ZONE 'Europe/Rome')), 0) AS numero
     FROM verbale WHERE ambito_id = $1 AND tavolo_id IS NOT DISTINCT FROM $2`,
    [tx.ambitoId, tavoloId],
  );
  return { anno: next?.anno, numero: next?.numero };
}
