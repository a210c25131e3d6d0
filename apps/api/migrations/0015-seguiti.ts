import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Who follows what by mail: asked for at an address, confirmed from the mail sent there, ended with one click. */
export class Seguiti1700000000015 implements MigrationInterface {
  name = 'Seguiti1700000000015';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
CREATE TABLE seguito (
  ambito_id uuid NOT NULL REFERENCES ambito,
  id uuid NOT NULL UNIQUE DEFAULT gen_random_uuid(),
  tipo text NOT NULL CHECK (tipo IN ('contributo', 'tavolo')),
  oggetto_id uuid NOT NULL,
  indirizzo text NOT NULL,
  confermato_at timestamptz,
  creato_at timestamptz NOT NULL DEFAULT clock_timestamp(),
  PRIMARY KEY (ambito_id, id),
  UNIQUE (ambito_id, tipo, oggetto_id, indirizzo)
);
CREATE INDEX seguito_indirizzo ON seguito (indirizzo);
CREATE INDEX seguito_da_confermare ON seguito (creato_at) WHERE confermato_at IS NULL;
-- One for each mail: any of them confirms, and any of them ends it.
CREATE TABLE seguito_segreto (
  segreto_hash bytea PRIMARY KEY,
  ambito_id uuid NOT NULL,
  seguito_id uuid NOT NULL,
  FOREIGN KEY (ambito_id, seguito_id) REFERENCES seguito ON DELETE CASCADE
);
CREATE INDEX seguito_segreto_seguito ON seguito_segreto (ambito_id, seguito_id)`);
  }

  async down(): Promise<void> {
    throw new Error('Migrations go forward only: restore a backup instead.');
  }
}
