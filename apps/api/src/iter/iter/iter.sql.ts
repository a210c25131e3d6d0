import { OSSERVAZIONI_ACCOLTE, TIPI_FIRMATARIO } from '@tavoli/shared';
import { fra, ordineDi } from '../../platform/database/fra.js';
import { conFirmatari } from '../../platform/storage/signed/signed-names.js';
/** A day as JSON carries it; `::text` keeps the driver from making an instant of it. */
const giorno = (column: string): string => `${column}::text`;

const ATTO = `'id', t.id, 'direzione', t.direzione, 'tipo', t.tipo, 'titolo', t.titolo, 'numero', t.numero, 'data', ${giorno('t.data')}, 'albo', t.albo, 'file', ${conFirmatari('t.file')}`;
const atti = (fields: string, where: string): string =>
  `(SELECT coalesce(jsonb_agg(jsonb_build_object(${fields}) ORDER BY t.direzione, t.data NULLS LAST, t.creato_at, t.id), '[]') FROM atto t WHERE t.ambito_id = f.ambito_id AND t.fase_id = f.id${where})`;

const FASE = `'id', f.id, 'titolo', f.titolo, 'organo', f.organo, 'organoNome', f.organo_nome, 'descrizione', f.descrizione, 'stato', f.stato,
  'previstaDal', ${giorno('f.prevista_dal')}, 'previstaAl', ${giorno('f.prevista_al')}, 'iniziataIl', ${giorno('f.iniziata_il')}, 'conclusaIl', ${giorno('f.conclusa_il')},
  'motivoSaltata', CASE WHEN f.stato = 'saltata' THEN f.motivazione END`;
const fasi = (fields: string): string =>
  `(SELECT coalesce(jsonb_agg(jsonb_build_object(${fields}) ORDER BY f.ordine, f.id), '[]') FROM fase f WHERE f.ambito_id = i.ambito_id AND f.iter_id = i.id)`;

const FIRMATARIO = `'id', s.id, 'tipo', s.tipo, 'ente', s.ente, 'carica', s.carica, 'stato', s.stato, 'modo', s.modo, 'data', ${giorno('s.data')}, 'atto', s.atto`;
const firmatari = (
  fields: string,
): string => `(SELECT coalesce(jsonb_agg(jsonb_build_object(${fields}) ORDER BY ${ordineDi(TIPI_FIRMATARIO, 's.tipo')}, s.ente, s.id), '[]')
  FROM firmatario s WHERE s.ambito_id = i.ambito_id AND s.iter_id = i.id)`;

const OSSERVAZIONE = `'id', o.id, 'tipo', o.tipo, 'da', o.da, 'ricevutaIl', ${giorno('o.ricevuta_il')}, 'testo', o.testo, 'stato', o.stato, 'risposta', o.motivazione`;
const osservazioni = (fields: string, where: string): string =>
  `(SELECT coalesce(jsonb_agg(jsonb_build_object(${fields}) ORDER BY o.ricevuta_il DESC, o.id), '[]') FROM osservazione o WHERE o.ambito_id = i.ambito_id AND o.iter_id = i.id${where})`;

/** What an adesione (alias `d`) brings, in order, and what it is worth in whole cents. */
export const RISORSE = `(SELECT coalesce(jsonb_agg(jsonb_build_object('tipo', r.tipo, 'descrizione', r.descrizione, 'centesimi', r.centesimi) ORDER BY r.ordine), '[]')
  FROM adesione_risorsa r WHERE r.ambito_id = d.ambito_id AND r.adesione_id = d.id)`;
export const TOTALE = `(SELECT coalesce(sum(r.centesimi), 0)::float8 FROM adesione_risorsa r WHERE r.ambito_id = d.ambito_id AND r.adesione_id = d.id)`;

const ADESIONI_ACCOLTE = `(SELECT coalesce(jsonb_agg(jsonb_build_object('id', d.id, 'ente', e.denominazione, 'impegno', d.impegno, 'risorse', ${RISORSE}, 'totale', ${TOTALE}) ORDER BY e.denominazione, d.id), '[]')
  FROM adesione d JOIN ente e ON e.ambito_id = d.ambito_id AND e.id = d.ente_id WHERE d.ambito_id = i.ambito_id AND d.iter_id = i.id AND d.stato = 'accolta')`;

/** The current Piano of the ambito $1 and its iter, both perhaps missing: always one row. */
const FROM = `FROM ambito a
  LEFT JOIN LATERAL (SELECT * FROM piano_di_zona x WHERE x.ambito_id = a.id ORDER BY x.dal DESC, x.id LIMIT 1) p ON true
  LEFT JOIN iter i ON i.ambito_id = p.ambito_id AND i.piano_id = p.id
  WHERE a.id = $1`;
const TESTA = `a.nome, a.parole, CASE WHEN p.id IS NULL THEN NULL ELSE jsonb_build_object('titolo', p.titolo, 'dal', p.dal, 'al', p.al) END AS piano`;

/** All that the public page shows, in one query. */
export const PUBBLICO = `SELECT ${TESTA}, ${giorno('i.scadenza')} AS scadenza, ${fasi(`${FASE}, 'atti', ${atti(ATTO, ' AND t.pubblico')}`)} AS fasi, ${firmatari(FIRMATARIO)} AS firmatari,
  ${ADESIONI_ACCOLTE} AS adesioni, ${osservazioni(OSSERVAZIONE, ` AND o.stato IN ${fra(OSSERVAZIONI_ACCOLTE)}`)} AS osservazioni ${FROM}`;

const INCARICO = `(SELECT ac.nome || ' ' || ac.cognome FROM incarico n JOIN account ac ON ac.id = n.account_id WHERE n.ambito_id = f.ambito_id AND n.id = f.responsabile_incarico_id)`;
const FASE_INTERA = `${FASE}, 'note', f.note, 'responsabile', f.responsabile, 'responsabileIncaricoId', f.responsabile_incarico_id, 'responsabileMostrato', coalesce(${INCARICO}, f.responsabile),
  'attesi', f.attesi, 'motivazione', f.motivazione, 'version', f.version`;

/** All that the offices see, in one query. */
export const GESTIONE = `SELECT ${TESTA}, CASE WHEN i.id IS NULL THEN NULL ELSE jsonb_build_object('id', i.id, 'scadenza', ${giorno('i.scadenza')}, 'version', i.version) END AS iter,
  ${fasi(`${FASE_INTERA}, 'atti', ${atti(`${ATTO}, 'pubblico', t.pubblico, 'version', t.version`, '')}`)} AS fasi,
  ${firmatari(`${FIRMATARIO}, 'persona', s.persona, 'email', s.email, 'version', s.version`)} AS firmatari,
  ${osservazioni(`${OSSERVAZIONE}, 'file', ${conFirmatari('o.file')}, 'version', o.version`, '')} AS osservazioni ${FROM}`;
