import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Daily signed checkpoints of the register, and the one list of published files that they and the verification read. */
export class Sigilli1700000000012 implements MigrationInterface {
  name = 'Sigilli1700000000012';

  async up(runner: QueryRunner): Promise<void> {
    for (const sql of [SIGILLI, DOCUMENTI]) await runner.query(sql);
  }

  async down(): Promise<void> {
    throw new Error('Migrations go forward only: restore a backup instead.');
  }
}

const SIGILLI = `
CREATE TABLE sigillo (
  ambito_id uuid NOT NULL REFERENCES ambito,
  numero integer NOT NULL,
  giorno date NOT NULL,
  dichiarazione jsonb NOT NULL,
  firma text NOT NULL,
  chiave text NOT NULL,
  PRIMARY KEY (ambito_id, numero),
  UNIQUE (ambito_id, giorno)
);
CREATE TABLE sigillo_documento (
  ambito_id uuid NOT NULL,
  sha256 text NOT NULL,
  numero integer NOT NULL,
  PRIMARY KEY (ambito_id, sha256),
  FOREIGN KEY (ambito_id, numero) REFERENCES sigillo
);`;

/** Kinds of files that come later replace this view with a longer one. */
const DOCUMENTI = `
CREATE VIEW documento_pubblicato AS
SELECT p.ambito_id, p.sha256, 'Verbale: ' || n.titolo AS titolo, '/verbali/' || p.verbale_id AS percorso, p.at
FROM verbale_pubblicazione p JOIN verbale v ON v.ambito_id = p.ambito_id AND v.id = p.verbale_id JOIN incontro n ON n.ambito_id = v.ambito_id AND n.id = v.incontro_id;`;
