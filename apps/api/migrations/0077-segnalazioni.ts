import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What somebody found wrong on a page of the portal: anybody writes it, the office reads it and says what was done. Nothing of it is public. */
const SEGNALAZIONI = `
CREATE TABLE segnalazione (
  ambito_id uuid NOT NULL REFERENCES ambito,
  id uuid NOT NULL UNIQUE,
  stato text NOT NULL DEFAULT 'nuova' CHECK (stato IN ('nuova', 'risolta')),
  testo text NOT NULL,
  pagina text NOT NULL,
  email text,
  motivazione text,
  creata_at timestamptz NOT NULL DEFAULT now(),
  risolta_at timestamptz,
  version integer NOT NULL DEFAULT 1,
  PRIMARY KEY (ambito_id, id),
  CHECK ((stato = 'risolta') = (risolta_at IS NOT NULL))
);
CREATE INDEX segnalazione_elenco ON segnalazione (ambito_id, stato, creata_at DESC, id);`;

export class Segnalazioni1700000000077 implements MigrationInterface {
  name = 'Segnalazioni1700000000077';
  /** What it runs, in order. */
  readonly sql = [SEGNALAZIONI] as const;

  async up(runner: QueryRunner): Promise<void> {
    for (const sql of this.sql) await runner.query(sql);
  }

  async down(): Promise<void> {
    throw new Error('Migrations go forward only: restore a backup instead.');
  }
}
