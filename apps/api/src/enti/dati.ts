import { identitaCambiata, type CampoIdentita, type EnteDatiInput, type StatoEnte } from '@tavoli/shared';
import type { EntityManager } from 'typeorm';
import { uniqueViolation } from '../platform/commands/unique-violation.js';
import { fieldProblem, ProblemError } from '../platform/problem/problem.error.js';

const refuse = uniqueViolation('ente_ambito_id_codice_fiscale_key', 'ente.duplicato');

/** For `.catch()` of a write: the ambito already has an ente with this codice fiscale. @throws ProblemError `ente.duplicato`, on its field */
export function duplicato(error: unknown): never {
  try {
    return refuse(error);
  } catch (refused) {
    throw refused instanceof ProblemError ? fieldProblem(refused.code, '/codiceFiscale') : refused;
  }
}

/** @throws ProblemError 400 unless every area is one of the ambito's */
export async function demandAree(db: EntityManager, ambitoId: string, aree: readonly string[]): Promise<void> {
  const [row] = await db.query<{ n: number }[]>('SELECT count(*)::int AS n FROM area_tematica WHERE ambito_id = $1 AND id = ANY($2::uuid[])', [ambitoId, aree]);
  if (row?.n !== new Set(aree).size) throw fieldProblem('richiesta.non_valida', '/aree', 'Scegli le aree tra quelle dell’ambito.');
}

type Identita = Pick<EnteDatiInput, CampoIdentita>;

/** @throws ProblemError `ente.identita_bloccata` on the first field that `stato` locks and `dopo` changes */
export function demandIdentita(stato: StatoEnte, prima: Identita, dopo: Identita): void {
  const [campo] = identitaCambiata(stato, prima, dopo);
  if (campo !== undefined) throw fieldProblem('ente.identita_bloccata', `/${campo}`);
}
