import { iso } from '../platform/http/json-view.js';

/** Columns of a row of the list; `d` is the designazione. Shared by the list, the export and the single view. */
export const RIGA = `
  d.id, d.stato, d.veste, d.version, d.tavolo_id AS "tavoloId", d.ente_id AS "enteId", d.sostituisce_id AS sostituisce,
  jsonb_build_object('id', e.id, 'denominazione', e.denominazione) AS ente,
  jsonb_build_object('id', t.id, 'slug', t.slug, 'nome', t.nome) AS tavolo,
  jsonb_build_object('id', v.id, 'titolo', v.titolo) AS avviso,
  CASE WHEN d.protocollo_numero IS NULL THEN NULL ELSE jsonb_build_object('numero', d.protocollo_numero, 'anno', d.protocollo_anno) END AS "numeroDiRegistro",
  ${iso('d.inviata_at')} AS "inviataAt"`;

export const FROM = `
  FROM designazione d
  JOIN ente e ON e.ambito_id = d.ambito_id AND e.id = d.ente_id
  JOIN tavolo t ON t.ambito_id = d.ambito_id AND t.id = d.tavolo_id
  JOIN avviso v ON v.ambito_id = d.ambito_id AND v.id = d.avviso_id`;

/** The people of `d`, with the JSON fields given as `'name', column` pairs. */
export const persone = (fields: string): string => `
  (SELECT coalesce(jsonb_agg(jsonb_build_object(${fields}) ORDER BY r.ordine), '[]')
   FROM rappresentante r WHERE r.ambito_id = d.ambito_id AND r.designazione_id = d.id) AS rappresentanti`;

export const PERSONA_RIGA = `'ruolo', r.ruolo, 'nome', r.nome, 'cognome', r.cognome, 'consenso', r.consenso`;

export const PERSONA = `${PERSONA_RIGA}, 'id', r.id, 'email', r.email, 'telefono', r.telefono, 'qualifica', r.qualifica, 'consensoAt', ${iso('r.consenso_at')}`;
