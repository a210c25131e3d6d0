import type { EntityManager } from 'typeorm';
import { iso } from '../platform/http/json-view.js';
import type { Persona } from './chi.js';

/** Everything held about a person, by what it is; `$1` account (or null), `$2` address. */
const PARTI: Readonly<Record<string, string>> = {
  account: `SELECT nome, cognome, email, genere, ${iso('creato_at')} AS "creatoAt", amministratore FROM account WHERE id = $1::uuid AND $2::text IS NOT NULL`,
  accessi: `SELECT dispositivo, ${iso('creata_at')} AS "dal", ${iso('vista_at')} AS "ultimo" FROM sessione WHERE account_id = $1::uuid AND $2::text IS NOT NULL`,
  visite: `SELECT a.nome AS ambito, ${iso('v.vista_at')} AS "ultima", ${iso('v.prima_at')} AS "prima" FROM visita v JOIN ambito a ON a.id = v.ambito_id WHERE v.account_id = $1::uuid AND $2::text IS NOT NULL`,
  incarichi: `SELECT a.nome AS ambito, i.ruolo, t.nome AS tavolo, ${iso('i.dal')} AS dal, ${iso('i.al')} AS al, i.atto_numero AS atto, i.atto_data::text AS "attoDel", i.scade_il::text AS "scadeIl", i.comune_di AS "comuneDi",
    (SELECT coalesce(jsonb_agg(jsonb_build_object('atto', r.atto_numero, 'scadeIl', r.scade_il, 'verifica', r.verifica) ORDER BY r.creato_at), '[]') FROM incarico_rinnovo r WHERE r.ambito_id = i.ambito_id AND r.incarico_id = i.id) AS rinnovi FROM incarico i JOIN ambito a ON a.id = i.ambito_id LEFT JOIN tavolo t ON t.ambito_id = i.ambito_id AND t.id = i.tavolo_id
    WHERE i.account_id = $1::uuid AND $2::text IS NOT NULL`,
  enti: `SELECT e.denominazione, ${iso('o.dal')} AS dal, ${iso('o.al')} AS al FROM operatore o JOIN ente e ON e.ambito_id = o.ambito_id AND e.id = o.ente_id WHERE o.account_id = $1::uuid AND $2::text IS NOT NULL`,
  richiesteAgliEnti: `SELECT e.denominazione, r.messaggio, r.esito FROM operatore_richiesta r JOIN ente e ON e.ambito_id = r.ambito_id AND e.id = r.ente_id WHERE r.account_id = $1::uuid AND $2::text IS NOT NULL`,
  designazioni: `SELECT t.nome AS tavolo, e.denominazione AS ente, r.ruolo, r.nome, r.cognome, r.email, r.telefono, r.qualifica, r.consenso, ${iso('r.consenso_at')} AS "consensoAt", d.stato
    FROM rappresentante r JOIN designazione d ON d.ambito_id = r.ambito_id AND d.id = r.designazione_id JOIN tavolo t ON t.ambito_id = d.ambito_id AND t.id = d.tavolo_id JOIN ente e ON e.ambito_id = d.ambito_id AND e.id = d.ente_id
    WHERE r.email = $2 AND ($1::uuid IS NULL OR true)`,
  inviti: `SELECT n.titolo AS incontro, ${iso('n.inizio_at')} AS "inizioAt", i.nome, i.email, i.ruolo, i.risposta FROM invitato i JOIN incontro n ON n.ambito_id = i.ambito_id AND n.id = i.incontro_id WHERE i.email = $2 AND ($1::uuid IS NULL OR true)`,
  richiesteDiOsservare: `SELECT t.nome AS tavolo, o.gruppo, o.perche, o.stato, o.motivazione, ${iso('o.chiesto_at')} AS "chiestoAt" FROM osservatore o JOIN tavolo t ON t.ambito_id = o.ambito_id AND t.id = o.tavolo_id WHERE o.account_id = $1::uuid AND $2::text IS NOT NULL`,
  puntiProposti: `SELECT t.nome AS tavolo, o.titolo, o.perche, o.minuti, o.stato, o.motivazione AS risposta, ${iso('o.proposta_at')} AS "propostaAt" FROM proposta o JOIN tavolo t ON t.ambito_id = o.ambito_id AND t.id = o.tavolo_id WHERE o.account_id = $1::uuid AND $2::text IS NOT NULL`,
  segnalazioni: `SELECT s.testo, s.pagina, s.stato, ${iso('s.creata_at')} AS "creataAt" FROM segnalazione s WHERE s.email = $2 AND ($1::uuid IS NULL OR true)`,
  dateChieste: `SELECT t.nome AS tavolo, d.titolo, p.nome, p.email, p.enti, p.risposte, ${iso('p.risposto_at')} AS "rispostoAt" FROM disponibilita_persona p JOIN disponibilita d ON d.ambito_id = p.ambito_id AND d.id = p.disponibilita_id JOIN tavolo t ON t.ambito_id = d.ambito_id AND t.id = d.tavolo_id WHERE p.email = $2 AND ($1::uuid IS NULL OR true)`,
  contributi: `SELECT c.codice, c.stato, c.testi, c.autore_nome AS nome, c.autore_email AS email, c.zona, ${iso('c.inviato_at')} AS "inviatoAt", c.motivazione FROM contributo c WHERE c.account_id = $1::uuid OR c.autore_email = $2`,
  correzioniAiVerbali: `SELECT passaggio, proposta, motivo, stato, risposta, ${iso('creata_at')} AS "creataAt" FROM verbale_correzione c WHERE c.autore = $1::uuid OR EXISTS (SELECT 1 FROM invitato i WHERE i.ambito_id = c.ambito_id AND i.id = c.invitato_id AND i.email = $2)`,
  commentiAgliElaborati: `SELECT passaggio, testo, stato, risposta, ${iso('creato_at')} AS "creatoAt" FROM elaborato_commento c WHERE c.autore = $1::uuid OR EXISTS (SELECT 1 FROM elaborato_lettore x JOIN rappresentante r ON r.ambito_id = x.ambito_id AND r.id = x.rappresentante_id WHERE x.ambito_id = c.ambito_id AND x.id = c.lettore_id AND r.email = $2)`,
  messaggiRicevuti: `SELECT tipo, subject AS oggetto, stato, ${iso('creata_at')} AS "creatoAt", ${iso('inviata_at')} AS "inviatoAt" FROM email WHERE a_indirizzo = $2 AND ($1::uuid IS NULL OR true)`,
  seguiti: `SELECT tipo, ${iso('confermato_at')} AS "confermatoAt" FROM seguito WHERE indirizzo = $2 AND ($1::uuid IS NULL OR true)`,
  messaggiRifiutati: `SELECT tipo, ${iso('at')} AS at FROM email_rinuncia WHERE indirizzo = $2 AND ($1::uuid IS NULL OR true)`,
  attiCompiuti: `SELECT azione, ${iso('at')} AS at FROM registro WHERE attore = $1::uuid AND $2::text IS NOT NULL ORDER BY registro.at`,
};

/** Subject access (GDPR art. 15 and 20): all of it as plain data, read at one instant. */
export async function esportaDati(db: EntityManager, { accountId, email }: Persona): Promise<Record<string, unknown>> {
  const parti: Record<string, unknown> = {};
  for (const [nome, sql] of Object.entries(PARTI)) parti[nome] = await db.query(sql, [accountId, email]);
  return parti;
}
