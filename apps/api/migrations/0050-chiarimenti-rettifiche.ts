import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What is said of an avviso after its publication: answers to who asks, and what was changed in it. Both are only added to. */
const CHIARIMENTI = `
CREATE TABLE avviso_chiarimento (
  ambito_id uuid NOT NULL,
  avviso_id uuid NOT NULL,
  numero integer NOT NULL CHECK (numero > 0),
  domanda text NOT NULL,
  risposta text NOT NULL,
  pubblicato_at timestamptz NOT NULL DEFAULT now(),
  PRIMARY KEY (ambito_id, avviso_id, numero),
  FOREIGN KEY (ambito_id, avviso_id) REFERENCES avviso
);
CREATE TABLE avviso_rettifica (
  ambito_id uuid NOT NULL,
  avviso_id uuid NOT NULL,
  numero integer NOT NULL CHECK (numero > 0),
  -- [{campo, prima, dopo}], in the words that the avviso had and has.
  cambi jsonb NOT NULL,
  motivazione text NOT NULL,
  at timestamptz NOT NULL DEFAULT now(),
  PRIMARY KEY (ambito_id, avviso_id, numero),
  FOREIGN KEY (ambito_id, avviso_id) REFERENCES avviso
);`;

export class ChiarimentiRettifiche1700000000050 implements MigrationInterface {
  name = 'ChiarimentiRettifiche1700000000050';
  /** What it runs, in order. */
  readonly sql = [CHIARIMENTI] as const;

  async up(runner: QueryRunner): Promise<void> {
    for (const sql of this.sql) await runner.query(sql);
  }

  async down(): Promise<void> {
    throw new Error('Migrations go forward only: restore a backup instead.');
  }
}
