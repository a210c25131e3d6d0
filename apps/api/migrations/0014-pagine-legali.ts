import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What an ambito writes on the pages that the law asks for: every version, the highest is the one that stands. */
export class PagineLegali1700000000014 implements MigrationInterface {
  name = 'PagineLegali1700000000014';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
CREATE TABLE pagina_legale (
  ambito_id uuid NOT NULL REFERENCES ambito,
  pagina text NOT NULL CHECK (pagina IN ('privacy', 'accessibilita', 'note-legali', 'sicurezza')),
  version integer NOT NULL,
  -- Null: back to the text that comes with the portal.
  documento jsonb,
  at timestamptz NOT NULL DEFAULT clock_timestamp(),
  PRIMARY KEY (ambito_id, pagina, version)
)`);
  }

  async down(): Promise<void> {
    throw new Error('Migrations go forward only: restore a backup instead.');
  }
}
