import { DESIGNAZIONI_TOLTE, type ORDINI_COMPONENTI } from '@tavoli/shared';
import { battuto } from '../platform/database/battuto.js';
import { fra } from '../platform/database/fra.js';
import { iso } from '../platform/http/json-view.js';
import { perParole, type Tabella } from '../platform/tabelle/tabella.js';
import { siede, tiene } from '../posti/siede.sql.js';
import { breve } from '../tavoli/tavolo.sql.js';

const persone = (colonna: string): string =>
  `${colonna} FROM mandato m JOIN tavolo t ON t.ambito_id = m.ambito_id AND t.id = m.tavolo_id
     JOIN rappresentante r ON r.ambito_id = m.ambito_id AND r.id = m.rappresentante_id AND r.consenso = 'dato'
   WHERE m.ambito_id = e.ambito_id AND m.ente_id = e.id AND t.chiuso_il IS NULL AND ${siede('m')}`;

/** Somebody sits for the ente `e`, at whatever tavolo. */
export const SIEDE = (): string => `EXISTS (SELECT ${persone('1')})`;

/** The ente `e` sits, and its name, or that of somebody who sits for it, whichever of their names comes first, is like the pattern `$n`. */
export const SIEDE_COME = (n: string): string => `(${battuto('e.denominazione')} ILIKE ${battuto(n)} AND ${SIEDE()}
  OR EXISTS (SELECT ${persone('1')} AND ${battuto("concat_ws(' ', r.nome, r.cognome, r.nome)")} ILIKE ${battuto(n)}))`;

const POSTI = (): string => `(SELECT coalesce(jsonb_agg(x.posto ORDER BY x.codice), '[]') FROM (
    SELECT ${persone(`t.codice, jsonb_build_object('tavolo', ${breve('t')}, 'sottogruppo', t.padre_id IS NOT NULL, 'veste', m.veste, 'dal', ${iso('min(m.dal)')},
      'rappresentanti', jsonb_agg(jsonb_build_object('ruolo', m.ruolo, 'nome', r.nome, 'cognome', r.cognome) ORDER BY r.ordine)) AS posto`)}
    GROUP BY t.ambito_id, t.id, m.veste) x)`;

/** Columns of `ComponenteRigaView`. */
export const RIGA = (): string =>
  `e.id, e.denominazione, e.natura_giuridica AS "naturaGiuridica", e.sede_legale->>'comune' AS comune, ${POSTI()} AS posti`;

/** Where its seat ended, unless it has one there again: the day, and no reason. */
export const USCITI = (): string => `(SELECT coalesce(jsonb_agg(x.riga ORDER BY x.al DESC), '[]') FROM (
    SELECT max(d.finita_at) AS al, jsonb_build_object('tavolo', ${breve('t')}, 'al', ${iso('max(d.finita_at)')}) AS riga
    FROM designazione d JOIN tavolo t ON t.ambito_id = d.ambito_id AND t.id = d.tavolo_id
    WHERE d.ambito_id = e.ambito_id AND d.ente_id = e.id AND d.stato IN ${fra(DESIGNAZIONI_TOLTE)}
      AND NOT EXISTS (SELECT 1 FROM designazione u WHERE u.ambito_id = d.ambito_id AND u.tavolo_id = d.tavolo_id AND u.ente_id = d.ente_id AND ${tiene('u')})
    GROUP BY t.ambito_id, t.id) x)`;

export const COMPONENTI: Tabella<(typeof ORDINI_COMPONENTI)[number], never> = {
  from: 'FROM ente e',
  id: 'e.id',
  ordini: { denominazione: perParole('e.denominazione') },
  predefinito: { ordina: 'denominazione', verso: 'asc' },
  filtri: {},
};
