import type { EntityManager } from 'typeorm';
import { siede } from '../posti/siede.sql.js';

/** Somebody who is put into a sottogruppo, or out of it. */
export interface Membro {
  readonly id: string;
  readonly nome: string;
  readonly email: string;
  readonly enteId: string;
}

const CHI = `r.id, r.nome || ' ' || r.cognome AS nome, r.email, m.ente_id AS "enteId"`;
const PERSONE = 'JOIN rappresentante r ON r.ambito_id = m.ambito_id AND r.id = m.rappresentante_id';

/** Opens the place of those among `$3` who sit at its tavolo, in the veste and the role that they have there, and have none yet. @returns them */
const ENTRANO = (): string => `
  WITH nuovi AS (
    INSERT INTO mandato (ambito_id, id, tavolo_id, ente_id, rappresentante_id, ruolo, veste)
    SELECT p.ambito_id, gen_random_uuid(), g.id, p.ente_id, p.rappresentante_id, p.ruolo, p.veste
    FROM tavolo g JOIN mandato p ON p.ambito_id = g.ambito_id AND p.tavolo_id = g.padre_id AND ${siede('p')}
    WHERE g.ambito_id = $1 AND g.id = $2 AND p.rappresentante_id = ANY($3::uuid[])
    ON CONFLICT (ambito_id, rappresentante_id, tavolo_id) WHERE al IS NULL DO NOTHING
    RETURNING ambito_id, ente_id, rappresentante_id)
  SELECT ${CHI} FROM nuovi m ${PERSONE} ORDER BY r.cognome, r.id`;

/** Ends the place of those who sit there and are not among `$3`. Who is suspended, and sits nowhere now, is left as they are. @returns them */
const ESCONO = (): string => `
  WITH usciti AS (
    UPDATE mandato m SET al = now(), motivo_fine = 'composizione' WHERE m.ambito_id = $1 AND m.tavolo_id = $2 AND ${siede('m')} AND NOT m.rappresentante_id = ANY($3::uuid[])
    RETURNING m.ambito_id, m.ente_id, m.rappresentante_id)
  SELECT ${CHI} FROM usciti m ${PERSONE} ORDER BY r.cognome, r.id`;

/** Who of the account's own people sits there, and leaves. */
const LASCIANO = (): string => `
  WITH usciti AS (
    UPDATE mandato m SET al = now(), motivo_fine = 'uscita' FROM rappresentante x, account a
    WHERE m.ambito_id = $1 AND m.tavolo_id = $2 AND ${siede('m')} AND x.ambito_id = m.ambito_id AND x.id = m.rappresentante_id
      AND a.id = $3 AND a.email_confermata_at IS NOT NULL AND x.email = a.email
    RETURNING m.ambito_id, m.ente_id, m.rappresentante_id)
  SELECT ${CHI} FROM usciti m ${PERSONE} ORDER BY r.cognome, r.id`;

export interface Composizione {
  readonly entrati: readonly Membro[];
  readonly usciti: readonly Membro[];
}

/** Makes the sottogruppo of those people, and no others. @returns null where one of them does not sit at its tavolo */
export async function componi(db: EntityManager, ambitoId: string, id: string, membri: readonly string[]): Promise<Composizione | null> {
  const usciti = await db.query<Membro[]>(ESCONO(), [ambitoId, id, membri]);
  const entrati = await db.query<Membro[]>(ENTRANO(), [ambitoId, id, membri]);
  const dentro = await db.query<unknown[]>(
    `SELECT 1 FROM mandato m WHERE m.ambito_id = $1 AND m.tavolo_id = $2 AND m.rappresentante_id = ANY($3::uuid[]) AND ${siede('m')}`,
    [ambitoId, id, membri],
  );
  return dentro.length === membri.length ? { entrati, usciti } : null;
}

/** Who is in it now. */
export const tutti = (db: EntityManager, ambitoId: string, id: string): Promise<Membro[]> =>
  db.query<Membro[]>(
    `SELECT ${CHI} FROM mandato m ${PERSONE} WHERE m.ambito_id = $1 AND m.tavolo_id = $2 AND ${siede('m')} ORDER BY r.cognome, r.id`,
    [ambitoId, id],
  );

export const lasciano = (db: EntityManager, ambitoId: string, id: string, accountId: string | null): Promise<Membro[]> =>
  db.query<Membro[]>(LASCIANO(), [ambitoId, id, accountId]);
