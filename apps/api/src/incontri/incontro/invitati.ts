import { RUOLI_INVITATO, type Risposta, type RuoloInvitato } from '@tavoli/shared';
import type { EntityManager } from 'typeorm';
import { tieneAllIncontro, tieneAlTavolo, tieneNellAmbito } from '../../incarichi/chi.sql.js';
import { ordineDi } from '../../platform/database/fra.js';
import { hashSecret, newSecret } from '../../platform/tokens/secret.js';
import { osserva } from '../../tavoli/osservatori.sql.js';
import { siede, siedeAncora } from '../../posti/siede.sql.js';

/** Who is to be called, for one seat: a mailbox that holds several is called for each. Who holds none is called once, in their weightiest role. */
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
  readonly risposta: Risposta;
  /** Added to the SEQUENCE of the incontro: of the whole mailbox, whose calendar keeps one event for all its seats. */
  readonly passaggi: number;
}

/** SQL: in what role one is called first, where several would do. */
export const pesoDi = (ruolo: string): string => ordineDi(RUOLI_INVITATO, ruolo);
const PESO = pesoDi('x.ruolo');

/** Who sits at the tavoli now, seat by seat (of a focus group: its members); besides them their referenti, the coordinatori, who follows them without a seat (not to a focus group), the guests. */
const destinatari = (): string => `
  WITH posti AS (
    SELECT DISTINCT ON (r.email, m.tavolo_id, m.ente_id) m.ruolo, r.nome || ' ' || r.cognome AS nome, r.email, e.denominazione AS ente, m.tavolo_id AS "tavoloId", m.ente_id AS "enteId",
      m.rappresentante_id AS "rappresentanteId"
    FROM incontro_tavolo nt
    JOIN mandato m ON m.ambito_id = nt.ambito_id AND m.tavolo_id = nt.tavolo_id AND ${siede('m')}
    JOIN rappresentante r ON r.ambito_id = m.ambito_id AND r.id = m.rappresentante_id
    JOIN ente e ON e.ambito_id = m.ambito_id AND e.id = m.ente_id
    WHERE nt.ambito_id = $1 AND nt.incontro_id = $2 AND (
      NOT EXISTS (SELECT 1 FROM incontro_membro f WHERE f.ambito_id = $1 AND f.incontro_id = $2)
      OR m.rappresentante_id IN (SELECT f.rappresentante_id FROM incontro_membro f WHERE f.ambito_id = $1 AND f.incontro_id = $2))
    ORDER BY r.email, m.tavolo_id, m.ente_id, m.ruolo DESC),
  altri AS (
    SELECT DISTINCT ON (x.email) x.* FROM (
      SELECT i.ruolo, a.nome || ' ' || a.cognome AS nome, a.email, NULL AS ente, i.tavolo_id AS "tavoloId", NULL::uuid AS "enteId", NULL::uuid AS "rappresentanteId"
      FROM incarico i JOIN account a ON a.id = i.account_id
      WHERE i.ambito_id = $1 AND (${tieneNellAmbito('i', 'incontro.presenzia')} OR ${tieneAllIncontro('i', 'incontro.presenzia', '= $2')}
        OR ${tieneAlTavolo('i', 'incontro.presenzia', 'IN (SELECT nt.tavolo_id FROM incontro_tavolo nt WHERE nt.ambito_id = $1 AND nt.incontro_id = $2)')})
      UNION ALL
      SELECT 'osservatore', a.nome || ' ' || a.cognome, a.email, NULL, o.tavolo_id, NULL, NULL
      FROM osservatore o JOIN account a ON a.id = o.account_id AND a.email_confermata_at IS NOT NULL
      WHERE o.ambito_id = $1 AND ${osserva('o')} AND o.tavolo_id IN (SELECT nt.tavolo_id FROM incontro_tavolo nt WHERE nt.ambito_id = $1 AND nt.incontro_id = $2)
        AND NOT EXISTS (SELECT 1 FROM incontro_membro f WHERE f.ambito_id = $1 AND f.incontro_id = $2)
      UNION ALL
      SELECT 'ospite', o.nome, o.email, NULL, NULL, NULL, NULL FROM incontro_ospite o WHERE o.ambito_id = $1 AND o.incontro_id = $2 AND o.email IS NOT NULL
    ) x WHERE NOT EXISTS (SELECT 1 FROM posti p WHERE p.email = x.email) ORDER BY x.email, ${PESO}, x."tavoloId")
  SELECT x.* FROM (SELECT * FROM posti UNION ALL SELECT * FROM altri) x ORDER BY x.email, ${PESO}, x.ente, x."tavoloId"`;

export function leggiDestinatari(db: EntityManager, ambitoId: string, incontroId: string): Promise<Destinatario[]> {
  return db.query<Destinatario[]>(destinatari(), [ambitoId, incontroId]);
}

/** SQL: how many times the part of the mailbox of `i` in its incontro has changed, over all its seats. */
export const PASSAGGI = `(SELECT sum(q.passaggi)::int FROM invitato q WHERE q.ambito_id = i.ambito_id AND q.incontro_id = i.incontro_id AND q.email = i.email)`;

/** SQL columns of an `Invitato`, of the row `i`. */
export const COLONNE_INVITATO = `i.id, i.risposta, i.ruolo, i.nome, i.email, i.tavolo_id AS "tavoloId", i.ente_id AS "enteId", i.rappresentante_id AS "rappresentanteId", coalesce(${PASSAGGI}, 0) AS passaggi,
  (SELECT e.denominazione FROM ente e WHERE e.ambito_id = i.ambito_id AND e.id = i.ente_id) AS ente`;

/** SQL: the seats given as `$3`, to be read as `d`; and whether `i` is the call for one of them. */
const DATI = `jsonb_to_recordset($3::jsonb) AS d (ruolo text, nome text, email text, "tavoloId" uuid, "enteId" uuid, "rappresentanteId" uuid)`;
const CHIAVE = `i.email = d.email AND i.tavolo_id IS NOT DISTINCT FROM d."tavoloId" AND i.ente_id IS NOT DISTINCT FROM d."enteId"`;

/** SQL: calls for each of the seats `$3`. @param passaggi of a call that is new @param ancora what is written where the seat was called before */
const iscrivi = (passaggi: string, ancora: string): string => `
  INSERT INTO invitato AS i (ambito_id, id, incontro_id, ruolo, nome, email, tavolo_id, ente_id, rappresentante_id, passaggi)
  SELECT $1, gen_random_uuid(), $2, d.ruolo, d.nome, d.email, d."tavoloId", d."enteId", d."rappresentanteId", ${passaggi} FROM ${DATI}
  ON CONFLICT ON CONSTRAINT invitato_posto DO UPDATE SET ruolo = excluded.ruolo, nome = excluded.nome,
    rappresentante_id = excluded.rappresentante_id, revocato_at = NULL, ${ancora}
  RETURNING ${COLONNE_INVITATO}`;

/** `$4`: answers given stay, of whoever was called for the same seat in the same role. */
const RESTA = `$4 AND i.revocato_at IS NULL AND i.ruolo = excluded.ruolo`;
const CHIAMA = iscrivi(
  '0',
  `risposta = CASE WHEN ${RESTA} THEN i.risposta ELSE 'in_attesa' END, risposta_at = CASE WHEN ${RESTA} THEN i.risposta_at END`,
);

/** The event of a mailbox that is in its calendar already is changed by one seat more. */
const CHIAMA_NUOVI = iscrivi(
  '(SELECT count(*) > 0 FROM invitato q WHERE q.ambito_id = $1 AND q.incontro_id = $2 AND q.email = d.email)::int',
  `risposta = 'in_attesa', risposta_at = NULL, passaggi = i.passaggi + 1`,
);

/** A seat handed over to somebody who is not called any more is in nobody's hands. */
const SENZA_SUPPLENTE = `
  UPDATE invitato i SET risposta = 'in_attesa', risposta_at = NULL WHERE i.ambito_id = $1 AND i.incontro_id = $2 AND i.risposta = 'passa' AND NOT EXISTS (
    SELECT 1 FROM invitato s WHERE s.ambito_id = i.ambito_id AND s.incontro_id = i.incontro_id AND s.ruolo = 'supplente' AND s.tavolo_id = i.tavolo_id AND s.ente_id = i.ente_id AND s.revocato_at IS NULL)`;

/**
 * Calls those who sit there now, seat by seat, each with an answer still to give but where `restano` the answers given; a seat that was called and is there no more is left out from now on.
 * @returns `usciti`: of the mailboxes that are called for nothing any more
 */
export async function chiama(
  db: EntityManager,
  ambitoId: string,
  incontroId: string,
  restano = false,
): Promise<{ chiamati: Invitato[]; usciti: Invitato[] }> {
  const destinatari = await leggiDestinatari(db, ambitoId, incontroId);
  const [tolti] = await db.query<[Invitato[], number]>(
    `UPDATE invitato i SET revocato_at = now() WHERE i.ambito_id = $1 AND i.incontro_id = $2 AND i.revocato_at IS NULL AND NOT EXISTS (
       SELECT 1 FROM ${DATI} WHERE ${CHIAVE}) RETURNING ${COLONNE_INVITATO}`,
    [ambitoId, incontroId, JSON.stringify(destinatari)],
  );
  if (restano) await db.query(SENZA_SUPPLENTE, [ambitoId, incontroId]);
  const righe = await db.query<Invitato[]>(CHIAMA, [ambitoId, incontroId, JSON.stringify(destinatari), restano]);
  const chiave = (d: Destinatario) => `${d.email} ${d.tavoloId ?? ''} ${d.enteId ?? ''}`;
  const ordine = new Map(destinatari.map((d, n) => [chiave(d), n]));
  const chiamati = [...righe].sort((a, b) => (ordine.get(chiave(a)) ?? 0) - (ordine.get(chiave(b)) ?? 0));
  return { chiamati, usciti: tolti.filter(u => !chiamati.some(c => c.email === u.email)) };
}

/** Who is to be called as things stand, and has not been: they came to sit there after the convocation left. */
export async function leggiNuovi(
  db: EntityManager,
  ambitoId: string,
  incontroId: string,
  ruolo: RuoloInvitato | null = null,
): Promise<Destinatario[]> {
  return db.query<Destinatario[]>(
    `SELECT d.* FROM (${destinatari()}) d WHERE ($3::text IS NULL OR d.ruolo = $3) AND NOT EXISTS (
       SELECT 1 FROM invitato i WHERE i.ambito_id = $1 AND i.incontro_id = $2 AND i.revocato_at IS NULL AND ${CHIAVE})`,
    [ambitoId, incontroId, ruolo],
  );
}

/**
 * Calls only those: the others keep event and answer. A mailbox that was called before has its event changed, so that its SEQUENCE grows.
 * @param ruolo who is called in this role only; null: all of them
 * @returns the seats that are new
 */
export async function chiamaNuovi(
  db: EntityManager,
  ambitoId: string,
  incontroId: string,
  ruolo: RuoloInvitato | null = null,
): Promise<Invitato[]> {
  const nuovi = await leggiNuovi(db, ambitoId, incontroId, ruolo);
  const righe = await db.query<Invitato[]>(CHIAMA_NUOVI, [ambitoId, incontroId, JSON.stringify(nuovi)]);
  const ids = new Set(righe.map(({ id }) => id));
  return (await leggiInvitati(db, ambitoId, incontroId)).filter(({ id }) => ids.has(id));
}

/** One mailbox, with all the seats it was called for, the weightiest first: it gets one mail, and keeps one event in its calendar. */
export interface Casella extends Invitato {
  readonly posti: readonly Invitato[];
}

/** The seats by mailbox, in the order given. */
export function caselleDi(invitati: readonly Invitato[]): Casella[] {
  return [...Map.groupBy(invitati, i => i.email).values()].flatMap(posti => (posti[0] === undefined ? [] : [{ ...posti[0], posti }]));
}

/** Those who are called as things stand. */
export function leggiInvitati(db: EntityManager, ambitoId: string, incontroId: string): Promise<Invitato[]> {
  return db.query<Invitato[]>(
    `SELECT ${COLONNE_INVITATO} FROM invitato i WHERE i.ambito_id = $1 AND i.incontro_id = $2 AND ${ATTIVO} ORDER BY i.nome, i.email, ${pesoDi('i.ruolo')}, i.id`,
    [ambitoId, incontroId],
  );
}

/** SQL: the invitation of `i` still stands, and so does the seat it was made for. */
export const attivo = (i: string): string => `(${i}.revocato_at IS NULL AND (${i}.rappresentante_id IS NULL OR ${siedeAncora(i)}))`;
export const ATTIVO = attivo('i');

/** SQL: `i` is the one expected in their seat. A supplente is told for information, until the titolare hands over, or is called no more, or they say they come. */
export const atteso = (
  i: string,
): string => `(${i}.ruolo <> 'supplente' OR ${i}.risposta = 'si' OR EXISTS (SELECT 1 FROM invitato t WHERE t.ambito_id = ${i}.ambito_id
  AND t.incontro_id = ${i}.incontro_id AND t.ruolo = 'titolare' AND t.tavolo_id = ${i}.tavolo_id AND t.ente_id = ${i}.ente_id AND t.risposta = 'passa')
  OR NOT EXISTS (SELECT 1 FROM invitato u WHERE u.ambito_id = ${i}.ambito_id AND u.incontro_id = ${i}.incontro_id AND u.ruolo = 'titolare' AND u.tavolo_id = ${i}.tavolo_id
    AND u.ente_id = ${i}.ente_id AND u.revocato_at IS NULL))`;

/** A fresh secret for each, of which only the hash is kept: one more of those that open the same invitation. */
export async function creaSegretiInvito(
  db: EntityManager,
  ambitoId: string,
  invitati: readonly Pick<Invitato, 'id'>[],
): Promise<Map<string, string>> {
  const segreti = new Map(invitati.map(({ id }) => [id, newSecret()]));
  await db.query(
    'INSERT INTO invito_segreto (segreto_hash, ambito_id, invitato_id) SELECT h, $1, i FROM unnest($2::bytea[], $3::uuid[]) AS s (h, i)',
    [ambitoId, [...segreti.values()].map(hashSecret), [...segreti.keys()]],
  );
  return segreti;
}
