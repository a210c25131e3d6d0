import type { MigrationInterface, QueryRunner } from 'typeorm';

/** A mail that tells of several things at once: the others, besides the one that it is about. Few mails have any, and the index holds those alone. */
const ANCHE = `
  ALTER TABLE email ADD COLUMN anche uuid[] NOT NULL DEFAULT '{}';
  CREATE INDEX email_anche ON email USING gin (anche) WHERE anche <> '{}';`;

export class MessaggiDiPiuCose1700000000070 implements MigrationInterface {
  name = 'MessaggiDiPiuCose1700000000070';
  /** What it runs, in order. */
  readonly sql = [ANCHE] as const;

  async up(runner: QueryRunner): Promise<void> {
    for (const sql of this.sql) await runner.query(sql);
  }

  async down(): Promise<void> {
    throw new Error('Migrations go forward only: restore a backup instead.');
  }
}
