import { STATI_ENTE, type StatoEnte } from '@tavoli/shared';
import type { Tx } from '../platform/commands/commands.js';
import { placeOf, type RequestContext } from '../platform/commands/context.js';
import { transition } from '../platform/commands/transition.js';

/** Takes the ente for this transaction, as the version the actor saw, and gives it the next one. @throws ProblemError `versione.superata`, `ente.stato` */
export async function lockVersione(tx: Tx, ctx: RequestContext): Promise<void> {
  const stato = STATI_ENTE.find(s => s === placeOf(ctx).stato) as StatoEnte;
  await transition(tx, ctx, { table: 'ente', transitions: { salva: { from: [stato], to: stato } }, azione: 'salva', motivazione: null });
}

/**
 * Takes the ente for this transaction, whatever its version: commands on its people wait for each other. Its own row is not changed, so
 * it does not keep out what only refers to it.
 */
export async function lockEnte(tx: Tx, enteId: string): Promise<void> {
  await tx.db.query('SELECT 1 FROM ente WHERE ambito_id = $1 AND id = $2 FOR NO KEY UPDATE', [tx.ambitoId, enteId]);
}
