import type { Tx } from '../../platform/commands/commands.js';
import { ProblemError } from '../../platform/problem/problem.error.js';

export interface IterPreso {
  readonly id: string;
  readonly version: number;
}

/** Takes the iter of the current Piano for this transaction: commands on its order, its phases and its signatories wait for each other. @throws ProblemError `iter.assente` */
export async function prendiIter(tx: Tx): Promise<IterPreso> {
  const [row] = await tx.db.query<IterPreso[]>(
    `SELECT i.id, i.version FROM iter i JOIN piano_di_zona p ON p.ambito_id = i.ambito_id AND p.id = i.piano_id
     WHERE i.ambito_id = $1 ORDER BY p.dal DESC, p.id LIMIT 1 FOR UPDATE OF i`,
    [tx.ambitoId],
  );
  if (!row) throw new ProblemError('iter.assente');
  return row;
}

/** The iter is another one from now on for whoever had read it. */
export async function segnaIter(tx: Tx, id: string): Promise<void> {
  await tx.db.query('UPDATE iter SET version = version + 1 WHERE ambito_id = $1 AND id = $2', [tx.ambitoId, id]);
}
