import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Why a tavolo approved an elaborato before its consultation was over, and until when it would have lasted: both stand in what is accepted. */
const ANTICIPO = `
ALTER TABLE elaborato ADD COLUMN anticipo_motivo text, ADD COLUMN anticipo_fino_at timestamptz,
  ADD CONSTRAINT elaborato_anticipo CHECK ((anticipo_motivo IS NULL) = (anticipo_fino_at IS NULL));`;

export class Anticipi1700000000045 implements MigrationInterface {
  name = 'Anticipi1700000000045';
  /** What it runs, in order. */
  readonly sql = [ANTICIPO] as const;

  async up(runner: QueryRunner): Promise<void> {
    for (const sql of this.sql) await runner.query(sql);
  }

  async down(): Promise<void> {
    throw new Error('Migrations go forward only: restore a backup instead.');
  }
}
