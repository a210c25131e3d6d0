import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Who signed a file, as its envelope (.p7m) says itself: of the bytes, wherever they are kept. Null: it came in no envelope. */
const FIRMATARI = `
ALTER TABLE file_custodito ADD COLUMN firmatari text[];`;

export class Firmatari1700000000087 implements MigrationInterface {
  name = 'Firmatari1700000000087';
  /** What it runs, in order. */
  readonly sql = [FIRMATARI] as const;

  async up(runner: QueryRunner): Promise<void> {
    for (const sql of this.sql) await runner.query(sql);
  }

  async down(): Promise<void> {
    throw new Error('Migrations go forward only: restore a backup instead.');
  }
}
