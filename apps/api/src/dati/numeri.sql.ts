import { CONTRIBUTI_ARRIVATI, ESITI_CONTRIBUTO, PRESENTI } from '@tavoli/shared';
import { PUBBLICI } from '../contributi/contributo/contributi.sql.js';
import { fra } from '../platform/database/fra.js';
import { iso } from '../platform/http/json-view.js';
import { conta, siede } from '../posti/siede.sql.js';
import { radice, TAVOLO_BREVE } from '../tavoli/tavolo.sql.js';

/** Answered: by the tavolo, or with the one it was merged into. */
const RISPOSTI = fra(ESITI_CONTRIBUTO);
const mediana = (da: string, a: string, quali: string): string =>
  `round((percentile_cont(0.5) WITHIN GROUP (ORDER BY extract(epoch FROM ${a} - ${da}) / 86400) FILTER (WHERE ${quali}))::numeric, 1)::float8`;

/** What the totals are made of: one row a contributo. `$2` is the tavolo, null for all. */
const RICEVUTI = `ricevuti AS (
  SELECT c.tavolo_id, c.tipo, c.comune, c.stato, c.inviato_at, c.pubblicato_at, c.stato IN ${PUBBLICI} AS pubblico, coalesce(m.stato, c.stato) AS esito, coalesce(m.risposto_at, c.risposto_at) AS risposto_at
  FROM contributo c LEFT JOIN contributo m ON m.ambito_id = c.ambito_id AND m.id = c.unito_a
  WHERE c.ambito_id = $1 AND ($2::uuid IS NULL OR c.tavolo_id = $2) AND c.stato IN ${fra(CONTRIBUTI_ARRIVATI)} AND NOT (c.stato = 'ritirato' AND c.pubblicato_at IS NULL))`;

const esiti = (stato: string): string => `count(*) FILTER (WHERE esito = '${stato}')::int`;

const TOTALI = `(SELECT jsonb_build_object('ricevuti', count(*)::int, 'pubblicati', count(*) FILTER (WHERE pubblico)::int, 'conRisposta', count(*) FILTER (WHERE esito IN ${RISPOSTI})::int,
  'accolti', ${esiti('accolto')}, 'accoltiInParte', ${esiti('accolto_in_parte')}, 'nonAccolti', ${esiti('non_accolto')}, 'rinviati', ${esiti('rinviato')},
  'giorniPubblicazione', ${mediana('inviato_at', 'pubblicato_at', 'pubblicato_at IS NOT NULL')},
  'giorniRisposta', ${mediana('inviato_at', 'risposto_at', `esito IN ${RISPOSTI}`)}) FROM ricevuti)`;

const PER_TIPO = `(SELECT coalesce(jsonb_agg(jsonb_build_object('tipo', tipo, 'quanti', quanti) ORDER BY quanti DESC, tipo), '[]') FROM (SELECT tipo, count(*)::int AS quanti FROM ricevuti WHERE pubblico GROUP BY tipo) x)`;

const PER_COMUNE = `(SELECT coalesce(jsonb_agg(jsonb_build_object('comune', nome, 'quanti', quanti) ORDER BY nome IS NULL, quanti DESC, nome), '[]')
  FROM (SELECT k.nome, count(*)::int AS quanti FROM ricevuti r LEFT JOIN comune k ON k.ambito_id = $1 AND k.istat = r.comune WHERE r.pubblico GROUP BY k.nome) x)`;

const PER_MESE = `(SELECT jsonb_agg(jsonb_build_object('mese', to_char(m, 'YYYY-MM'), 'quanti', (SELECT count(*)::int FROM ricevuti WHERE date_trunc('month', inviato_at AT TIME ZONE 'Europe/Rome') = m)) ORDER BY m)
  FROM generate_series(date_trunc('month', now() AT TIME ZONE 'Europe/Rome') - interval '11 months', date_trunc('month', now() AT TIME ZONE 'Europe/Rome'), interval '1 month') m)`;

const PER_TAVOLO = `(SELECT coalesce(jsonb_agg(jsonb_build_object('tavolo', ${TAVOLO_BREVE}, 'ricevuti', x.ricevuti, 'conRisposta', x.risposti, 'giorniRisposta', x.giorni) ORDER BY t.codice), '[]')
  FROM tavolo t CROSS JOIN LATERAL (SELECT count(*)::int AS ricevuti, count(*) FILTER (WHERE esito IN ${RISPOSTI})::int AS risposti, ${mediana('inviato_at', 'risposto_at', `esito IN ${RISPOSTI}`)} AS giorni FROM ricevuti WHERE tavolo_id = t.id) x
  WHERE t.ambito_id = $1 AND ${radice('t')} AND $2::uuid IS NULL)`;

/** Rows of `alias` that belong to the tavolo asked for. */
const delTavolo = (colonna: string): string => `($2::uuid IS NULL OR ${colonna} = $2)`;
const SVOLTO = `n.ambito_id = $1 AND n.stato = 'svolto' AND ($2::uuid IS NULL OR EXISTS (SELECT 1 FROM incontro_tavolo nt WHERE nt.ambito_id = n.ambito_id AND nt.incontro_id = n.id AND nt.tavolo_id = $2))`;

/** Two years of incontri of a tavolo that meets every month. */
const ULTIMI = 24;
const NUMERO_LEGALE = `(SELECT coalesce(jsonb_agg(jsonb_build_object('id', u.id, 'inizioAt', ${iso('u.inizio_at')}, 'quorum', u.quorum) ORDER BY u.inizio_at), '[]')
  FROM (SELECT n.id, n.inizio_at, n.quorum FROM incontro n WHERE n.ambito_id = $1 AND n.tavolo_id = $2 AND n.stato = 'svolto' AND n.tipo <> 'focus' AND n.quorum IS NOT NULL ORDER BY n.inizio_at DESC LIMIT ${ULTIMI}) u)`;

/** All the figures of an ambito (`$1`) or of one of its tavoli (`$2`): one statement. */
export const NUMERI = `WITH ${RICEVUTI}
SELECT (SELECT ${TAVOLO_BREVE} FROM tavolo t WHERE t.ambito_id = $1 AND t.id = $2) AS tavolo, ${TOTALI} AS contributi, ${PER_TIPO} AS "perTipo", ${PER_COMUNE} AS "perComune", ${PER_MESE} AS "perMese", ${PER_TAVOLO} AS "perTavolo", ${NUMERO_LEGALE} AS "numeroLegale",
  (SELECT count(DISTINCT m.ente_id)::int FROM mandato m WHERE m.ambito_id = $1 AND ${siede('m')} AND ${delTavolo('m.tavolo_id')}) AS enti,
  (SELECT count(*)::int FROM incontro n WHERE ${SVOLTO}) AS "incontriSvolti",
  (SELECT count(*)::int FROM verbale v JOIN incontro n ON n.ambito_id = v.ambito_id AND n.id = v.incontro_id WHERE v.stato = 'pubblicato' AND ${SVOLTO}) AS "verbaliPubblicati",
  (SELECT round(100.0 * count(*) FILTER (WHERE p.stato IN ${fra(PRESENTI)}) / nullif(count(*), 0))::int FROM presenza p JOIN incontro n ON n.ambito_id = p.ambito_id AND n.id = p.incontro_id
    WHERE n.ambito_id = $1 AND n.stato = 'svolto' AND ${conta('p')} AND ${delTavolo('p.tavolo_id')}) AS "presenzaMedia"`;
