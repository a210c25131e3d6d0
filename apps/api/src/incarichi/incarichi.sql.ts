import { RUOLI_INCARICO, type IncaricoView } from '@tavoli/shared';
import type { EntityManager } from 'typeorm';
import { fra } from '../platform/database/fra.js';
import { iso } from '../platform/http/json-view.js';
import { ProblemError } from '../platform/problem/problem.error.js';
import { aperto } from './chi.sql.js';

const RINNOVI = `(SELECT coalesce(jsonb_agg(jsonb_build_object('atto', jsonb_build_object('numero', r.atto_numero, 'data', r.atto_data), 'scadevaIl', r.scadeva_il, 'scadeIl', r.scade_il, 'verifica', r.verifica)
  ORDER BY r.scade_il, r.creato_at), '[]') FROM incarico_rinnovo r WHERE r.ambito_id = i.ambito_id AND r.incarico_id = i.id)`;

/** SQL of `IncaricoView` of the rows `i` of the ambito $1. */
export const INCARICHI = (): string => `
  SELECT i.id, i.ruolo, coalesce(ac.nome, '') AS nome, coalesce(ac.cognome, '') AS cognome, coalesce(ac.email, i.invitato_email) AS email, ac.id IS NULL AS invitato,
    CASE WHEN t.id IS NULL THEN NULL ELSE jsonb_build_object('id', t.id, 'nome', t.nome) END AS tavolo,
    CASE WHEN n.id IS NULL THEN NULL ELSE jsonb_build_object('id', n.id, 'titolo', n.titolo) END AS incontro, i.origine, i.verbale_id AS "verbaleId",
    ${iso('i.dal')} AS dal, ${iso(`CASE WHEN ${aperto('i')} THEN NULL ELSE coalesce(i.al, (i.scade_il + 1)::timestamp AT TIME ZONE 'Europe/Rome') END`)} AS al,
    CASE WHEN i.atto_numero IS NULL THEN NULL ELSE jsonb_build_object('numero', i.atto_numero, 'data', i.atto_data) END AS atto,
    i.scade_il::text AS "scadeIl", i.comune_di AS "comuneDi", ${RINNOVI} AS rinnovi
  FROM incarico i LEFT JOIN account ac ON ac.id = i.account_id LEFT JOIN tavolo t ON t.ambito_id = i.ambito_id AND t.id = i.tavolo_id
  LEFT JOIN incontro n ON n.ambito_id = i.ambito_id AND n.id = i.incontro_id
  WHERE i.ambito_id = $1 AND i.ruolo IN ${fra(RUOLI_INCARICO)}`;

/** One that has not ended. @throws ProblemError 404 */
export async function unIncarico(db: EntityManager, ambitoId: string, id: string): Promise<IncaricoView> {
  const [row] = await db.query<IncaricoView[]>(`${INCARICHI()} AND ${aperto('i')} AND i.id = $2`, [ambitoId, id]);
  if (!row) throw new ProblemError('risorsa.non_trovata');
  return row;
}
