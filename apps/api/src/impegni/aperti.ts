import { DOCUMENTO_VUOTO, type Documento } from '@tavoli/shared';
import type { EntityManager } from 'typeorm';
import { FROM_IMPEGNI } from './impegni.sql.js';

/**
 * The impegni still open of the tavoli of an incontro, as the list its verbale begins with where they stand on the ordine del giorno. Where it is of several tavoli, only
 * those that all of them may read: of verbali that are theirs too, or published.
 */
export async function impegniAperti(db: EntityManager, ambitoId: string, incontroId: string): Promise<Documento> {
  const rows = await db.query<{ riga: string }[]>(
    `SELECT i.testo || ' (' || i.chi || coalesce(', entro il ' || to_char(i.entro, 'DD/MM/YYYY'), '') || ')' AS riga ${FROM_IMPEGNI}
     WHERE i.ambito_id = $1 AND i.stato = 'aperto' AND EXISTS (SELECT 1 FROM incontro_tavolo suo JOIN incontro_tavolo nt ON nt.ambito_id = suo.ambito_id AND nt.tavolo_id = suo.tavolo_id
       WHERE suo.ambito_id = $1 AND suo.incontro_id = $2 AND nt.incontro_id = n.id)
       AND (v.stato = 'pubblicato' OR NOT EXISTS (SELECT 1 FROM incontro_tavolo suo WHERE suo.ambito_id = $1 AND suo.incontro_id = $2
         AND NOT EXISTS (SELECT 1 FROM incontro_tavolo nt WHERE nt.ambito_id = $1 AND nt.incontro_id = n.id AND nt.tavolo_id = suo.tavolo_id)))
     ORDER BY i.entro NULLS LAST, i.id LIMIT 100`,
    [ambitoId, incontroId],
  );
  if (rows.length === 0) return DOCUMENTO_VUOTO;
  return {
    type: 'doc',
    content: [
      {
        type: 'bulletList',
        content: rows.map(({ riga }) => ({
          type: 'listItem',
          content: [{ type: 'paragraph', content: [{ type: 'text', text: riga.replaceAll('\n', ' ') }] }],
        })),
      },
    ],
  };
}
