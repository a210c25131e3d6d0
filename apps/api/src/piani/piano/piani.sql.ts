import { fra } from '../../platform/database/fra.js';
import { iso } from '../../platform/http/json-view.js';
import { firmatariSql } from '../../platform/storage/signed/signed-names.js';
import { TITOLI_ALLEGATO } from '../fonti/fonte.js';
import { radice, TAVOLO_BREVE } from '../../tavoli/tavolo.sql.js';

/** Acts that fix the files of a dossier. */
export const ATTI_CHIUSURA = ['piano.chiudi', 'piano.rifai'];

const FILE = (alias: string, nome: string): string =>
  `jsonb_build_object('id', ${alias}.id, 'nome', ${nome}, 'bytes', ${alias}.bytes, 'sha256', ${alias}.sha256, 'firmatari', ${firmatariSql(`${alias}.sha256`)})`;
const FINALE = `(SELECT max(z.versione) FROM dossier z WHERE z.ambito_id = p.ambito_id AND z.piano_id = p.id AND z.finale AND z.stato = 'pronto' AND z.oscurato_at IS NULL)`;

/** The Piano that an ambito works at: the latest. */
export const CORRENTE = `p.ambito_id = $1 AND p.id = (SELECT u.id FROM piano_di_zona u WHERE u.ambito_id = $1 ORDER BY u.dal DESC, u.id LIMIT 1)`;

export const BASE = `p.id, p.titolo, p.dal, p.al, p.stato, p.programmi, p.consegna, ${iso('p.pubblicato_at')} AS "pubblicatoAt"`;

/** How the allegato `g` is called: as the coordinatore wrote, or as what it is made of (its elaborato `l`, its tavolo `t`). */
export const TITOLO_ALLEGATO = `coalesce(g.titolo, l.titolo, CASE g.tipo ${Object.entries(TITOLI_ALLEGATO)
  .map(([tipo, titolo]) => `WHEN '${tipo}' THEN '${titolo}'`)
  .join(' ')} END || coalesce(': ' || t.nome, ''), regexp_replace(g.file->>'nome', '[.]pdf$', '', 'i'))`;
const FROM_ALLEGATI = `FROM allegato g LEFT JOIN elaborato l ON l.ambito_id = g.ambito_id AND l.id = g.elaborato_id
  LEFT JOIN tavolo t ON t.ambito_id = g.ambito_id AND t.id = coalesce(g.tavolo_id, l.tavolo_id)`;

/** Every allegato of the Piano `$2` of the ambito `$1`, in order. */
export const RIGHE_ALLEGATI = `SELECT g.id, g.tipo, ${TITOLO_ALLEGATO} AS titolo, g.tavolo_id AS "tavoloId", g.elaborato_id AS "elaboratoId", g.file, g.numero ${FROM_ALLEGATI} WHERE g.ambito_id = $1 AND g.piano_id = $2 ORDER BY g.ordine, g.id`;

/** `numero` is null until the dossier is closed. */
export const ALLEGATI = `(SELECT coalesce(jsonb_agg(jsonb_build_object('id', g.id, 'tipo', g.tipo, 'numero', g.numero, 'titolo', ${TITOLO_ALLEGATO}, 'elaboratoId', g.elaborato_id, 'file', g.file,
    'tavolo', CASE WHEN t.id IS NOT NULL THEN ${TAVOLO_BREVE} END) ORDER BY g.ordine, g.id), '[]')
  ${FROM_ALLEGATI} WHERE g.ambito_id = p.ambito_id AND g.piano_id = p.id) AS allegati`;

const IMPRONTA = (quale: string): string =>
  `CASE WHEN d.${quale}_sha256 IS NOT NULL THEN jsonb_build_object('bytes', d.${quale}_bytes, 'sha256', d.${quale}_sha256) END`;

export const DOSSIER = `(SELECT coalesce(jsonb_agg(jsonb_build_object('id', d.id, 'versione', d.versione, 'stato', d.stato, 'finale', d.finale, 'avanzamento', d.avanzamento, 'passo', d.passo,
    'richiestoDa', d.richiesto_nome, 'richiestoAt', ${iso('d.richiesto_at')}, 'prontoAt', ${iso('d.pronto_at')}, 'pagine', d.pagine, 'pdf', ${IMPRONTA('pdf')}, 'zip', ${IMPRONTA('zip')}, 'errore', d.errore, 'oscurato', d.oscurato_at IS NOT NULL)
    ORDER BY d.versione DESC), '[]') FROM dossier d WHERE d.ambito_id = p.ambito_id AND d.piano_id = p.id) AS dossier`;

export const FIRMATI = `(SELECT coalesce(jsonb_agg(${FILE('s', 's.nome')} ORDER BY s.caricato_at, s.id), '[]') FROM piano_firmato s WHERE s.ambito_id = p.ambito_id AND s.piano_id = p.id AND s.oscurato_at IS NULL) AS firmati`;

export const LIBERI = `(SELECT coalesce(jsonb_agg(jsonb_build_object('id', l.id, 'titolo', l.titolo, 'tipo', l.tipo, 'tavolo', ${TAVOLO_BREVE}) ORDER BY t.codice, l.titolo, l.id), '[]')
  FROM elaborato l JOIN tavolo t ON t.ambito_id = l.ambito_id AND t.id = l.tavolo_id WHERE l.ambito_id = p.ambito_id AND t.piano_id = p.id AND l.stato = 'accolto'
    AND NOT EXISTS (SELECT 1 FROM allegato g WHERE g.ambito_id = l.ambito_id AND g.piano_id = p.id AND g.elaborato_id = l.id)) AS "elaboratiLiberi"`;

export const TAVOLI = `(SELECT coalesce(jsonb_agg(${TAVOLO_BREVE} ORDER BY t.codice, t.id), '[]') FROM tavolo t WHERE t.ambito_id = p.ambito_id AND t.piano_id = p.id AND ${radice('t')}) AS tavoli`;

/** The proof of a published Piano: its last closed dossier, and the act that names its fingerprints. Null until it is published. */
export const PUBBLICAZIONE = `(SELECT jsonb_build_object('at', ${iso('p.pubblicato_at')}, 'chiusoAt', ${iso('p.chiuso_at')}, 'pagine', d.pagine, 'pdf', ${IMPRONTA('pdf')}, 'zip', ${IMPRONTA('zip')}, 'consegna', p.consegna,
    'atto', (SELECT r.seq::int FROM registro r WHERE r.ambito_id = p.ambito_id AND r.oggetto_id = p.id AND r.azione IN ${fra(ATTI_CHIUSURA)} ORDER BY r.seq DESC LIMIT 1),
    'firmati', (SELECT coalesce(jsonb_agg(${FILE('s', 's.nome')} ORDER BY s.caricato_at, s.id), '[]') FROM piano_firmato s WHERE s.ambito_id = p.ambito_id AND s.piano_id = p.id AND s.oscurato_at IS NULL),
    'allegati', (SELECT coalesce(jsonb_agg(jsonb_build_object('id', g.id, 'numero', g.numero, 'tipo', g.tipo, 'titolo', ${TITOLO_ALLEGATO},
        'file', (SELECT coalesce(jsonb_agg(${FILE('f', 'f.titolo')} ORDER BY f.ordine), '[]') FROM dossier_file f WHERE f.ambito_id = d.ambito_id AND f.dossier_id = d.id AND f.allegato_id = g.id)) ORDER BY g.ordine, g.id), '[]')
      ${FROM_ALLEGATI} WHERE g.ambito_id = p.ambito_id AND g.piano_id = p.id))
  FROM dossier d WHERE d.ambito_id = p.ambito_id AND d.piano_id = p.id AND p.stato = 'pubblicato' AND d.versione = ${FINALE}) AS pubblicazione`;

/** The dossier that a published Piano stands on; `p` and `d` are its rows. */
export const PUBBLICATO = `p.stato = 'pubblicato' AND d.versione = ${FINALE}`;
