import { type MotivoDecadenza } from '@tavoli/shared';
import type { EntityManager } from 'typeorm';
import { chiNellAmbito, chiPerLEnte } from '../incarichi/chi.sql.js';
import { ProblemError } from '../platform/problem/problem.error.js';

interface Indirizzo {
  readonly name: string;
  readonly address: string;
}

/** All that the mails about a procedimento say and to whom, read once in the transaction of the act. */
export interface DecadenzaPerEmail {
  readonly id: string;
  readonly version: number;
  readonly ambitoId: string;
  readonly ambitoSlug: string;
  readonly ambito: string;
  readonly tavoloId: string;
  readonly tavolo: string;
  readonly ente: string;
  readonly motivo: MotivoDecadenza;
  readonly ragioni: string;
  readonly ufficio: string;
  readonly responsabile: string;
  readonly doveAtti: string;
  /** A day `YYYY-MM-DD`. */
  readonly termine: string;
  readonly fatti: readonly { readonly inizioAt: string; readonly titolo: string }[];
  /** The ente's own address, its PEC, its operatori; who sits for it; who decides. */
  readonly perEnte: readonly Indirizzo[];
  readonly persone: readonly Indirizzo[];
  readonly perChiDecide: readonly Indirizzo[];
}

const sql = (): string => `
  SELECT k.id, k.version, a.id AS "ambitoId", a.slug AS "ambitoSlug", a.nome AS ambito, t.id AS "tavoloId", t.nome AS tavolo, e.denominazione AS ente, k.motivo, k.ragioni,
    k.ufficio, k.responsabile, k.dove_atti AS "doveAtti", k.termine::text AS termine, e.email, e.pec,
    (SELECT coalesce(jsonb_agg(jsonb_build_object('inizioAt', n.inizio_at, 'titolo', n.titolo) ORDER BY n.inizio_at), '[]') FROM decadenza_fatto f
       JOIN incontro n ON n.ambito_id = f.ambito_id AND n.id = f.incontro_id WHERE f.ambito_id = k.ambito_id AND f.decadenza_id = k.id) AS fatti,
    (SELECT coalesce(jsonb_agg(DISTINCT jsonb_build_object('name', r.nome || ' ' || r.cognome, 'address', r.email)), '[]') FROM designazione d
       JOIN rappresentante r ON r.ambito_id = d.ambito_id AND r.designazione_id = d.id AND r.consenso = 'dato'
       WHERE d.ambito_id = k.ambito_id AND d.tavolo_id = k.tavolo_id AND d.ente_id = k.ente_id
         AND d.id = (SELECT u.id FROM designazione u WHERE u.ambito_id = k.ambito_id AND u.tavolo_id = k.tavolo_id AND u.ente_id = k.ente_id AND u.accettata_at IS NOT NULL
           ORDER BY u.accettata_at DESC LIMIT 1)) AS persone,
    ${chiPerLEnte('k.ambito_id', 'k.ente_id')} AS operatori, ${chiNellAmbito('decadenza.concludi', 'k.ambito_id')} AS "perChiDecide"
  FROM decadenza k JOIN ambito a ON a.id = k.ambito_id JOIN ente e ON e.ambito_id = k.ambito_id AND e.id = k.ente_id
  JOIN tavolo t ON t.ambito_id = k.ambito_id AND t.id = k.tavolo_id
  WHERE k.ambito_id = $1 AND k.id = $2`;

type Row = Omit<DecadenzaPerEmail, 'perEnte'> & { email: string; pec: string | null; operatori: Indirizzo[] };

export async function leggiDecadenzaPerEmail(db: EntityManager, ambitoId: string, id: string): Promise<DecadenzaPerEmail> {
  const [row] = await db.query<Row[]>(sql(), [ambitoId, id]);
  if (!row) throw new ProblemError('risorsa.non_trovata');
  const { email, pec, operatori, ...rest } = row;
  const propri = [email, ...(pec === null ? [] : [pec])].map(address => ({ name: row.ente, address }));
  return { ...rest, perEnte: unaVolta([...propri, ...operatori]) };
}

const unaVolta = (tutti: readonly Indirizzo[]): Indirizzo[] =>
  tutti.filter((uno, n) => tutti.findIndex(altro => altro.address === uno.address) === n);
