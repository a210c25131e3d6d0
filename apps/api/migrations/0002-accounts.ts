import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * A registration waits in its own secret until the mail is confirmed: no account exists before, and each mailed link activates the
 * registration it was mailed for, with its own password (somebody else may be registering the same address with theirs).
 */
export class Accounts1700000000002 implements MigrationInterface {
  name = 'Accounts1700000000002';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE account_segreto ADD COLUMN registrazione jsonb');
    await runner.query('CREATE INDEX account_segreto_email ON account_segreto (email, scopo)');
  }

  async down(): Promise<void> {
    throw new Error('Migrations go forward only: restore a backup instead.');
  }
}
