import type { MigrationInterface, QueryRunner } from 'typeorm';

/** A review that an author asks has a receipt and a day by which it is decided on. Those that wait get the usual one, from the day they were asked. */
const RIESAMI = `
ALTER TABLE contributo ADD COLUMN riesame_entro_at timestamptz, ADD COLUMN riesame_anno int, ADD COLUMN riesame_numero int,
  ADD CHECK (num_nonnulls(riesame_anno, riesame_numero) <> 1);
UPDATE contributo SET riesame_entro_at = riesame_chiesto_at + interval '30 days' WHERE riesame_chiesto_at IS NOT NULL AND riesame_decisione IS NULL;`;

export class Riesami1700000000088 implements MigrationInterface {
  name = 'Riesami1700000000088';
  /** What it runs, in order. */
  readonly sql = [RIESAMI] as const;

  async up(runner: QueryRunner): Promise<void> {
    for (const sql of this.sql) await runner.query(sql);
  }

  async down(): Promise<void> {
    throw new Error('Migrations go forward only: restore a backup instead.');
  }
}
