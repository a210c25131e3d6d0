import type { Tx } from '../platform/commands/commands.js';

/**
 * Takes the ente for this transaction, whatever its version: commands on its people wait for each other. Its own row is not changed, so
 * it does not keep out what only refers to it.
 */
export async function lockEnte(tx: Tx, enteId: string): Promise<void> {
  await tx.db.query('SELECT 1 FROM ente WHERE ambito_id = $1 AND id = $2 FOR NO KEY UPDATE', [tx.ambitoId, enteId]);
}
