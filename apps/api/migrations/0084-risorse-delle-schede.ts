import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * The money of a scheda is said by year and by who pays: rows of schede that are still being written have a place for it, and what was the quota sanitaria stays it.
 * What the tavolo approved is left as it approved it: nothing more is asked of that.
 */
const RISORSE = `
UPDATE elaborato_sezione s SET contenuto = jsonb_set(s.contenuto, '{righe}', (
  SELECT coalesce(jsonb_agg('{"anno": null, "paga": null, "soggetto": null}'::jsonb
    || jsonb_build_object('quota', CASE WHEN r->>'fonte' = 'sanita' THEN 'sanitaria' END) || r ORDER BY n), '[]')
  FROM jsonb_array_elements(s.contenuto->'righe') WITH ORDINALITY AS x (r, n)))
FROM elaborato l WHERE l.ambito_id = s.ambito_id AND l.id = s.elaborato_id AND l.stato IN ('bozza', 'in_consultazione', 'da_rivedere')
  AND s.contenuto->>'tipo' = 'risorse';`;

export class RisorseDelleSchede1700000000084 implements MigrationInterface {
  name = 'RisorseDelleSchede1700000000084';
  /** What it runs, in order. */
  readonly sql = [RISORSE] as const;

  async up(runner: QueryRunner): Promise<void> {
    for (const sql of this.sql) await runner.query(sql);
  }

  async down(): Promise<void> {
    throw new Error('Migrations go forward only: restore a backup instead.');
  }
}
