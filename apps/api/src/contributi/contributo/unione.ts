import { CONTRIBUTI_PRINCIPALI, tra, type StatoContributo } from '@tavoli/shared';
import type { Tx } from '../../platform/commands/commands.js';
import type { ResolvedPlace } from '../../platform/commands/context.js';
import { fieldProblem } from '../../platform/problem/problem.error.js';
import { orologiPer } from './orologi.js';
import { scriviPasso } from './passi.js';
import { writeOther } from '../../platform/procedura/hold.js';
import { CONTRIBUTO_KIND } from './contributo.kind.js';

export interface Principale {
  readonly id: string;
}

/**
 * Holds both, in the order of ids: two that are merged into each other at the same moment do not wait for one another, and one of the two is refused.
 * @throws ProblemError `contributo.principale_non_valido`
 */
export async function prendiInsieme(tx: Tx, id: string | undefined, principaleId: string | undefined): Promise<void> {
  if (principaleId === undefined || principaleId === id) throw fieldProblem('contributo.principale_non_valido', '/principaleId');
  const rows = await tx.db.query<(Principale & { stato: StatoContributo })[]>(
    'SELECT id, stato FROM contributo WHERE ambito_id = $1 AND id IN ($2, $3) ORDER BY id FOR UPDATE',
    [tx.ambitoId, id, principaleId],
  );
  const principale = rows.find(r => r.id === principaleId);
  if (!principale || !tra(CONTRIBUTI_PRINCIPALI, principale.stato)) throw fieldProblem('contributo.principale_non_valido', '/principaleId');
}

/** Those that were merged into `id`, which goes into the main one, follow it, so that no chain ever has two links. Both are held. */
export async function unisci(tx: Tx, id: string, principaleId: string): Promise<Principale> {
  await tx.db.query('UPDATE contributo SET unito_a = $3, version = version + 1 WHERE ambito_id = $1 AND unito_a = $2', [
    tx.ambitoId,
    id,
    principaleId,
  ]);
  return { id: principaleId };
}

/** Tells both stories. */
export async function raccontaUnione(tx: Tx, place: ResolvedPlace, principale: Principale): Promise<void> {
  await scriviPasso(tx.db, tx.ambitoId, place.id, { tipo: 'unito', oggetto: { tipo: 'contributo', id: principale.id } });
  await scriviPasso(tx.db, tx.ambitoId, principale.id, { tipo: 'riunito', oggetto: { tipo: 'contributo', id: place.id } });
}

/** The main one was withdrawn: those merged into it stand by themselves again, where they were, with a clock that starts now. */
export async function sciogli(tx: Tx, principaleId: string): Promise<void> {
  const rows = await tx.db.query<{ id: string; pubblicato: boolean }[]>(
    'SELECT id, pubblicato_at IS NOT NULL AS pubblicato FROM contributo WHERE ambito_id = $1 AND unito_a = $2 ORDER BY id FOR UPDATE',
    [tx.ambitoId, principaleId],
  );
  for (const { id, pubblicato } of rows) {
    const stato: StatoContributo = pubblicato ? 'pubblicato' : 'in_moderazione';
    await writeOther(tx, CONTRIBUTO_KIND, id, { unito_a: null, stato, ...(await orologiPer(tx.db, tx.ambitoId, stato)) });
    await scriviPasso(tx.db, tx.ambitoId, id, { tipo: pubblicato ? 'pubblicato' : 'confermato' });
    tx.registra('contributo.sciogli', 'contributo', id, { principale: principaleId });
  }
}
