import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Verbali: sections written one by one, their versions, corrections proposed by members, and what was published with its proof. */
export class Verbali1700000000004 implements MigrationInterface {
  name = 'Verbali1700000000004';

  async up(runner: QueryRunner): Promise<void> {
    for (const sql of [VERBALI, PUBBLICAZIONI]) await runner.query(sql);
  }

  async down(): Promise<void> {
    throw new Error('Migrations go forward only: restore a backup instead.');
  }
}

const VERBALI = `
CREATE TABLE verbale (
  ambito_id uuid NOT NULL REFERENCES ambito,
  id uuid NOT NULL UNIQUE,
  incontro_id uuid NOT NULL,
  -- Of the incontro: null for a plenaria.
  tavolo_id uuid,
  stato text NOT NULL CHECK (stato IN ('bozza', 'in_revisione', 'approvato', 'pubblicato')),
  -- Within tavolo and year, given at approval and kept if it is sent back.
  anno integer,
  numero integer,
  revisione_fino_at timestamptz,
  motivazione text,
  version integer NOT NULL DEFAULT 1,
  creato_at timestamptz NOT NULL DEFAULT now(),
  PRIMARY KEY (ambito_id, id),
  UNIQUE (ambito_id, incontro_id),
  FOREIGN KEY (ambito_id, incontro_id) REFERENCES incontro,
  FOREIGN KEY (ambito_id, tavolo_id) REFERENCES tavolo,
  CHECK ((anno IS NULL) = (numero IS NULL))
);
CREATE UNIQUE INDEX verbale_numero ON verbale (ambito_id, tavolo_id, anno, numero) NULLS NOT DISTINCT WHERE numero IS NOT NULL;
CREATE TABLE verbale_sezione (
  ambito_id uuid NOT NULL,
  id uuid NOT NULL UNIQUE,
  verbale_id uuid NOT NULL,
  ordine integer NOT NULL,
  tipo text NOT NULL CHECK (tipo IN ('apertura', 'punto', 'chiusura')),
  punto_id uuid,
  titolo text NOT NULL,
  documento jsonb NOT NULL,
  decisioni jsonb NOT NULL DEFAULT '[]',
  impegni jsonb NOT NULL DEFAULT '[]',
  quorum jsonb,
  version integer NOT NULL DEFAULT 1,
  aggiornata_at timestamptz,
  aggiornata_da text,
  -- Who is writing it: the hold ends by itself when they fall silent.
  tenuta_da uuid,
  tenuta_nome text,
  tenuta_fino_at timestamptz,
  PRIMARY KEY (ambito_id, id),
  FOREIGN KEY (ambito_id, verbale_id) REFERENCES verbale
);
CREATE INDEX verbale_sezione_verbale ON verbale_sezione (ambito_id, verbale_id, ordine);
-- Every saved text, so that nothing written is ever lost; two savings by the same person within a few minutes are one version.
CREATE TABLE verbale_versione (
  ambito_id uuid NOT NULL,
  sezione_id uuid NOT NULL,
  version integer NOT NULL,
  da uuid NOT NULL,
  nome text NOT NULL,
  at timestamptz NOT NULL DEFAULT now(),
  documento jsonb NOT NULL,
  PRIMARY KEY (ambito_id, sezione_id, version),
  FOREIGN KEY (ambito_id, sezione_id) REFERENCES verbale_sezione
);
CREATE TABLE verbale_correzione (
  ambito_id uuid NOT NULL,
  id uuid NOT NULL UNIQUE,
  verbale_id uuid NOT NULL,
  sezione_id uuid NOT NULL,
  passaggio text NOT NULL,
  proposta text NOT NULL,
  motivo text NOT NULL,
  autore uuid NOT NULL REFERENCES account,
  autore_nome text NOT NULL,
  stato text NOT NULL DEFAULT 'proposta' CHECK (stato IN ('proposta', 'accolta', 'respinta', 'rinviata')),
  risposta text,
  creata_at timestamptz NOT NULL DEFAULT now(),
  PRIMARY KEY (ambito_id, id),
  FOREIGN KEY (ambito_id, verbale_id) REFERENCES verbale,
  FOREIGN KEY (ambito_id, sezione_id) REFERENCES verbale_sezione
);
CREATE INDEX verbale_correzione_verbale ON verbale_correzione (ambito_id, verbale_id, creata_at);`;

const PUBBLICAZIONI = `
-- What was published, once and for all: the public twin and the file, found by its fingerprint. The act in the registro names the same one.
CREATE TABLE verbale_pubblicazione (
  ambito_id uuid NOT NULL,
  verbale_id uuid NOT NULL,
  at timestamptz NOT NULL,
  da uuid,
  protocollo_anno integer NOT NULL,
  protocollo_numero integer NOT NULL,
  contenuto jsonb NOT NULL,
  sha256 text NOT NULL,
  bytes integer NOT NULL,
  PRIMARY KEY (ambito_id, verbale_id),
  FOREIGN KEY (ambito_id, verbale_id) REFERENCES verbale
);
CREATE INDEX verbale_pubblicazione_impronta ON verbale_pubblicazione (sha256);`;
