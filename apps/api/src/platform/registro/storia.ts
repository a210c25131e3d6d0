import type { StoriaView } from '@tavoli/shared';

/**
 * SQL of a JSON array of `StoriaView`: what happened to the thing whose id is the SQL expression `id`, latest first.
 * Details that were erased show the act without the name.
 */
export function storiaSql(ambitoId: string, id: string): string {
  return `(SELECT coalesce(jsonb_agg(jsonb_build_object('id', r.seq, 'azione', r.azione, 'at', to_char(r.at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'),
      'attore', coalesce(rd.contenuto->>'attore', ''), 'motivazione', rd.contenuto->>'motivazione') ORDER BY r.seq DESC), '[]')
    FROM registro r LEFT JOIN registro_dettaglio rd ON rd.ambito_id = r.ambito_id AND rd.seq = r.seq
    WHERE r.ambito_id = ${ambitoId} AND r.oggetto_id = ${id})`;
}

export type { StoriaView };
