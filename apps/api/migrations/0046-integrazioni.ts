import type { MigrationInterface, QueryRunner } from 'typeorm';

/** A registration that lacks something goes back to its ente to be completed, and is not refused. */
const ENTE = `
ALTER TABLE ente DROP CONSTRAINT ente_stato_check,
  ADD CONSTRAINT ente_stato_check CHECK (stato IN ('in_verifica', 'da_integrare', 'verificato', 'respinto', 'sospeso'));`;

export class Integrazioni1700000000046 implements MigrationInterface {
  name = 'Integrazioni1700000000046';
  /** What it runs, in order. */
  readonly sql = [ENTE] as const;

  async up(runner: QueryRunner): Promise<void> {
    for (const sql of this.sql) await runner.query(sql);
  }

  async down(): Promise<void> {
    throw new Error('Migrations go forward only: restore a backup instead.');
  }
}
