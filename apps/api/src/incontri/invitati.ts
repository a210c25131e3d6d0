import type { RuoloInvitato } from '@tavoli/shared';
import type { EntityManager } from 'typeorm';
import { hashSecret, newSecret } from '../platform/tokens/secret.js';

/** Who is to be called: one person, once, in their weightiest role. */
export interface Destinatario {
  readonly ruolo: RuoloInvitato;
  readonly nome: string;
  readonly email: string;
  readonly ente: string | null;
  readonly tavoloId: string | null;
  readonly enteId: string | null;
  readonly rappresentanteId: string | null;
}

export interface Invitato extends Destinatario {
  readonly id: string;
  /** Added to the SEQUENCE of the incontro: see the migration. */
  readonly passaggi: number;
}

/** Who sits at the tavoli now (of a focus group: its members), their referenti, the coordinatori, the guests. */
const DESTINATARI = `
  SELECT DISTINCT ON (x.email) x.* FROM (
    SELECT m.ruolo, r.nome || ' ' || r.cognome AS nome, r.email, e.denominazione AS ente, m.tavolo_id AS "tavoloId", m.ente_id AS "enteId", m.rappresentante_id AS "rappresentanteId"
    FROM incontro_tavolo nt
    JOIN mandato m ON m.ambito_id = nt.ambito_id AND m.tavolo_id = nt.tavolo_id AND m.al IS NULL
    JOIN rappresentante r ON r.ambito_id = m.ambito_id AND r.id = m.rappresentante_id
    JOIN ente e ON e.ambito_id = m.ambito_id AND e.id = m.ente_id
    WHERE nt.ambito_id = $1 AND nt.incontro_id = $2 AND (
      NOT EXISTS (SELECT 1 FROM incontro_membro f WHERE f.ambito_id = $1 AND f.incontro_id = $2)
      OR m.rappresentante_id IN (SELECT f.rappresentante_id FROM incontro_membro f WHERE f.ambito_id = $1 AND f.incontro_id = $2))
    UNION ALL
    SELECT i.ruolo, a.nome || ' ' || a.cognome, a.email, NULL, i.tavolo_id, NULL, NULL
    FROM incarico i JOIN account a ON a.id = i.account_id
    WHERE i.ambito_id = $1 AND i.al IS NULL AND (i.ruolo = 'coordinatore'
      OR (i.ruolo = 'referente' AND i.tavolo_id IN (SELECT nt.tavolo_id FROM incontro_tavolo nt WHERE nt.ambito_id = $1 AND nt.incontro_id = $2)))
    UNION ALL
    SELECT 'ospite', o.nome, o.email, NULL, NULL, NULL, NULL FROM incontro_ospite o WHERE o.ambito_id = $1 AND o.incontro_id = $2 AND o.email IS NOT NULL
  ) x ORDER BY x.email, array_position(ARRAY['titolare', 'supplente', 'referente', 'coordinatore', 'ospite'], x.ruolo), x.ente`;

export function leggiDestinatari(db: EntityManager, ambitoId: string, incontroId: string): Promise<Destinatario[]> {
  return db.query<Destinatario[]>(DESTINATARI, [ambitoId, incontroId]);
}

const COLONNE = `id, ruolo, nome, email, tavolo_id AS "tavoloId", ente_id AS "enteId", rappresentante_id AS "rappresentanteId", passaggi`;

const CHIAMA = `
  INSERT INTO invitato (ambito_id, id, incontro_id, ruolo, nome, email, tavolo_id, ente_id, rappresentante_id)
  SELECT $1, gen_random_uuid(), $2, ruolo, nome, email, "tavoloId", "enteId", "rappresentanteId"
  FROM jsonb_to_recordset($3::jsonb) AS d (ruolo text, nome text, email text, "tavoloId" uuid, "enteId" uuid, "rappresentanteId" uuid)
  ON CONFLICT (ambito_id, incontro_id, email) DO UPDATE SET ruolo = excluded.ruolo, nome = excluded.nome, tavolo_id = excluded.tavolo_id, ente_id = excluded.ente_id,
    rappresentante_id = excluded.rappresentante_id, risposta = 'in_attesa', risposta_at = NULL, revocato_at = NULL
  RETURNING ${COLONNE}`;

/** Calls those who sit there now, each with an answer still to give; who was called and sits there no more is left out from now on. */
export async function chiama(db: EntityManager, ambitoId: string, incontroId: string): Promise<{ chiamati: Invitato[]; usciti: Invitato[] }> {
  const destinatari = await leggiDestinatari(db, ambitoId, incontroId);
  const [usciti] = await db.query<[Invitato[], number]>(
    `UPDATE invitato SET revocato_at = now() WHERE ambito_id = $1 AND incontro_id = $2 AND revocato_at IS NULL AND NOT email = ANY($3::text[]) RETURNING ${COLONNE}`,
    [ambitoId, incontroId, destinatari.map(d => d.email)],
  );
  const righe = await db.query<Invitato[]>(CHIAMA, [ambitoId, incontroId, JSON.stringify(destinatari)]);
  const enti = new Map(destinatari.map(d => [d.email, d.ente]));
  return { chiamati: righe.map(r => ({ ...r, ente: enti.get(r.email) ?? null })), usciti: usciti.map(u => ({ ...u, ente: null })) };
}

/** Those who are called as things stand. */
export function leggiInvitati(db: EntityManager, ambitoId: string, incontroId: string): Promise<Invitato[]> {
  return db.query<Invitato[]>(
    `SELECT i.id, i.ruolo, i.nome, i.email, i.tavolo_id AS "tavoloId", i.ente_id AS "enteId", i.rappresentante_id AS "rappresentanteId", i.passaggi, e.denominazione AS ente
     FROM invitato i LEFT JOIN ente e ON e.ambito_id = i.ambito_id AND e.id = i.ente_id
     WHERE i.ambito_id = $1 AND i.incontro_id = $2 AND ${ATTIVO} ORDER BY i.nome`,
    [ambitoId, incontroId],
  );
}

/** SQL: the invitation of `i` still stands, and so does the seat it was made for. */
export const ATTIVO = `(i.revocato_at IS NULL AND (i.rappresentante_id IS NULL
  OR EXISTS (SELECT 1 FROM mandato m WHERE m.ambito_id = i.ambito_id AND m.rappresentante_id = i.rappresentante_id AND m.al IS NULL)))`;

/** A fresh secret for each, of which only the hash is kept: one more of those that open the same invitation. */
export async function creaSegretiInvito(db: EntityManager, ambitoId: string, invitati: readonly Pick<Invitato, 'id'>[]): Promise<Map<string, string>> {
  const segreti = new Map(invitati.map(({ id }) => [id, newSecret()]));
  await db.query('INSERT INTO invito_segreto (segreto_hash, ambito_id, invitato_id) SELECT h, $1, i FROM unnest($2::bytea[], $3::uuid[]) AS s (h, i)', [
    ambitoId, [...segreti.values()].map(hashSecret), [...segreti.keys()],
  ]);
  return segreti;
}
