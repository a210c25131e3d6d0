import { RISPOSTE_ATTESE } from '@tavoli/shared';
import type { EntityManager } from 'typeorm';
import { ATTIVO, atteso, caselleDi, PASSAGGI, type Casella, type Invitato } from '../incontri/incontro/invitati.js';
import { fra } from '../platform/database/fra.js';
import { BATCH } from '../platform/jobs/batches.js';
import { regoleTavolo } from '../posti/regole.sql.js';

export type Quando = 'settimana' | 'vigilia';

/** Not earlier than this before the start, and not later than a day after that moment: a late reminder is none. */
const PRIMA: Readonly<Record<Quando, string>> = { settimana: '7 days', vigilia: '24 hours' };
const SETTING: Readonly<Record<Quando, string>> = { settimana: 'promemoriaSettimana', vigilia: 'promemoriaVigilia' };

/** The kind of mail that people may turn off. */
export const PROMEMORIA = 'promemoria';

export interface DaRicordare {
  readonly ambitoId: string;
  readonly id: string;
  readonly inizio: string;
}

/** Incontri whose reminder is due, those after `dopo`: convened before its moment, of a tavolo that wants it (by default they do). */
export function incontriDaRicordare(db: EntityManager, quando: Quando, dopo: DaRicordare | null): Promise<DaRicordare[]> {
  return db.query<DaRicordare[]>(
    `SELECT n.ambito_id AS "ambitoId", n.id, n.inizio_at::text AS inizio FROM incontro n LEFT JOIN tavolo t ON t.ambito_id = n.ambito_id AND t.id = n.tavolo_id
     WHERE n.stato = 'convocato' AND n.inizio_at > now() AND n.inizio_at - $1::interval <= now() AND n.inizio_at - $1::interval > now() - interval '1 day'
       AND n.convocato_at < n.inizio_at - $1::interval AND coalesce((${regoleTavolo('t')}->>$2)::boolean, true)
       AND ($3::timestamptz IS NULL OR (n.inizio_at, n.id) > ($3::timestamptz, $4::uuid))
     ORDER BY n.inizio_at, n.id LIMIT ${BATCH}`,
    [PRIMA[quando], SETTING[quando], dopo?.inizio ?? null, dopo?.id ?? null],
  );
}

export const chiaveDi = (quando: Quando, incontroId: string, email: string, sequence: number): string =>
  `incontro.promemoria_${quando}:${incontroId}:${email}:${sequence}`;

/**
 * Who is to be reminded: called, expected, not declined, not written to already, and willing. A supplente only once the seat is theirs.
 * Locks the incontro, so that of two workers one writes and the other finds it written; null: another one has it, or it moved on.
 */
export async function daRicordare(db: EntityManager, ambitoId: string, incontroId: string, quando: Quando): Promise<Casella[]> {
  const [held] = await db.query<{ sequence: number }[]>(
    `SELECT sequence FROM incontro WHERE ambito_id = $1 AND id = $2 AND stato = 'convocato' FOR UPDATE SKIP LOCKED`,
    [ambitoId, incontroId],
  );
  if (!held) return [];
  const posti = await db.query<Invitato[]>(
    `SELECT i.id, i.ruolo, i.nome, i.email, i.tavolo_id AS "tavoloId", i.ente_id AS "enteId", i.rappresentante_id AS "rappresentanteId", ${PASSAGGI} AS passaggi, e.denominazione AS ente
     FROM invitato i LEFT JOIN ente e ON e.ambito_id = i.ambito_id AND e.id = i.ente_id
     WHERE i.ambito_id = $1 AND i.incontro_id = $2 AND ${ATTIVO} AND i.risposta IN ${fra(RISPOSTE_ATTESE)}
       AND ${atteso('i')}
       AND NOT EXISTS (SELECT 1 FROM email_rinuncia x WHERE x.indirizzo = i.email AND x.tipo = $5)
       AND NOT EXISTS (SELECT 1 FROM email m WHERE m.chiave = 'incontro.promemoria_' || $3::text || ':' || i.incontro_id || ':' || i.email || ':' || $4::int)
     ORDER BY i.nome`,
    [ambitoId, incontroId, quando, held.sequence, PROMEMORIA],
  );
  return caselleDi(posti);
}
