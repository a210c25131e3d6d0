import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The iter of a Piano: phases and their acts, the accordo with its signatories, adesioni and observations; the words of an ambito; reminders. */
export class Iter1700000000008 implements MigrationInterface {
  name = 'Iter1700000000008';

  async up(runner: QueryRunner): Promise<void> {
    for (const sql of [FASI, ACCORDO, CRUSCOTTO]) await runner.query(sql);
  }

  async down(): Promise<void> {
    throw new Error('Migrations go forward only: restore a backup instead.');
  }
}

const FASI = `
-- How the bodies are called; null: as the region does.
ALTER TABLE ambito ADD COLUMN parole jsonb;
CREATE TABLE iter (
  ambito_id uuid NOT NULL REFERENCES ambito,
  id uuid NOT NULL UNIQUE,
  piano_id uuid NOT NULL,
  modello text NOT NULL,
  scadenza date,
  version integer NOT NULL DEFAULT 1,
  creato_at timestamptz NOT NULL DEFAULT now(),
  PRIMARY KEY (ambito_id, id),
  FOREIGN KEY (ambito_id, piano_id) REFERENCES piano_di_zona
);
CREATE UNIQUE INDEX iter_del_piano ON iter (ambito_id, piano_id);
CREATE TABLE fase (
  ambito_id uuid NOT NULL,
  id uuid NOT NULL UNIQUE,
  iter_id uuid NOT NULL,
  -- Of the template, whatever its title becomes; null for a phase of the ambito's own.
  chiave text,
  ordine integer NOT NULL,
  titolo text NOT NULL,
  organo text NOT NULL,
  organo_nome text,
  descrizione text NOT NULL,
  note text NOT NULL,
  responsabile text,
  responsabile_incarico_id uuid,
  prevista_dal date,
  prevista_al date,
  iniziata_il date,
  conclusa_il date,
  attesi jsonb NOT NULL DEFAULT '[]',
  stato text NOT NULL DEFAULT 'da_avviare' CHECK (stato IN ('da_avviare', 'in_corso', 'conclusa', 'saltata')),
  motivazione text,
  version integer NOT NULL DEFAULT 1,
  PRIMARY KEY (ambito_id, id),
  FOREIGN KEY (ambito_id, iter_id) REFERENCES iter,
  FOREIGN KEY (ambito_id, responsabile_incarico_id) REFERENCES incarico,
  CHECK (prevista_al >= prevista_dal)
);
CREATE INDEX fase_iter ON fase (ambito_id, iter_id, ordine);
CREATE TABLE atto (
  ambito_id uuid NOT NULL,
  id uuid NOT NULL UNIQUE,
  fase_id uuid NOT NULL,
  direzione text NOT NULL CHECK (direzione IN ('ingresso', 'uscita')),
  tipo text NOT NULL,
  titolo text NOT NULL,
  numero text,
  data date,
  albo text CHECK (albo LIKE 'https://%'),
  pubblico boolean NOT NULL,
  file jsonb,
  version integer NOT NULL DEFAULT 1,
  creato_at timestamptz NOT NULL DEFAULT now(),
  PRIMARY KEY (ambito_id, id),
  FOREIGN KEY (ambito_id, fase_id) REFERENCES fase
);
CREATE INDEX atto_fase ON atto (ambito_id, fase_id, creato_at);`;

const ACCORDO = `
CREATE TABLE firmatario (
  ambito_id uuid NOT NULL,
  id uuid NOT NULL UNIQUE,
  iter_id uuid NOT NULL,
  tipo text NOT NULL CHECK (tipo IN ('comune', 'asl', 'provincia', 'altro')),
  ente text NOT NULL,
  carica text NOT NULL,
  persona text,
  email text,
  stato text NOT NULL DEFAULT 'da_raccogliere' CHECK (stato IN ('da_raccogliere', 'raccolta')),
  modo text CHECK (modo IN ('firma', 'approvazione')),
  data date,
  atto text,
  motivazione text,
  version integer NOT NULL DEFAULT 1,
  creato_at timestamptz NOT NULL DEFAULT now(),
  PRIMARY KEY (ambito_id, id),
  FOREIGN KEY (ambito_id, iter_id) REFERENCES iter,
  CHECK ((stato = 'raccolta') = (modo IS NOT NULL AND data IS NOT NULL AND atto IS NOT NULL))
);
CREATE INDEX firmatario_iter ON firmatario (ambito_id, iter_id, tipo, ente);
CREATE TABLE adesione (
  ambito_id uuid NOT NULL,
  id uuid NOT NULL UNIQUE,
  iter_id uuid NOT NULL,
  ente_id uuid NOT NULL,
  impegno text NOT NULL,
  stato text NOT NULL DEFAULT 'bozza' CHECK (stato IN ('bozza', 'inviata', 'accolta', 'respinta', 'ritirata')),
  protocollo_anno integer,
  protocollo_numero integer,
  inviata_at timestamptz,
  motivazione text,
  version integer NOT NULL DEFAULT 1,
  creata_at timestamptz NOT NULL DEFAULT now(),
  PRIMARY KEY (ambito_id, id),
  FOREIGN KEY (ambito_id, iter_id) REFERENCES iter,
  FOREIGN KEY (ambito_id, ente_id) REFERENCES ente,
  CHECK (stato = 'bozza' OR (inviata_at IS NOT NULL AND protocollo_anno IS NOT NULL AND protocollo_numero IS NOT NULL))
);
-- An ente joins once: two who press "crea" together make one.
CREATE UNIQUE INDEX adesione_in_corso ON adesione (ambito_id, iter_id, ente_id) WHERE stato IN ('bozza', 'inviata', 'accolta');
CREATE INDEX adesione_iter ON adesione (ambito_id, iter_id, stato);
CREATE INDEX adesione_ente ON adesione (ambito_id, ente_id);
CREATE TABLE adesione_risorsa (
  ambito_id uuid NOT NULL,
  adesione_id uuid NOT NULL,
  ordine integer NOT NULL,
  tipo text NOT NULL CHECK (tipo IN ('denaro', 'personale', 'volontariato', 'sede', 'mezzi', 'altro')),
  descrizione text NOT NULL,
  -- Whole cents of euro; null where it has no price.
  centesimi bigint CHECK (centesimi BETWEEN 0 AND 100000000000),
  PRIMARY KEY (ambito_id, adesione_id, ordine),
  FOREIGN KEY (ambito_id, adesione_id) REFERENCES adesione ON DELETE CASCADE
);
CREATE TABLE osservazione (
  ambito_id uuid NOT NULL,
  id uuid NOT NULL UNIQUE,
  iter_id uuid NOT NULL,
  tipo text NOT NULL CHECK (tipo IN ('sindacato', 'asl', 'altro')),
  da text NOT NULL,
  ricevuta_il date NOT NULL,
  testo text NOT NULL,
  file jsonb,
  stato text NOT NULL DEFAULT 'ricevuta' CHECK (stato IN ('ricevuta', 'accolta', 'accolta_in_parte', 'non_accolta')),
  -- The reasons of the answer.
  motivazione text,
  version integer NOT NULL DEFAULT 1,
  creata_at timestamptz NOT NULL DEFAULT now(),
  PRIMARY KEY (ambito_id, id),
  FOREIGN KEY (ambito_id, iter_id) REFERENCES iter,
  CHECK (stato = 'ricevuta' OR motivazione IS NOT NULL)
);
CREATE INDEX osservazione_iter ON osservazione (ambito_id, iter_id, ricevuta_il);`;

const CRUSCOTTO = `
CREATE TABLE sollecito (
  ambito_id uuid NOT NULL REFERENCES ambito,
  id uuid NOT NULL UNIQUE,
  tipo text NOT NULL,
  oggetto_id uuid NOT NULL,
  oggetto text NOT NULL,
  testo text NOT NULL,
  destinatari integer NOT NULL,
  da uuid,
  at timestamptz NOT NULL DEFAULT now(),
  PRIMARY KEY (ambito_id, id)
);
CREATE INDEX sollecito_di ON sollecito (ambito_id, tipo, oggetto_id, at DESC);
-- For what was done this week.
CREATE INDEX registro_quando ON registro (ambito_id, at);`;
