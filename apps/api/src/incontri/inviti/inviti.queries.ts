import {
  azioniDa,
  INVITO,
  RISPOSTE_CON_IL_POSTO,
  type AzioneInvito,
  type InvitoProprioView,
  type PostoInvitoView,
  type Risposta,
  type RuoloInvitato,
  type StatoIncontro,
} from '@tavoli/shared';
import type { EntityManager } from 'typeorm';
import type { RequestContext } from '../../platform/commands/context.js';
import { fra } from '../../platform/database/fra.js';
import { ATTIVO, atteso, attivo, PASSAGGI, pesoDi, type Casella, type Invitato } from '../incontro/invitati.js';
import type { Mano } from './passaggi.emails.js';

/** What decides which answers are open to an invited person. */
export interface Rispondente {
  readonly ruolo: string;
  readonly risposta: Risposta;
  readonly statoIncontro: StatoIncontro;
  readonly iniziato: boolean;
  readonly revocato: boolean;
  /** Name of who would take the seat; null: nobody. */
  readonly supplente: string | null;
}

/** SQL of the name of the supplente of the same seat as the invitato `i`, if one is called too. */
export const SUPPLENTE = `(SELECT s.nome FROM invitato s WHERE i.ruolo = 'titolare' AND s.ambito_id = i.ambito_id AND s.incontro_id = i.incontro_id AND s.ruolo = 'supplente'
  AND s.tavolo_id = i.tavolo_id AND s.ente_id = i.ente_id AND s.revocato_at IS NULL ORDER BY s.nome LIMIT 1)`;

/** Answers are open from the convocation to the start; handing over needs a titolare with a supplente. */
export function azioniInvito(r: Rispondente): AzioneInvito[] {
  if (r.revocato || r.statoIncontro !== 'convocato' || r.iniziato) return [];
  return azioniDa(INVITO, r.risposta).filter(azione => azione !== 'passa' || r.supplente !== null);
}

/** A seat for which somebody was called, as they find it. */
export type RigaPosto = Rispondente & Pick<PostoInvitoView, 'id' | 'ente' | 'tavolo' | 'atteso'> & { readonly ruolo: RuoloInvitato };

/** SQL columns of a `RigaPosto`: of the invitato `i` of the incontro `n`. */
export const POSTO = `i.id, i.ruolo, i.risposta, ${atteso('i')} AS atteso, n.stato AS "statoIncontro", n.inizio_at <= clock_timestamp() AS iniziato, NOT ${ATTIVO} AS revocato, ${SUPPLENTE} AS supplente,
  (SELECT e.denominazione FROM ente e WHERE e.ambito_id = i.ambito_id AND e.id = i.ente_id) AS ente, (SELECT t.nome FROM tavolo t WHERE t.ambito_id = i.ambito_id AND t.id = i.tavolo_id) AS tavolo`;
export const ORDINE_RUOLI = pesoDi('i.ruolo');
export const ORDINE_POSTI = `${ORDINE_RUOLI}, ente, tavolo, i.id`;

export const vistaPosto = (riga: RigaPosto): PostoInvitoView => ({
  id: riga.id,
  ruolo: riga.ruolo,
  ente: riga.ente,
  tavolo: riga.tavolo,
  atteso: riga.atteso,
  risposta: riga.risposta,
  azioni: azioniInvito(riga),
  supplente: riga.supplente,
});

/** The invitation of who is asking, by the confirmed address of their account, with all the seats it is for; null when they were not called. */
export async function leggiInvitoProprio(
  db: EntityManager,
  ctx: RequestContext,
  ambitoId: string,
  incontroId: string,
): Promise<InvitoProprioView | null> {
  if (ctx.actor.id === null) return null;
  const rows = await db.query<RigaPosto[]>(
    `SELECT ${POSTO} FROM invitato i JOIN incontro n ON n.ambito_id = i.ambito_id AND n.id = i.incontro_id
     JOIN account a ON a.email = i.email AND a.id = $3 AND a.email_confermata_at IS NOT NULL
     WHERE i.ambito_id = $1 AND i.incontro_id = $2 AND ${ATTIVO} ORDER BY ${ORDINE_POSTI}`,
    [ambitoId, incontroId, ctx.actor.id],
  );
  const posti = rows.map(vistaPosto);
  const [primo] = posti;
  return primo ? { risposta: primo.risposta, azioni: primo.azioni, supplente: primo.supplente, posti } : null;
}

/** An invited person, taken for the answer under way. */
export interface InvitatoPreso extends Rispondente {
  readonly id: string;
  readonly incontroId: string;
  readonly tavoloId: string | null;
  readonly enteId: string | null;
  readonly tavoli: readonly string[];
}

/** Locks the incontro too, for reading: it cannot move or be annulled while an answer is being given. */
export async function prendiInvitato(db: EntityManager, ambitoId: string, id: string): Promise<InvitatoPreso | null> {
  const [row] = await db.query<InvitatoPreso[]>(
    `SELECT i.id, i.incontro_id AS "incontroId", i.tavolo_id AS "tavoloId", i.ente_id AS "enteId", i.ruolo, i.risposta, n.stato AS "statoIncontro",
       n.inizio_at <= clock_timestamp() AS iniziato, NOT ${ATTIVO} AS revocato, ${SUPPLENTE} AS supplente,
       (SELECT coalesce(jsonb_agg(nt.tavolo_id), '[]') FROM incontro_tavolo nt WHERE nt.ambito_id = n.ambito_id AND nt.incontro_id = n.id) AS tavoli
     FROM invitato i JOIN incontro n ON n.ambito_id = i.ambito_id AND n.id = i.incontro_id
     WHERE i.ambito_id = $1 AND i.id = $2 FOR UPDATE OF i FOR SHARE OF n`,
    [ambitoId, id],
  );
  return row ?? null;
}

/** The supplenti of the same seat who are called too. */
export function supplentiDi(
  db: EntityManager,
  ambitoId: string,
  titolare: Pick<InvitatoPreso, 'incontroId' | 'tavoloId' | 'enteId'>,
): Promise<{ id: string }[]> {
  return db.query<{ id: string }[]>(
    `SELECT i.id FROM invitato i WHERE i.ambito_id = $1 AND i.incontro_id = $2 AND i.ruolo = 'supplente' AND i.tavolo_id = $3 AND i.ente_id = $4 AND ${ATTIVO} ORDER BY i.nome`,
    [ambitoId, titolare.incontroId, titolare.tavoloId, titolare.enteId],
  );
}

/** Counts a change of hands for each, and asks the supplenti again; in the order given. */
export async function scambia(db: EntityManager, ambitoId: string, ids: readonly string[]): Promise<Mano[]> {
  const [rows] = await db.query<[Invitato[], number]>(
    `UPDATE invitato i SET passaggi = passaggi + 1, risposta = CASE WHEN i.ruolo = 'supplente' THEN 'in_attesa' ELSE i.risposta END
     FROM unnest($2::uuid[]) WITH ORDINALITY AS u (id, n)
     WHERE i.ambito_id = $1 AND i.id = u.id
     RETURNING i.id, i.risposta, i.ruolo, i.nome, i.email, i.tavolo_id AS "tavoloId", i.ente_id AS "enteId", i.rappresentante_id AS "rappresentanteId", ${PASSAGGI} + 1 AS passaggi,
       (SELECT e.denominazione FROM ente e WHERE e.ambito_id = i.ambito_id AND e.id = i.ente_id) AS ente`,
    [ambitoId, ids],
  );
  const altri = await altriPosti(db, ambitoId, ids);
  return ids.flatMap(id =>
    rows
      .filter(row => row.id === id)
      .map(row => ({ casella: { ...row, posti: [row] } satisfies Casella, resta: false, atteso: false, ...altri.get(id) })),
  );
}

/** Of each of these seats, whether its mailbox is called for others too, and expected in one of them: as titolare who comes, or as supplente whose turn it is. */
async function altriPosti(
  db: EntityManager,
  ambitoId: string,
  ids: readonly string[],
): Promise<Map<string, { resta: boolean; atteso: boolean }>> {
  const rows = await db.query<{ id: string; resta: boolean; atteso: boolean }[]>(
    `SELECT i.id, true AS resta, bool_or(CASE WHEN o.ruolo = 'supplente' THEN EXISTS (SELECT 1 FROM invitato t WHERE t.ambito_id = o.ambito_id AND t.incontro_id = o.incontro_id
         AND t.ruolo = 'titolare' AND t.tavolo_id = o.tavolo_id AND t.ente_id = o.ente_id AND t.risposta = 'passa') ELSE o.risposta IN ${fra(RISPOSTE_CON_IL_POSTO)} END) AS atteso
     FROM invitato i JOIN invitato o ON o.ambito_id = i.ambito_id AND o.incontro_id = i.incontro_id AND o.email = i.email AND o.id <> i.id AND ${attivo('o')}
     WHERE i.ambito_id = $1 AND i.id = ANY($2::uuid[]) AND (o.ruolo = 'supplente' OR o.risposta IN ${fra(RISPOSTE_CON_IL_POSTO)}) GROUP BY i.id`,
    [ambitoId, ids],
  );
  return new Map(rows.map(({ id, resta, atteso }) => [id, { resta, atteso }]));
}
