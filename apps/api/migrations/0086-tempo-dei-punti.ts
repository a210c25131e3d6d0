import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * For how many seconds a punto has been discussed, all the times that it was, without the stretch under way (`incontro.punto_dal`). Its first beginning does not tell
 * that of a punto that is taken up again. Null: nobody has counted, as of every incontro before.
 */
const COLONNA = 'ALTER TABLE incontro_punto ADD COLUMN secondi integer CHECK (secondi >= 0)';

export class TempoDeiPunti1700000000086 implements MigrationInterface {
  name = 'TempoDeiPunti1700000000086';
  /** What it runs, in order. */
  readonly sql = [COLONNA] as const;

  async up(runner: QueryRunner): Promise<void> {
    for (const sql of this.sql) await runner.query(sql);
  }

  async down(): Promise<void> {
    throw new Error('Migrations go forward only: restore a backup instead.');
  }
}
