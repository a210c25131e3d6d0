import type { EntityManager } from 'typeorm';
import { chiNellAmbito, chiPerLEnte } from '../incarichi/chi.sql.js';

export interface Indirizzo {
  readonly name: string;
  readonly address: string;
}

/** What mails about an ente say and to whom, read once in the transaction of the act. */
export interface EntePerEmail {
  readonly id: string;
  readonly version: number;
  readonly ambitoId: string;
  readonly ambitoSlug: string;
  readonly ambito: string;
  readonly denominazione: string;
  readonly operatori: readonly Indirizzo[];
  /** The ente's own address first, then its operatori. */
  readonly perEnte: readonly Indirizzo[];
  /** Who verifies enti. */
  readonly perUffici: readonly Indirizzo[];
}

const sql = (): string => `
  SELECT e.id, e.version, a.id AS "ambitoId", a.slug AS "ambitoSlug", a.nome AS ambito, e.denominazione, e.email,
    ${chiPerLEnte('e.ambito_id', 'e.id')} AS operatori, ${chiNellAmbito('ente.verifica', 'e.ambito_id')} AS "perUffici"
  FROM ente e JOIN ambito a ON a.id = e.ambito_id
  WHERE e.ambito_id = $1 AND e.id = $2`;

type Row = Omit<EntePerEmail, 'perEnte'> & { readonly email: string };

export async function leggiEntePerEmail(db: EntityManager, ambitoId: string, id: string): Promise<EntePerEmail> {
  const [row] = await db.query<Row[]>(sql(), [ambitoId, id]);
  if (!row) throw new Error('The ente of this mail is gone.');
  const { email, ...rest } = row;
  return {
    ...rest,
    perEnte: [{ name: row.denominazione, address: email }, ...row.operatori.filter(o => o.address !== email)],
  };
}
