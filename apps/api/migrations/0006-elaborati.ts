import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Elaborati: their parts with every version, comments, sources (the thread back to verbali, incontri, contributi), and what was accepted with its proof. */
export class Elaborati1700000000006 implements MigrationInterface {
  name = 'Elaborati1700000000006';

  async up(runner: QueryRunner): Promise<void> {
    for (const sql of [ELABORATI, FILO, ACCOGLIMENTI]) await runner.query(sql);
  }

  async down(): Promise<void> {
    throw new Error('Migrations go forward only: restore a backup instead.');
  }
}

const ELABORATI = `
CREATE TABLE elaborato (
  ambito_id uuid NOT NULL REFERENCES ambito,
  id uuid NOT NULL UNIQUE,
  tavolo_id uuid NOT NULL,
  tipo text NOT NULL CHECK (tipo IN ('analisi_bisogni', 'priorita', 'obiettivo', 'scheda_progetto', 'documento_libero', 'file')),
  titolo text NOT NULL,
  stato text NOT NULL DEFAULT 'bozza' CHECK (stato IN ('bozza', 'in_consultazione', 'approvato', 'consegnato', 'accolto', 'da_rivedere')),
  scrivono text NOT NULL DEFAULT 'staff' CHECK (scrivono IN ('staff', 'rappresentanti')),
  -- Of an uploaded one: name, bytes, sha256.
  file jsonb CHECK (file IS NULL OR tipo = 'file'),
  -- Opened for the first time: from then on it is not deleted any more.
  consultato_at timestamptz,
  consultazione_fino_at timestamptz,
  -- Where the tavolo approved, and its words as they were; gone if it goes back to the draft.
  approvato_verbale_id uuid,
  approvazione jsonb,
  motivazione text,
  version integer NOT NULL DEFAULT 1,
  creato_at timestamptz NOT NULL DEFAULT now(),
  aggiornato_at timestamptz NOT NULL DEFAULT now(),
  PRIMARY KEY (ambito_id, id),
  FOREIGN KEY (ambito_id, tavolo_id) REFERENCES tavolo,
  FOREIGN KEY (ambito_id, approvato_verbale_id) REFERENCES verbale,
  CHECK ((approvato_verbale_id IS NULL) = (approvazione IS NULL)),
  CHECK ((stato IN ('approvato', 'consegnato', 'accolto')) <= (approvazione IS NOT NULL))
);
CREATE INDEX elaborato_tavolo ON elaborato (ambito_id, tavolo_id, stato);
CREATE INDEX elaborato_verbale ON elaborato (ambito_id, approvato_verbale_id) WHERE approvato_verbale_id IS NOT NULL;
CREATE TABLE elaborato_sezione (
  ambito_id uuid NOT NULL,
  id uuid NOT NULL UNIQUE,
  elaborato_id uuid NOT NULL,
  ordine integer NOT NULL,
  chiave text NOT NULL,
  titolo text NOT NULL,
  contenuto jsonb NOT NULL,
  version integer NOT NULL DEFAULT 1,
  aggiornata_at timestamptz,
  aggiornata_da text,
  -- Who is writing it: the hold ends by itself when they fall silent.
  tenuta_da uuid,
  tenuta_nome text,
  tenuta_fino_at timestamptz,
  PRIMARY KEY (ambito_id, id),
  UNIQUE (ambito_id, elaborato_id, chiave),
  FOREIGN KEY (ambito_id, elaborato_id) REFERENCES elaborato ON DELETE CASCADE
);
CREATE INDEX elaborato_sezione_elaborato ON elaborato_sezione (ambito_id, elaborato_id, ordine);
CREATE TABLE elaborato_versione (
  ambito_id uuid NOT NULL,
  sezione_id uuid NOT NULL,
  version integer NOT NULL,
  da uuid NOT NULL,
  nome text NOT NULL,
  at timestamptz NOT NULL DEFAULT now(),
  contenuto jsonb NOT NULL,
  PRIMARY KEY (ambito_id, sezione_id, version),
  FOREIGN KEY (ambito_id, sezione_id) REFERENCES elaborato_sezione ON DELETE CASCADE
);
CREATE TABLE elaborato_commento (
  ambito_id uuid NOT NULL,
  id uuid NOT NULL UNIQUE,
  elaborato_id uuid NOT NULL,
  sezione_id uuid,
  passaggio text,
  testo text NOT NULL,
  autore uuid NOT NULL REFERENCES account,
  autore_nome text NOT NULL,
  stato text NOT NULL DEFAULT 'aperto' CHECK (stato IN ('aperto', 'accolto', 'non_accolto')),
  risposta text,
  creato_at timestamptz NOT NULL DEFAULT now(),
  PRIMARY KEY (ambito_id, id),
  FOREIGN KEY (ambito_id, elaborato_id) REFERENCES elaborato,
  FOREIGN KEY (ambito_id, sezione_id) REFERENCES elaborato_sezione
);
CREATE INDEX elaborato_commento_elaborato ON elaborato_commento (ambito_id, elaborato_id, creato_at);`;

const FILO = `
-- What an elaborato came from. The object is named by kind and id: kinds live in features that may come later.
CREATE TABLE elaborato_fonte (
  ambito_id uuid NOT NULL,
  id uuid NOT NULL UNIQUE,
  elaborato_id uuid NOT NULL,
  tipo text NOT NULL,
  oggetto_id uuid NOT NULL,
  parte_id uuid,
  decisione integer,
  in_sezione_id uuid,
  creata_at timestamptz NOT NULL DEFAULT now(),
  PRIMARY KEY (ambito_id, id),
  CONSTRAINT elaborato_fonte_una UNIQUE NULLS NOT DISTINCT (ambito_id, elaborato_id, tipo, oggetto_id, parte_id, decisione, in_sezione_id),
  FOREIGN KEY (ambito_id, elaborato_id) REFERENCES elaborato ON DELETE CASCADE,
  FOREIGN KEY (ambito_id, in_sezione_id) REFERENCES elaborato_sezione ON DELETE CASCADE
);
CREATE INDEX elaborato_fonte_oggetto ON elaborato_fonte (ambito_id, oggetto_id);`;

const ACCOGLIMENTI = `
-- What was accepted, once and for all: the content whose canonical JSON has the first digest, and the PDF that has the second. The act in the registro names both.
CREATE TABLE elaborato_accoglimento (
  ambito_id uuid NOT NULL,
  elaborato_id uuid NOT NULL,
  at timestamptz NOT NULL,
  da uuid,
  protocollo_anno integer NOT NULL,
  protocollo_numero integer NOT NULL,
  foto jsonb NOT NULL,
  sha256 text NOT NULL,
  pdf_sha256 text NOT NULL,
  bytes integer NOT NULL,
  PRIMARY KEY (ambito_id, elaborato_id),
  FOREIGN KEY (ambito_id, elaborato_id) REFERENCES elaborato
);
CREATE INDEX elaborato_accoglimento_impronta ON elaborato_accoglimento (pdf_sha256);
CREATE INDEX elaborato_accoglimento_contenuto ON elaborato_accoglimento (sha256);`;
