import { iso } from '../../platform/http/json-view.js';
import { TAVOLO_BREVE } from '../../tavoli/tavolo.sql.js';

/** When anything of it was last written. A part says so by itself: two who write two parts never wait for each other. */
const AGGIORNATO = `greatest(l.aggiornato_at, (SELECT max(s.aggiornata_at) FROM elaborato_sezione s WHERE s.ambito_id = l.ambito_id AND s.elaborato_id = l.id))`;

/** Columns of a row; `l` is the elaborato, `t` its tavolo. */
export const RIGA = `l.id, l.tipo, l.titolo, l.stato, ${TAVOLO_BREVE} AS tavolo, ${iso(AGGIORNATO)} AS "aggiornatoAt",
  (SELECT ${iso('k.at')} FROM elaborato_accoglimento k WHERE k.ambito_id = l.ambito_id AND k.elaborato_id = l.id) AS "accoltoAt"`;

export const FROM = 'FROM elaborato l JOIN tavolo t ON t.ambito_id = l.ambito_id AND t.id = l.tavolo_id';

/** One part `s`. `account` is the parameter of who asks. */
export const parte = (
  account: string,
): string => `jsonb_build_object('id', s.id, 'chiave', s.chiave, 'titolo', s.titolo, 'tipo', s.contenuto->>'tipo', 'contenuto', s.contenuto,
  'version', s.version, 'aggiornataAt', ${iso('s.aggiornata_at')}, 'aggiornataDa', s.aggiornata_da,
  'tenutaDa', CASE WHEN s.tenuta_fino_at > now() THEN jsonb_build_object('nome', s.tenuta_nome, 'tua', s.tenuta_da IS NOT DISTINCT FROM ${account}::uuid) END)`;

export const PARTI = (account: string): string =>
  `(SELECT coalesce(jsonb_agg(${parte(account)} ORDER BY s.ordine), '[]') FROM elaborato_sezione s WHERE s.ambito_id = l.ambito_id AND s.elaborato_id = l.id) AS sezioni`;

export const COMMENTI = `(SELECT coalesce(jsonb_agg(jsonb_build_object('id', c.id, 'sezioneId', c.sezione_id, 'passaggio', c.passaggio, 'testo', c.testo, 'autore', c.autore_nome,
    'stato', c.stato, 'risposta', c.risposta, 'creatoAt', ${iso('c.creato_at')}) ORDER BY c.creato_at, c.id), '[]')
  FROM elaborato_commento c WHERE c.ambito_id = l.ambito_id AND c.elaborato_id = l.id) AS commenti`;

export const ACCOGLIMENTO = `(SELECT jsonb_build_object('at', ${iso('k.at')}, 'numeroDiRegistro', jsonb_build_object('numero', k.protocollo_numero, 'anno', k.protocollo_anno),
    'sha256', k.sha256, 'pdfSha256', k.pdf_sha256, 'bytes', k.bytes, 'oscuratoAt', ${iso('k.oscurato_at')})
  FROM elaborato_accoglimento k WHERE k.ambito_id = l.ambito_id AND k.elaborato_id = l.id) AS accoglimento`;

/** The comuni of the ambito, for who chooses among them. */
export const COMUNI = `(SELECT coalesce(jsonb_agg(jsonb_build_object('istat', c.istat, 'nome', c.nome) ORDER BY c.nome), '[]') FROM comune c WHERE c.ambito_id = l.ambito_id) AS comuni`;
