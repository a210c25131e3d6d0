import type { MigrationInterface, QueryRunner } from 'typeorm';

/** How each mail server was found by the workers: when it last took a mail, since when it takes none. */
export class Posta1700000000029 implements MigrationInterface {
  name = 'Posta1700000000029';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
CREATE TABLE posta (
  host text PRIMARY KEY,
  riuscita_at timestamptz,
  guasta_dal timestamptz,
  errore text,
  vista_at timestamptz NOT NULL DEFAULT clock_timestamp()
)`);
  }

  async down(): Promise<void> {
    throw new Error('Migrations go forward only: restore a backup instead.');
  }
}
