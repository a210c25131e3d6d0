import { paroleDi, type ParoleAmbito } from '@tavoli/shared';
import type { EntityManager } from 'typeorm';

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
  /** How the bodies of the ambito are called. */
  readonly parole: ParoleAmbito;
  readonly operatori: readonly Indirizzo[];
  /** The ente's own address first, then its operatori. */
  readonly perEnte: readonly Indirizzo[];
  /** Coordinatore and ufficio di piano. */
  readonly perUffici: readonly Indirizzo[];
}

const PERSONE = `coalesce(jsonb_agg(DISTINCT jsonb_build_object('name', ac.nome || ' ' || ac.cognome, 'address', ac.email)), '[]')`;

const SQL = `
  SELECT e.id, e.version, a.id AS "ambitoId", a.slug AS "ambitoSlug", a.nome AS ambito, a.regione, a.parole, e.denominazione, e.email,
    (SELECT ${PERSONE} FROM operatore o JOIN account ac ON ac.id = o.account_id
     WHERE o.ambito_id = e.ambito_id AND o.ente_id = e.id AND o.al IS NULL) AS operatori,
    (SELECT ${PERSONE} FROM incarico i JOIN account ac ON ac.id = i.account_id
     WHERE i.ambito_id = e.ambito_id AND i.ruolo IN ('coordinatore', 'ufficio_di_piano') AND i.al IS NULL) AS "perUffici"
  FROM ente e JOIN ambito a ON a.id = e.ambito_id
  WHERE e.ambito_id = $1 AND e.id = $2`;

type Row = Omit<EntePerEmail, 'perEnte' | 'parole'> & {
  readonly email: string;
  readonly regione: string;
  readonly parole: Partial<ParoleAmbito> | null;
};

export async function leggiEntePerEmail(db: EntityManager, ambitoId: string, id: string): Promise<EntePerEmail> {
  const [row] = await db.query<Row[]>(SQL, [ambitoId, id]);
  if (!row) throw new Error('The ente of this mail is gone.');
  const { email, regione, parole, ...rest } = row;
  return {
    ...rest,
    parole: paroleDi(regione, parole),
    perEnte: [{ name: row.denominazione, address: email }, ...row.operatori.filter(o => o.address !== email)],
  };
}
