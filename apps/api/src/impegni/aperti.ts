import { DOCUMENTO_VUOTO, type Documento } from '@tavoli/shared';
import type { EntityManager } from 'typeorm';
import { FROM_IMPEGNI } from './impegni.sql.js';

/** A verbale that begins with more of them would be read by nobody: those with the nearest day, and how many others there are. */
const MOSTRATI = 100;
const DETTO_UNO = 'Un altro impegno ancora aperto si legge nella pagina degli impegni.';

/**
 * The impegni still open of the tavoli of an incontro, as the list its verbale begins with where they stand on the ordine del giorno. Where it is of several tavoli, only
 * those that all of them may read: of verbali that are theirs too, or published.
 */
export async function impegniAperti(db: EntityManager, ambitoId: string, incontroId: string): Promise<Documento> {
  const rows = await db.query<{ riga: string; tutti: number }[]>(
    `SELECT count(*) OVER ()::int AS tutti, i.testo || ' (' || i.chi || coalesce(', entro il ' || to_char(i.entro, 'DD/MM/YYYY'), '') || ')' AS riga ${FROM_IMPEGNI}
     WHERE i.ambito_id = $1 AND i.stato = 'aperto' AND EXISTS (SELECT 1 FROM incontro_tavolo suo JOIN incontro_tavolo nt ON nt.ambito_id = suo.ambito_id AND nt.tavolo_id = suo.tavolo_id
       WHERE suo.ambito_id = $1 AND suo.incontro_id = $2 AND nt.incontro_id = n.id)
       AND (v.stato = 'pubblicato' OR NOT EXISTS (SELECT 1 FROM incontro_tavolo suo WHERE suo.ambito_id = $1 AND suo.incontro_id = $2
         AND NOT EXISTS (SELECT 1 FROM incontro_tavolo nt WHERE nt.ambito_id = $1 AND nt.incontro_id = n.id AND nt.tavolo_id = suo.tavolo_id)))
     ORDER BY i.entro NULLS LAST, i.id LIMIT ${MOSTRATI}`,
    [ambitoId, incontroId],
  );
  if (rows.length === 0) return DOCUMENTO_VUOTO;
  const altri = (rows[0]?.tutti ?? 0) - rows.length;
  return {
    type: 'doc',
    content: [
      {
        type: 'bulletList',
        content: rows.map(({ riga }) => ({ type: 'listItem' as const, content: [paragrafo(riga.replaceAll('\n', ' '))] })),
      },
      ...(altri === 0
        ? []
        : [paragrafo(altri === 1 ? DETTO_UNO : `Altri ${altri} impegni ancora aperti si leggono nella pagina degli impegni.`)]),
    ],
  };
}

const paragrafo = (text: string) => ({ type: 'paragraph' as const, content: [{ type: 'text' as const, text }] });
