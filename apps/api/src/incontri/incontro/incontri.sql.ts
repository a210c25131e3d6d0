import { chiConduce } from '../../incarichi/chi.sql.js';
import { iso } from '../../platform/http/json-view.js';
import { ATTIVO, atteso, pesoDi } from './invitati.js';
import { regoleTavolo } from '../../posti/regole.sql.js';
import { TAVOLI_BREVI } from '../../tavoli/tavolo.sql.js';

/** The tavoli of the incontro `n`. */
export const TAVOLI = `(SELECT ${TAVOLI_BREVI}
  FROM incontro_tavolo nt JOIN tavolo t ON t.ambito_id = nt.ambito_id AND t.id = nt.tavolo_id WHERE nt.ambito_id = n.ambito_id AND nt.incontro_id = n.id) AS tavoli`;

/** Columns of a row of the calendars. */
export const RIGA = `n.id, n.tipo, n.titolo, n.stato, ${iso('n.inizio_at')} AS "inizioAt", ${iso('n.fine_at')} AS "fineAt", n.sede, n.link_video IS NOT NULL AS online, ${TAVOLI}`;

export const PUNTI = `(SELECT coalesce(jsonb_agg(jsonb_build_object('id', p.id, 'titolo', p.titolo, 'minuti', p.minuti, 'relatore', p.relatore, 'quorum', p.quorum,
    'iniziatoAt', ${iso('p.iniziato_at')}, 'secondi', p.secondi, 'aggiuntoAt', ${iso('p.aggiunto_at')}, 'soloDiscussione', p.solo_discussione) ORDER BY p.ordine), '[]')
  FROM incontro_punto p WHERE p.ambito_id = n.ambito_id AND p.incontro_id = n.id) AS punti`;

export const FILES = `(SELECT coalesce(jsonb_agg(jsonb_build_object('id', f.id, 'nome', f.nome, 'bytes', f.bytes, 'puntoId', f.punto_id) ORDER BY f.creato_at), '[]')
  FROM incontro_file f WHERE f.ambito_id = n.ambito_id AND f.incontro_id = n.id) AS files`;

/** Whether the reader works for the tavolo `di`: `suoi` is the SQL of the array of theirs, null for the offices, who work for all. */
const perChiLegge = (di: string, suoi: string): string => `(${suoi}::uuid[] IS NULL OR ${di} = ANY(${suoi}::uuid[]))`;

/** The other tavoli that are called, and what they have said. */
const congiunti =
  (): string => `(SELECT coalesce(jsonb_agg(jsonb_build_object('tavolo', jsonb_build_object('id', t.id, 'nome', t.nome), 'stato', nt.consenso, 'at', ${iso('nt.consenso_at')},
    'da', (SELECT ac.nome || ' ' || ac.cognome FROM account ac WHERE ac.id = nt.consenso_account_id), 'motivo', nt.consenso_motivo,
    'referente', ${chiConduce('t.ambito_id', 't.id')}) ORDER BY t.codice), '[]')
  FROM incontro_tavolo nt JOIN tavolo t ON t.ambito_id = nt.ambito_id AND t.id = nt.tavolo_id
  WHERE nt.ambito_id = n.ambito_id AND nt.incontro_id = n.id AND nt.tavolo_id <> n.tavolo_id) AS congiunti`;

/** What only who manages the incontro sees, but for what is computed: addresses go to the staff of the tavolo for which one is called, guests and offices to who calls. */
export const gestioneSql = (suoi: string): string => `${congiunti()},
  (SELECT coalesce(jsonb_agg(jsonb_build_object('nome', o.nome, 'email', o.email) ORDER BY o.nome), '[]')
     FROM incontro_ospite o WHERE o.ambito_id = n.ambito_id AND o.incontro_id = n.id AND o.email IS NOT NULL AND ${perChiLegge('n.tavolo_id', suoi)}) AS ospiti,
  (SELECT coalesce(jsonb_agg(m.rappresentante_id), '[]') FROM incontro_membro m WHERE m.ambito_id = n.ambito_id AND m.incontro_id = n.id) AS membri,
  (SELECT coalesce(jsonb_agg(jsonb_build_object('id', i.id, 'ruolo', i.ruolo, 'nome', i.nome, 'email', CASE WHEN ${perChiLegge('coalesce(i.tavolo_id, n.tavolo_id)', suoi)} THEN i.email END, 'ente', e.denominazione, 'risposta', i.risposta,
      'rispostaAt', ${iso('i.risposta_at')}, 'atteso', ${atteso('i')}, 'attivo', ${ATTIVO}) ORDER BY ${pesoDi('i.ruolo')}, i.nome), '[]')
     FROM invitato i LEFT JOIN ente e ON e.ambito_id = i.ambito_id AND e.id = i.ente_id WHERE i.ambito_id = n.ambito_id AND i.incontro_id = n.id) AS invitati,
  (SELECT coalesce(jsonb_agg(jsonb_build_object('sequence', c.sequence, 'parte', c.parte, 'tipo', c.tipo, 'at', ${iso('c.at')}, 'numeroDiRegistro', jsonb_build_object('numero', c.protocollo_numero, 'anno', c.protocollo_anno),
      'urgenza', c.urgenza, 'motivazione', c.motivazione, 'sha256', c.sha256) ORDER BY c.sequence DESC, c.parte DESC), '[]')
     FROM convocazione c WHERE c.ambito_id = n.ambito_id AND c.incontro_id = n.id) AS convocazioni`;

/** What the tavoli of the incontro have decided about incontri; null where they keep to the usual. */
export const REGOLE = `(SELECT coalesce(jsonb_agg(${regoleTavolo('t')}), '[]') FROM incontro_tavolo nt JOIN tavolo t ON t.ambito_id = nt.ambito_id AND t.id = nt.tavolo_id
  WHERE nt.ambito_id = n.ambito_id AND nt.incontro_id = n.id) AS regole`;
