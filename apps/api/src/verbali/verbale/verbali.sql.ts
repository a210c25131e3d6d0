import { VERBALI_APPROVATI } from '@tavoli/shared';
import { fra } from '../../platform/database/fra.js';
import { iso } from '../../platform/http/json-view.js';
import { TAVOLI_BREVI } from '../../tavoli/tavolo.sql.js';

const NUMERO = (v: string): string =>
  `CASE WHEN ${v}.numero IS NULL THEN NULL ELSE jsonb_build_object('numero', ${v}.numero, 'anno', ${v}.anno) END`;

/** Columns of a row; `v` is the verbale, `n` its incontro. */
export const RIGA = `v.id, v.stato, ${NUMERO('v')} AS numero,
  jsonb_build_object('id', n.id, 'titolo', n.titolo, 'inizioAt', ${iso('n.inizio_at')}) AS incontro,
  (SELECT ${TAVOLI_BREVI}
     FROM incontro_tavolo nt JOIN tavolo t ON t.ambito_id = nt.ambito_id AND t.id = nt.tavolo_id WHERE nt.ambito_id = n.ambito_id AND nt.incontro_id = n.id) AS tavoli,
  (SELECT ${iso('p.at')} FROM verbale_pubblicazione p WHERE p.ambito_id = v.ambito_id AND p.verbale_id = v.id) AS "pubblicatoAt",
  (SELECT jsonb_build_object('id', o.id, 'numero', ${NUMERO('o')}, 'motivo', v.rettifica_motivo) FROM verbale o WHERE o.ambito_id = v.ambito_id AND o.id = v.rettifica_di) AS rettifica,
  (SELECT jsonb_build_object('id', o.id, 'numero', ${NUMERO('o')}) FROM verbale o WHERE o.ambito_id = v.ambito_id AND o.rettifica_di = v.id AND o.stato = 'pubblicato') AS "rettificatoDa"`;

/** The names that its file is printed with (`StampatoVerbale`). */
export const STAMPATO = `jsonb_build_object('incontro', jsonb_build_object('id', n.id, 'titolo', n.titolo), 'sede', n.sede, 'tavoli',
  (SELECT coalesce(jsonb_agg(jsonb_build_object('id', t.id, 'nome', t.nome) ORDER BY t.codice), '[]') FROM incontro_tavolo nt JOIN tavolo t ON t.ambito_id = nt.ambito_id AND t.id = nt.tavolo_id
   WHERE nt.ambito_id = n.ambito_id AND nt.incontro_id = n.id))`;

export const FROM = 'FROM verbale v JOIN incontro n ON n.ambito_id = v.ambito_id AND n.id = v.incontro_id';

/** A verbale that began before a punto did knows its quorum from the punto. */
const QUORUM = `coalesce(s.quorum, (SELECT p.quorum FROM incontro_punto p WHERE p.ambito_id = s.ambito_id AND p.id = s.punto_id))`;

/** One section `s`. `$<account>` is the parameter of who asks. */
export const sezione = (
  account: string,
): string => `jsonb_build_object('id', s.id, 'tipo', s.tipo, 'puntoId', s.punto_id, 'titolo', s.titolo, 'documento', s.documento, 'decisioni', s.decisioni, 'impegni', s.impegni,
  'quorum', ${QUORUM}, 'version', s.version, 'aggiornataAt', ${iso('s.aggiornata_at')}, 'aggiornataDa', s.aggiornata_da,
  'tenutaDa', CASE WHEN s.tenuta_fino_at > now() THEN jsonb_build_object('nome', s.tenuta_nome, 'tua', s.tenuta_da IS NOT DISTINCT FROM ${account}::uuid) END)`;

export const SEZIONI = (account: string): string =>
  `(SELECT coalesce(jsonb_agg(${sezione(account)} ORDER BY s.ordine), '[]') FROM verbale_sezione s WHERE s.ambito_id = v.ambito_id AND s.verbale_id = v.id) AS sezioni`;

export const CORREZIONI = `(SELECT coalesce(jsonb_agg(jsonb_build_object('id', c.id, 'sezioneId', c.sezione_id, 'passaggio', c.passaggio, 'proposta', c.proposta, 'motivo', c.motivo, 'autore', c.autore_nome,
    'stato', c.stato, 'risposta', c.risposta, 'creataAt', ${iso('c.creata_at')}) ORDER BY c.creata_at), '[]')
  FROM verbale_correzione c WHERE c.ambito_id = v.ambito_id AND c.verbale_id = v.id) AS correzioni`;

export const POSTI = `(SELECT coalesce(jsonb_agg(jsonb_build_object('ente', e.denominazione, 'tavolo', t.nome, 'veste', p.veste, 'titolare', p.titolare, 'supplente', p.supplente, 'convocato', p.convocato, 'stato', p.stato) ORDER BY e.denominazione), '[]')
  FROM presenza p JOIN ente e ON e.ambito_id = p.ambito_id AND e.id = p.ente_id JOIN tavolo t ON t.ambito_id = p.ambito_id AND t.id = p.tavolo_id
  WHERE p.ambito_id = n.ambito_id AND p.incontro_id = n.id) AS posti`;

export const OSPITI = `(SELECT coalesce(jsonb_agg(jsonb_build_object('nome', o.nome, 'per', o.per) ORDER BY o.nome), '[]')
  FROM incontro_ospite o WHERE o.ambito_id = n.ambito_id AND o.incontro_id = n.id AND o.presente) AS ospiti`;

/** The true hours, and an approval ahead of time. */
export const FATTI = `CASE WHEN v.inizio_effettivo_at IS NOT NULL THEN jsonb_build_object('inizioAt', ${iso('v.inizio_effettivo_at')}, 'fineAt', ${iso('v.fine_effettiva_at')}) END AS orari,
  CASE WHEN v.anticipo_motivo IS NOT NULL AND v.stato IN ${fra(VERBALI_APPROVATI)}
    THEN jsonb_build_object('approvatoAt', ${iso('v.approvato_at')}, 'revisioneFinoAt', ${iso('v.revisione_fino_at')}, 'motivo', v.anticipo_motivo) END AS anticipo`;

export const PUBBLICAZIONE = `(SELECT jsonb_build_object('at', ${iso('p.at')}, 'sha256', p.sha256, 'bytes', p.bytes, 'oscuratoAt', ${iso('p.oscurato_at')}, 'numeroDiRegistro', jsonb_build_object('numero', p.protocollo_numero, 'anno', p.protocollo_anno))
  FROM verbale_pubblicazione p WHERE p.ambito_id = v.ambito_id AND p.verbale_id = v.id) AS pubblicazione`;
