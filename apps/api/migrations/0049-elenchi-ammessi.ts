import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * The elenco degli ammessi of an avviso: a document that an act approves, never changed afterwards. Where the ambito says so, the seats that it names
 * are sat in from its day on; all seats that are there were given by acceptance, and wait for no elenco.
 */
const ELENCHI = `
CREATE TABLE elenco_ammessi (
  ambito_id uuid NOT NULL,
  id uuid NOT NULL UNIQUE,
  avviso_id uuid NOT NULL,
  -- 1 is the first of its avviso.
  ordine integer NOT NULL CHECK (ordine > 0),
  determina_numero text NOT NULL,
  determina_data date NOT NULL,
  pubblicato_at timestamptz NOT NULL DEFAULT now(),
  PRIMARY KEY (ambito_id, id),
  UNIQUE (ambito_id, avviso_id, ordine),
  FOREIGN KEY (ambito_id, avviso_id) REFERENCES avviso
);
-- Names as the elenco was approved with them. Who was not admitted is there for the office alone.
CREATE TABLE elenco_ammessi_riga (
  ambito_id uuid NOT NULL,
  designazione_id uuid NOT NULL,
  elenco_id uuid NOT NULL,
  ammessa boolean NOT NULL,
  denominazione text NOT NULL,
  tavolo_nome text NOT NULL,
  veste text NOT NULL,
  PRIMARY KEY (ambito_id, designazione_id),
  FOREIGN KEY (ambito_id, elenco_id) REFERENCES elenco_ammessi,
  FOREIGN KEY (ambito_id, designazione_id) REFERENCES designazione
);
CREATE INDEX elenco_ammessi_riga_elenco ON elenco_ammessi_riga (ambito_id, elenco_id);
ALTER TABLE designazione
  -- Accepted, and sat in by nobody until an elenco names it.
  ADD COLUMN attende_elenco boolean NOT NULL DEFAULT false,
  -- When the elenco that it waited for was published.
  ADD COLUMN ammessa_at timestamptz;
CREATE INDEX designazione_attende_elenco ON designazione (ambito_id, avviso_id) WHERE attende_elenco;`;

export class ElenchiAmmessi1700000000049 implements MigrationInterface {
  name = 'ElenchiAmmessi1700000000049';
  /** What it runs, in order. */
  readonly sql = [ELENCHI] as const;

  async up(runner: QueryRunner): Promise<void> {
    for (const sql of this.sql) await runner.query(sql);
  }

  async down(): Promise<void> {
    throw new Error('Migrations go forward only: restore a backup instead.');
  }
}
