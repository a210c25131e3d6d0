import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * What thread a mail belongs to: the thing whose mails a reader wants one under the other. Mails that are waiting get theirs too; of those
 * that left nothing is told any more.
 */
const FILO = `
  ALTER TABLE email ADD COLUMN filo uuid;
  UPDATE email SET filo = oggetto_id WHERE stato = 'in_coda';`;

export class FiliDiPosta1700000000067 implements MigrationInterface {
  name = 'FiliDiPosta1700000000067';
  /** What it runs, in order. */
  readonly sql = [FILO] as const;

  async up(runner: QueryRunner): Promise<void> {
    for (const sql of this.sql) await runner.query(sql);
  }

  async down(): Promise<void> {
    throw new Error('Migrations go forward only: restore a backup instead.');
  }
}
