import type { InvitoIncontroView, Risposta, RuoloInvitato, StatoIncontro } from '@tavoli/shared';
import type { EntityManager } from 'typeorm';
import { ProblemError } from '../platform/problem/problem.error.js';
import { PUNTI, RIGA } from './incontri.sql.js';
import { azioniInvito, SUPPLENTE } from './inviti.queries.js';
import { ATTIVO } from './invitati.js';

type Row = InvitoIncontroView['incontro'] & {
  personaNome: string; ruolo: RuoloInvitato; ente: string | null; risposta: Risposta; supplente: string | null; revocato: boolean; iniziato: boolean;
  ambitoNome: string; ambitoSlug: string; statoIncontro: StatoIncontro;
};

/** What an invited person finds behind their link. @throws ProblemError `invito.revocato` when they do not sit there any more */
export async function leggiInvito(db: EntityManager, ambitoId: string, id: string): Promise<InvitoIncontroView> {
  const [row] = await db.query<Row[]>(
    `SELECT ${RIGA}, n.link_video AS "linkVideo", n.motivazione, ${PUNTI}, n.stato AS "statoIncontro", i.nome AS "personaNome", i.ruolo, e.denominazione AS ente, i.risposta,
       ${SUPPLENTE} AS supplente, NOT ${ATTIVO} AS revocato, n.inizio_at <= clock_timestamp() AS iniziato, a.nome AS "ambitoNome", a.slug AS "ambitoSlug"
     FROM invitato i JOIN incontro n ON n.ambito_id = i.ambito_id AND n.id = i.incontro_id JOIN ambito a ON a.id = i.ambito_id
     LEFT JOIN ente e ON e.ambito_id = i.ambito_id AND e.id = i.ente_id
     WHERE i.ambito_id = $1 AND i.id = $2`,
    [ambitoId, id],
  );
  if (!row) throw new ProblemError('collegamento.non_valido');
  if (row.revocato) throw new ProblemError('invito.revocato');
  const { tipo, titolo, stato, inizioAt, fineAt, sede, tavoli, linkVideo, motivazione, punti } = row;
  return {
    persona: { nome: row.personaNome, ruolo: row.ruolo, ente: row.ente },
    risposta: row.risposta,
    azioni: azioniInvito(row),
    supplente: row.supplente,
    incontro: { id: row.id, tipo, titolo, stato, inizioAt, fineAt, sede, tavoli, linkVideo, motivazione, punti: punti.map(p => ({ titolo: p.titolo, minuti: p.minuti, relatore: p.relatore })) },
    ambito: { nome: row.ambitoNome, slug: row.ambitoSlug },
  };
}
