import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * A registration that waits holds nothing but its address: name and password are given by whoever opens the mailed link, so a form
 * filled in by somebody else can never become an account. Links already mailed stay good, and ask for both.
 */
export class Accessi1700000000026 implements MigrationInterface {
  name = 'Accessi1700000000026';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE account_segreto DROP COLUMN registrazione');
    await runner.query(DISPOSITIVI);
  }

  async down(): Promise<void> {
    throw new Error('Migrations go forward only: restore a backup instead.');
  }
}

const DISPOSITIVI = `
-- Browsers that an account has signed in from, each by the hash of a secret of its own: a new one is told to the holder.
CREATE TABLE dispositivo_noto (
  account_id uuid NOT NULL REFERENCES account ON DELETE CASCADE,
  segreto_hash bytea NOT NULL,
  visto_at timestamptz NOT NULL DEFAULT now(),
  PRIMARY KEY (account_id, segreto_hash)
);
CREATE INDEX dispositivo_noto_visto ON dispositivo_noto (visto_at);`;
