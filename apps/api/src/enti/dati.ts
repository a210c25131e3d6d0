import { identitaCambiata, type CampoIdentita, type EnteDatiInput, type StatoEnte } from '@tavoli/shared';
import type { EntityManager } from 'typeorm';
import { uniqueViolation } from '../platform/commands/unique-violation.js';
import { fieldProblem, ProblemError } from '../platform/problem/problem.error.js';

/** For `.catch()` of a step: another ente with this codice fiscale is verified already. @throws ProblemError `ente.altro_verificato` */
export const altroVerificato = uniqueViolation('ente_verificato_codice_fiscale', 'ente.altro_verificato');

/**
 * Anybody may register any codice fiscale, and the answer says nothing of who else has: but not the same person twice.
 * @throws ProblemError `ente.duplicato`, on its field
 */
export async function demandNonMio(db: EntityManager, ambitoId: string, accountId: string, codiceFiscale: string): Promise<void> {
  await db.query('SELECT 1 FROM account WHERE id = $1 FOR NO KEY UPDATE', [accountId]); // two at once wait for each other
  const rows = await db.query<unknown[]>(
    'SELECT 1 FROM ente e JOIN operatore o ON o.ambito_id = e.ambito_id AND o.ente_id = e.id AND o.al IS NULL WHERE e.ambito_id = $1 AND o.account_id = $2 AND e.codice_fiscale = $3',
    [ambitoId, accountId, codiceFiscale],
  );
  if (rows.length > 0) throw fieldProblem('ente.duplicato', '/codiceFiscale');
}

/** @throws ProblemError 400 unless every area is one of the ambito's */
export async function demandAree(db: EntityManager, ambitoId: string, aree: readonly string[]): Promise<void> {
  const [row] = await db.query<{ n: number }[]>(
    'SELECT count(*)::int AS n FROM area_tematica WHERE ambito_id = $1 AND id = ANY($2::uuid[])',
    [ambitoId, aree],
  );
  if (row?.n !== new Set(aree).size) throw fieldProblem('richiesta.non_valida', '/aree', 'Scegli le aree tra quelle dell’ambito.');
}

const DATI = `SELECT denominazione, natura_giuridica AS "naturaGiuridica", codice_fiscale AS "codiceFiscale", partita_iva AS "partitaIva", runts,
  sede_legale AS "sedeLegale", sede_operativa AS "sedeOperativa", pec, email, telefono, legale_rappresentante AS "legaleRappresentante", aree, presentazione
  FROM ente WHERE ambito_id = $1 AND id = $2`;

/** What an ente says of itself, as it is written now. */
export async function datiDi(db: EntityManager, ambitoId: string, id: string): Promise<EnteDatiInput> {
  const [row] = await db.query<EnteDatiInput[]>(DATI, [ambitoId, id]);
  if (row === undefined) throw new ProblemError('risorsa.non_trovata');
  return row;
}

type Identita = Pick<EnteDatiInput, CampoIdentita>;

/** @throws ProblemError `ente.identita_bloccata` on the first field that `stato` locks and `dopo` changes */
export function demandIdentita(stato: StatoEnte, prima: Identita, dopo: Identita): void {
  const [campo] = identitaCambiata(stato, prima, dopo);
  if (campo !== undefined) throw fieldProblem('ente.identita_bloccata', `/${campo}`);
}
