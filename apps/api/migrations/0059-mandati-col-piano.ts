import type { MigrationInterface, QueryRunner } from 'typeorm';

/** When the office was reminded that seats end with their Piano, and when who sat there was told that they have. */
const TAVOLI = `ALTER TABLE tavolo ADD COLUMN mandati_ricordati_at timestamptz, ADD COLUMN mandati_finiti_at timestamptz;`;

export class MandatiColPiano1700000000059 implements MigrationInterface {
  name = 'MandatiColPiano1700000000059';
  /** What it runs, in order. */
  readonly sql = [TAVOLI] as const;

  async up(runner: QueryRunner): Promise<void> {
    for (const sql of this.sql) await runner.query(sql);
  }

  async down(): Promise<void> {
    throw new Error('Migrations go forward only: restore a backup instead.');
  }
}
