import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Since when the punto under discussion is discussed. `incontro_punto.iniziato_at` is of its first beginning, and stays; a punto that is taken up again has another.
 */
const COLONNA = 'ALTER TABLE incontro ADD COLUMN punto_dal timestamptz';
const RIEMPI = `
UPDATE incontro n SET punto_dal = coalesce((SELECT p.iniziato_at FROM incontro_punto p WHERE p.ambito_id = n.ambito_id AND p.incontro_id = n.id AND p.id = n.punto_corrente), n.aperto_at, now())
WHERE n.punto_corrente IS NOT NULL`;
const VINCOLO = 'ALTER TABLE incontro ADD CONSTRAINT incontro_punto_dal CHECK ((punto_corrente IS NULL) = (punto_dal IS NULL))';

export class PuntoDal1700000000072 implements MigrationInterface {
  name = 'PuntoDal1700000000072';
  /** What it runs, in order. */
  readonly sql = [COLONNA, RIEMPI, VINCOLO] as const;

  async up(runner: QueryRunner): Promise<void> {
    for (const sql of this.sql) await runner.query(sql);
  }

  async down(): Promise<void> {
    throw new Error('Migrations go forward only: restore a backup instead.');
  }
}
