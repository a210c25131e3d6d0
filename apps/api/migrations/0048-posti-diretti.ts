import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Seats that the office offers by an act, without an avviso: the ente answers by a mailed link. */
const INVITI = `
ALTER TABLE ente ADD COLUMN codice_ipa text, ADD COLUMN comune_istat text;
CREATE TABLE invito_diretto (
  ambito_id uuid NOT NULL REFERENCES ambito,
  id uuid NOT NULL UNIQUE,
  ente_id uuid NOT NULL,
  -- Who invites, by name, as the mail says.
  invitato_da text NOT NULL,
  atto_numero text NOT NULL,
  atto_data date NOT NULL,
  creato_at timestamptz NOT NULL DEFAULT now(),
  PRIMARY KEY (ambito_id, id),
  FOREIGN KEY (ambito_id, ente_id) REFERENCES ente
);
CREATE INDEX invito_diretto_ente ON invito_diretto (ambito_id, ente_id);
-- One for each mail that carries it: all of them open the same invitation.
CREATE TABLE invito_diretto_segreto (
  segreto_hash bytea PRIMARY KEY,
  ambito_id uuid NOT NULL,
  invito_id uuid NOT NULL,
  FOREIGN KEY (ambito_id, invito_id) REFERENCES invito_diretto ON DELETE CASCADE
);
CREATE INDEX invito_diretto_segreto_invito ON invito_diretto_segreto (ambito_id, invito_id);
CREATE TABLE posto_diretto (
  ambito_id uuid NOT NULL,
  id uuid NOT NULL UNIQUE,
  invito_id uuid NOT NULL,
  ente_id uuid NOT NULL,
  tavolo_id uuid NOT NULL,
  stato text NOT NULL CHECK (stato IN ('in_attesa', 'nominata', 'declinata', 'scaduta', 'ritirata')),
  veste text NOT NULL CHECK (veste IN ('istituzionale', 'osservatore')),
  titolari integer NOT NULL CHECK (titolari BETWEEN 1 AND 5),
  supplenti integer NOT NULL CHECK (supplenti BETWEEN 0 AND 5),
  scade_at timestamptz NOT NULL,
  sollecitato_at timestamptz,
  risposto_at timestamptz,
  motivazione text,
  version integer NOT NULL DEFAULT 1,
  creato_at timestamptz NOT NULL DEFAULT now(),
  PRIMARY KEY (ambito_id, id),
  FOREIGN KEY (ambito_id, invito_id) REFERENCES invito_diretto,
  FOREIGN KEY (ambito_id, ente_id) REFERENCES ente,
  FOREIGN KEY (ambito_id, tavolo_id) REFERENCES tavolo
);
CREATE UNIQUE INDEX posto_diretto_aperto ON posto_diretto (ambito_id, tavolo_id, ente_id) WHERE stato = 'in_attesa';
CREATE INDEX posto_diretto_elenco ON posto_diretto (ambito_id, creato_at DESC, id DESC);
CREATE INDEX posto_diretto_invito ON posto_diretto (ambito_id, invito_id);
CREATE INDEX posto_diretto_scadenza ON posto_diretto (scade_at) WHERE stato = 'in_attesa';`;

/** A designazione answers an avviso, or a seat that was offered. */
const DESIGNAZIONI = `
ALTER TABLE designazione ALTER COLUMN avviso_id DROP NOT NULL,
  ADD COLUMN posto_id uuid,
  ADD FOREIGN KEY (ambito_id, posto_id) REFERENCES posto_diretto;
CREATE INDEX designazione_posto ON designazione (ambito_id, posto_id) WHERE posto_id IS NOT NULL;`;

export class PostiDiretti1700000000048 implements MigrationInterface {
  name = 'PostiDiretti1700000000048';
  /** What it runs, in order. */
  readonly sql = [INVITI, DESIGNAZIONI] as const;

  async up(runner: QueryRunner): Promise<void> {
    for (const sql of this.sql) await runner.query(sql);
  }

  async down(): Promise<void> {
    throw new Error('Migrations go forward only: restore a backup instead.');
  }
}
