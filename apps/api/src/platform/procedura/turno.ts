import type { Tx } from '../commands/commands.js';
import { superata } from './hold.js';

/** SQL of the lock of an ambito under which passages are blacked out: `$1` is its key. */
const CHIAVE = 'hashtextextended($1, 7274667)';
const chiave = (ambitoId: string): string[] => [`oscuramenti ${ambitoId}`];

/** One oscuramento at a time in an ambito, and nothing is published while it is written. */
export async function mentreSiOscura({ db, ambitoId }: Pick<Tx, 'db' | 'ambitoId'>): Promise<void> {
  await db.query(`SELECT pg_advisory_xact_lock(${CHIAVE})`, chiave(ambitoId));
}

/**
 * No oscuramento is written until the end of this transaction: what is read from here on and published is seen by the next one. Never waits: who blacks out
 * may be waiting for what is held here. @throws ProblemError `versione.superata` while one is being written
 */
export async function mentreSiPubblica({ db, ambitoId }: Pick<Tx, 'db' | 'ambitoId'>): Promise<void> {
  const [turno] = await db.query<{ libero: boolean }[]>(`SELECT pg_try_advisory_xact_lock_shared(${CHIAVE}) AS libero`, chiave(ambitoId));
  if (turno?.libero !== true) throw superata();
}
