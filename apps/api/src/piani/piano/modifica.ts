import type { Tx } from '../../platform/commands/commands.js';
import { placeOf, type RequestContext } from '../../platform/commands/context.js';
import { ProblemError } from '../../platform/problem/problem.error.js';

/**
 * Begins a change of an open Piano: whoever changes it at the same moment waits, and a version more is stored.
 * @throws ProblemError `versione.superata` where a version was seen, `piano.chiuso`
 */
export async function apri(tx: Tx, ctx: RequestContext, version: number | null): Promise<void> {
  const { ambitoId, id } = placeOf(ctx);
  const [row] = await tx.db.query<{ stato: string; version: number }[]>(
    'SELECT stato, version FROM piano_di_zona WHERE ambito_id = $1 AND id = $2 FOR UPDATE',
    [ambitoId, id],
  );
  if (!row) throw new ProblemError('risorsa.non_trovata');
  if (version !== null && row.version !== version) throw new ProblemError('versione.superata', { version: row.version });
  if (row.stato !== 'in_preparazione') throw new ProblemError('piano.chiuso');
  await tx.db.query('UPDATE piano_di_zona SET version = version + 1 WHERE ambito_id = $1 AND id = $2', [ambitoId, id]);
}
