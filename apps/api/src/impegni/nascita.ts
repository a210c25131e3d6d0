import type { EntityManager } from 'typeorm';

/**
 * Makes the impegni that the sections of a verbale tell into rows to be followed; called when the verbale is approved. Approved again after it was sent back, what was already closed
 * stays closed where its words are the same; the rest is as the text now says. A rettifica brings only what the verbale it corrects did not say.
 */
export async function nasconoImpegni(db: EntityManager, ambitoId: string, verbaleId: string): Promise<void> {
  await db.query(
    `DELETE FROM impegno i WHERE i.ambito_id = $1 AND i.verbale_id = $2 AND NOT EXISTS (
       SELECT 1 FROM verbale_sezione s, jsonb_array_elements(s.impegni) WITH ORDINALITY AS x (i, n) WHERE s.ambito_id = i.ambito_id AND s.id = i.sezione_id AND x.n = i.ordine AND x.i->>'testo' = i.testo)`,
    [ambitoId, verbaleId],
  );
  await db.query(
    `INSERT INTO impegno (ambito_id, id, verbale_id, sezione_id, ordine, testo, chi, entro)
     SELECT s.ambito_id, gen_random_uuid(), s.verbale_id, s.id, x.n, x.i->>'testo', x.i->>'chi', (x.i->>'entro')::date
     FROM verbale_sezione s, jsonb_array_elements(s.impegni) WITH ORDINALITY AS x (i, n) WHERE s.ambito_id = $1 AND s.verbale_id = $2
       AND NOT EXISTS (SELECT 1 FROM verbale r JOIN impegno o ON o.ambito_id = r.ambito_id AND o.verbale_id = r.rettifica_di WHERE r.ambito_id = $1 AND r.id = $2 AND o.testo = x.i->>'testo')
     ON CONFLICT (ambito_id, sezione_id, ordine) DO UPDATE SET chi = excluded.chi, entro = excluded.entro`,
    [ambitoId, verbaleId],
  );
}
