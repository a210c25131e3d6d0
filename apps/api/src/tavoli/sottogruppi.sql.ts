import { INCONTRI_IN_PROGRAMMA } from '@tavoli/shared';
import { fra } from '../platform/database/fra.js';
import { iso } from '../platform/http/json-view.js';
import { siede } from '../posti/siede.sql.js';
import { breve } from './tavolo.sql.js';

/** Of the tavolo `t`, in the order they were made. */
const figli = (cosa: string): string =>
  `(SELECT coalesce(jsonb_agg(${cosa} ORDER BY g.chiuso_il IS NOT NULL, g.codice, g.id), '[]') FROM tavolo g WHERE g.ambito_id = t.ambito_id AND g.padre_id = t.id)`;
const BREVE = `${breve('g')} || jsonb_build_object('chiusoIl', g.chiuso_il)`;

/** Its sottogruppi in short (`SottogruppoBreve`). */
export const sottogruppiBrevi = (): string => figli(BREVE);

/** The enti of who sits at `g`, and the next incontro that it was called to. */
const ENTI = (): string =>
  `(SELECT coalesce(jsonb_agg(DISTINCT e.denominazione), '[]') FROM mandato m JOIN ente e ON e.ambito_id = m.ambito_id AND e.id = m.ente_id
    WHERE m.ambito_id = g.ambito_id AND m.tavolo_id = g.id AND ${siede('m')})`;
const PROSSIMO = `(SELECT jsonb_build_object('id', n.id, 'titolo', n.titolo, 'inizioAt', ${iso('n.inizio_at')}) FROM incontro n JOIN incontro_tavolo nt ON nt.ambito_id = n.ambito_id AND nt.incontro_id = n.id
    WHERE nt.ambito_id = g.ambito_id AND nt.tavolo_id = g.id AND n.stato IN ${fra(INCONTRI_IN_PROGRAMMA)} AND n.fine_at > now() ORDER BY n.inizio_at, n.id LIMIT 1)`;

/** What the page of a tavolo says of its sottogruppi, and that of a sottogruppo of its tavolo. */
export const SOTTOGRUPPO = (): string => `
  ${figli(`${BREVE} || jsonb_build_object('scopo', g.scopo, 'iniziaIl', g.inizia_il, 'finisceIl', g.finisce_il, 'enti', ${ENTI()}, 'prossimo', ${PROSSIMO})`)} AS sottogruppi,
  (SELECT ${breve('g')} FROM tavolo g WHERE g.ambito_id = t.ambito_id AND g.id = t.padre_id) AS padre, t.inizia_il::text AS "iniziaIl", t.finisce_il::text AS "finisceIl"`;

/** Rows of `EnteAlTavoloView` of the sottogruppo `t`: of who was put into it and sits there, all of whom have consented. */
export const enteDelSottogruppo = (): string => `
    SELECT e.denominazione, jsonb_build_object('id', e.id, 'denominazione', e.denominazione, 'veste', m.veste, 'dal', ${iso('min(m.dal)')}, 'inAttesa', 0, 'scoperto', false,
      'rappresentanti', jsonb_agg(jsonb_build_object('ruolo', m.ruolo, 'nome', r.nome, 'cognome', r.cognome) ORDER BY r.ordine))
    FROM mandato m JOIN ente e ON e.ambito_id = m.ambito_id AND e.id = m.ente_id JOIN rappresentante r ON r.ambito_id = m.ambito_id AND r.id = m.rappresentante_id
    WHERE t.padre_id IS NOT NULL AND m.ambito_id = t.ambito_id AND m.tavolo_id = t.id AND ${siede('m')} GROUP BY e.id, e.denominazione, m.veste`;
