import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * When a person last looked at what waits for them in an ambito: one row for each of the two, that goes with the account. `prima_at` is when they looked before this
 * visit, which a page that is read again does not end.
 */
const VISITE = `
CREATE TABLE visita (
  ambito_id uuid NOT NULL REFERENCES ambito,
  account_id uuid NOT NULL REFERENCES account ON DELETE CASCADE,
  vista_at timestamptz NOT NULL DEFAULT now(),
  prima_at timestamptz,
  PRIMARY KEY (ambito_id, account_id)
);
CREATE INDEX visita_account ON visita (account_id);`;

export class Visite1700000000065 implements MigrationInterface {
  name = 'Visite1700000000065';
  /** What it runs, in order. */
  readonly sql = [VISITE] as const;

  async up(runner: QueryRunner): Promise<void> {
    for (const sql of this.sql) await runner.query(sql);
  }

  async down(): Promise<void> {
    throw new Error('Migrations go forward only: restore a backup instead.');
  }
}
