import { DIRETTI_APERTI, type Veste } from '@tavoli/shared';
import type { EntityManager } from 'typeorm';
import { chiNellAmbito } from '../incarichi/chi.sql.js';
import { fra } from '../platform/database/fra.js';
import { hashSecret, newSecret } from '../platform/tokens/secret.js';

interface Indirizzo {
  readonly name: string;
  readonly address: string;
}

/** What the mails of an invitation say, read once in the transaction of the act. */
export interface InvitoPerEmail {
  readonly id: string;
  readonly ambitoId: string;
  readonly ambitoSlug: string;
  readonly ambito: string;
  readonly ente: string;
  /** Who invites, by name. */
  readonly da: string;
  readonly atto: { readonly numero: string; readonly data: string };
  /** Those that wait for an answer. */
  readonly posti: readonly { readonly tavolo: string; readonly veste: Veste; readonly scadeAt: string }[];
  /** The ente's addresses, its PEC besides where it has one. */
  readonly perEnte: readonly Indirizzo[];
  /** Who invites enti. */
  readonly perUffici: readonly Indirizzo[];
}

const sql = (): string => `
  SELECT i.id, a.id AS "ambitoId", a.slug AS "ambitoSlug", a.nome AS ambito, e.denominazione AS ente, i.invitato_da AS da,
    jsonb_build_object('numero', i.atto_numero, 'data', i.atto_data) AS atto,
    (SELECT coalesce(jsonb_agg(jsonb_build_object('tavolo', t.nome, 'veste', p.veste, 'scadeAt', p.scade_at) ORDER BY t.codice), '[]')
       FROM posto_diretto p JOIN tavolo t ON t.ambito_id = p.ambito_id AND t.id = p.tavolo_id
       WHERE p.ambito_id = i.ambito_id AND p.invito_id = i.id AND p.stato IN ${fra(DIRETTI_APERTI)}) AS posti,
    e.email, e.pec, ${chiNellAmbito('diretto.crea', 'i.ambito_id')} AS "perUffici"
  FROM invito_diretto i JOIN ambito a ON a.id = i.ambito_id JOIN ente e ON e.ambito_id = i.ambito_id AND e.id = i.ente_id
  WHERE i.ambito_id = $1 AND i.id = $2`;

type Row = Omit<InvitoPerEmail, 'perEnte'> & { readonly email: string; readonly pec: string | null };

export async function leggiInvito(db: EntityManager, ambitoId: string, id: string): Promise<InvitoPerEmail> {
  const [row] = await db.query<Row[]>(sql(), [ambitoId, id]);
  if (!row) throw new Error('The invitation of this mail is gone.');
  const { email, pec, ...rest } = row;
  const indirizzi = [...new Set([email, ...(pec === null ? [] : [pec])])];
  return { ...rest, perEnte: indirizzi.map(address => ({ name: row.ente, address })) };
}

/** A fresh secret, of which only the hash is kept: one more of those that open the same invitation. */
export async function creaSegreto(db: EntityManager, ambitoId: string, invitoId: string): Promise<string> {
  const segreto = newSecret();
  await db.query('INSERT INTO invito_diretto_segreto (segreto_hash, ambito_id, invito_id) VALUES ($1, $2, $3)', [
    hashSecret(segreto),
    ambitoId,
    invitoId,
  ]);
  return segreto;
}
