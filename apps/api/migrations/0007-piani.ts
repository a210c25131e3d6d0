import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The Piano di Zona as a dossier: its allegati in order, every version compiled, the files of each, what was signed and sent. */
export class Piani1700000000007 implements MigrationInterface {
  name = 'Piani1700000000007';

  async up(runner: QueryRunner): Promise<void> {
    for (const sql of [PIANO, DOSSIER]) await runner.query(sql);
  }

  async down(): Promise<void> {
    throw new Error('Migrations go forward only: restore a backup instead.');
  }
}

const PIANO = `
-- How the allegati of its dossiers are numbered.
ALTER TABLE ambito ADD COLUMN numerazione_allegati text NOT NULL DEFAULT 'lettere' CHECK (numerazione_allegati IN ('lettere', 'numeri'));
ALTER TABLE piano_di_zona
  ADD COLUMN stato text NOT NULL DEFAULT 'in_preparazione' CHECK (stato IN ('in_preparazione', 'chiuso', 'pubblicato')),
  -- Annual programmes with their acts: a handful, always read and written together.
  ADD COLUMN programmi jsonb NOT NULL DEFAULT '[]',
  ADD COLUMN consegna jsonb,
  ADD COLUMN chiuso_at timestamptz,
  ADD COLUMN pubblicato_at timestamptz,
  ADD COLUMN motivazione text,
  ADD COLUMN version integer NOT NULL DEFAULT 1,
  ADD CONSTRAINT piano_di_zona_id UNIQUE (id),
  ADD CONSTRAINT piano_pubblicato_at CHECK ((stato = 'pubblicato') = (pubblicato_at IS NOT NULL));
CREATE TABLE allegato (
  ambito_id uuid NOT NULL,
  id uuid NOT NULL UNIQUE,
  piano_id uuid NOT NULL,
  ordine integer NOT NULL,
  tipo text NOT NULL CHECK (tipo IN ('elaborato', 'verbali', 'elenco_rappresentanti', 'registro_presenze', 'contributi', 'atto')),
  titolo text NOT NULL,
  -- Of the kinds that have one; no tavolo: all of them.
  tavolo_id uuid,
  elaborato_id uuid,
  -- Of an uploaded act: name, bytes, sha256.
  file jsonb,
  -- Given when the dossier is closed.
  numero text,
  PRIMARY KEY (ambito_id, id),
  FOREIGN KEY (ambito_id, piano_id) REFERENCES piano_di_zona,
  FOREIGN KEY (ambito_id, tavolo_id) REFERENCES tavolo,
  FOREIGN KEY (ambito_id, elaborato_id) REFERENCES elaborato,
  CHECK ((tipo = 'elaborato') = (elaborato_id IS NOT NULL)),
  CHECK ((tipo = 'atto') = (file IS NOT NULL))
);
CREATE INDEX allegato_piano ON allegato (ambito_id, piano_id, ordine);
CREATE UNIQUE INDEX allegato_elaborato ON allegato (ambito_id, piano_id, elaborato_id) WHERE elaborato_id IS NOT NULL;
-- Signed copies of the dossier, as they came back.
CREATE TABLE piano_firmato (
  ambito_id uuid NOT NULL,
  id uuid NOT NULL UNIQUE,
  piano_id uuid NOT NULL,
  nome text NOT NULL,
  bytes integer NOT NULL,
  sha256 text NOT NULL,
  caricato_at timestamptz NOT NULL DEFAULT clock_timestamp(),
  PRIMARY KEY (ambito_id, id),
  FOREIGN KEY (ambito_id, piano_id) REFERENCES piano_di_zona
);
CREATE INDEX piano_firmato_piano ON piano_firmato (ambito_id, piano_id, caricato_at);
CREATE INDEX piano_firmato_impronta ON piano_firmato (sha256);`;

const DOSSIER = `
-- Every version ever asked for. The row is the work to be done as well: whoever makes it holds it for a while, and another goes on if they fall silent.
CREATE TABLE dossier (
  ambito_id uuid NOT NULL,
  id uuid NOT NULL UNIQUE,
  piano_id uuid NOT NULL,
  versione integer NOT NULL,
  stato text NOT NULL DEFAULT 'in_coda' CHECK (stato IN ('in_coda', 'in_corso', 'pronto', 'fallito')),
  finale boolean NOT NULL DEFAULT false,
  -- Of the Piano when it was asked for: a final one must find it unchanged.
  piano_version integer NOT NULL,
  avanzamento integer NOT NULL DEFAULT 0,
  passo text NOT NULL DEFAULT 'In attesa',
  richiesto_da uuid,
  richiesto_nome text NOT NULL,
  richiesto_at timestamptz NOT NULL DEFAULT date_trunc('milliseconds', clock_timestamp()),
  tenuto_fino_at timestamptz,
  tentativi integer NOT NULL DEFAULT 0,
  pronto_at timestamptz,
  pagine integer,
  pdf_sha256 text,
  pdf_bytes bigint,
  zip_sha256 text,
  zip_bytes bigint,
  errore text,
  PRIMARY KEY (ambito_id, id),
  UNIQUE (ambito_id, piano_id, versione),
  FOREIGN KEY (ambito_id, piano_id) REFERENCES piano_di_zona,
  CHECK ((stato = 'pronto') = (zip_sha256 IS NOT NULL))
);
-- One at a time for each Piano.
CREATE UNIQUE INDEX dossier_aperto ON dossier (ambito_id, piano_id) WHERE stato IN ('in_coda', 'in_corso');
CREATE INDEX dossier_coda ON dossier (richiesto_at) WHERE stato IN ('in_coda', 'in_corso');
CREATE INDEX dossier_pdf ON dossier (pdf_sha256);
CREATE INDEX dossier_zip ON dossier (zip_sha256);
-- The originals of a version, where they stand in its ZIP.
CREATE TABLE dossier_file (
  ambito_id uuid NOT NULL,
  id uuid NOT NULL UNIQUE DEFAULT gen_random_uuid(),
  dossier_id uuid NOT NULL,
  ordine integer NOT NULL,
  allegato_id uuid NOT NULL,
  percorso text NOT NULL,
  titolo text NOT NULL,
  bytes integer NOT NULL,
  sha256 text NOT NULL,
  PRIMARY KEY (ambito_id, id),
  UNIQUE (ambito_id, dossier_id, percorso),
  FOREIGN KEY (ambito_id, dossier_id) REFERENCES dossier
);
CREATE INDEX dossier_file_dossier ON dossier_file (ambito_id, dossier_id, ordine);
CREATE INDEX dossier_file_impronta ON dossier_file (sha256);`;
