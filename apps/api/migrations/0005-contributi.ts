import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Contributi: what people send to a tavolo, every step of it, its files, the secrets of its author, and what it is tied to. */
export class Contributi1700000000005 implements MigrationInterface {
  name = 'Contributi1700000000005';

  async up(runner: QueryRunner): Promise<void> {
    for (const sql of [REGOLE, CONTRIBUTI, PARTI]) await runner.query(sql);
  }

  async down(): Promise<void> {
    throw new Error('Migrations go forward only: restore a backup instead.');
  }
}

const REGOLE = `
-- What a tavolo decided over what is usual; null: nothing.
ALTER TABLE tavolo ADD COLUMN contributi jsonb;
CREATE TABLE contributi_tempi (
  ambito_id uuid PRIMARY KEY REFERENCES ambito,
  tempi jsonb NOT NULL,
  version integer NOT NULL DEFAULT 1
);
-- Signs the tokens of forms, the same for all replicas. Whoever reads it can fill a form faster than a person, and nothing else.
CREATE TABLE modulo_chiave (unica boolean PRIMARY KEY DEFAULT true CHECK (unica), chiave bytea NOT NULL);
INSERT INTO modulo_chiave (chiave) VALUES (sha256(convert_to(gen_random_uuid()::text || gen_random_uuid()::text, 'UTF8')));`;

const CONTRIBUTI = `
CREATE TABLE contributo (
  ambito_id uuid NOT NULL REFERENCES ambito,
  id uuid NOT NULL UNIQUE,
  tavolo_id uuid NOT NULL,
  codice text NOT NULL,
  stato text NOT NULL CHECK (stato IN ('da_confermare', 'in_moderazione', 'da_modificare', 'pubblicato', 'in_esame', 'accolto', 'accolto_in_parte', 'non_accolto', 'rinviato', 'unito', 'respinto', 'ritirato')),
  -- Order of the lists by state: what waits for an answer before what has one.
  ordine_stato smallint GENERATED ALWAYS AS (CASE stato WHEN 'in_esame' THEN 1 WHEN 'pubblicato' THEN 2 WHEN 'rinviato' THEN 3 WHEN 'accolto' THEN 4 WHEN 'accolto_in_parte' THEN 5 WHEN 'non_accolto' THEN 6 WHEN 'unito' THEN 7 ELSE 9 END) STORED,
  canale text NOT NULL CHECK (canale IN ('web', 'carta', 'voce')),
  tipo text NOT NULL,
  comune text,
  zona text,
  -- As written: titolo, testo, risposte with their questions. Replaced only by the author, who was asked to.
  testi jsonb NOT NULL,
  -- What the public reads; null before publication.
  pubblico jsonb,
  omissis jsonb NOT NULL DEFAULT '[]',
  motivo_omissis text,
  provenienza text NOT NULL CHECK (provenienza IN ('cittadino', 'gruppo', 'ente')),
  provenienza_nome text,
  mostra_nome boolean NOT NULL,
  autore_nome text,
  autore_email text,
  account_id uuid REFERENCES account,
  raccolto_da text,
  motivo text,
  motivazione text,
  unito_a uuid,
  riesame_chiesto_at timestamptz,
  riesame_motivo text,
  riesame_decisione text CHECK (riesame_decisione IN ('riapri', 'conferma')),
  riesame_risposta text,
  inviato_at timestamptz NOT NULL DEFAULT now(),
  in_moderazione_dal timestamptz,
  moderare_entro_at timestamptz,
  pubblicato_at timestamptz,
  rispondere_entro_at timestamptz,
  risposto_at timestamptz,
  -- Of the clock that runs: when the referente was reminded, and when the coordinatore was told that it is past.
  promemoria_at timestamptz,
  sollecito_at timestamptz,
  -- Text and author were removed when their time was over.
  svuotato_at timestamptz,
  version integer NOT NULL DEFAULT 1,
  PRIMARY KEY (ambito_id, id),
  UNIQUE (ambito_id, codice),
  FOREIGN KEY (ambito_id, tavolo_id) REFERENCES tavolo,
  FOREIGN KEY (ambito_id, comune) REFERENCES comune (ambito_id, istat),
  FOREIGN KEY (ambito_id, unito_a) REFERENCES contributo,
  CHECK ((stato = 'unito') = (unito_a IS NOT NULL))
);
CREATE INDEX contributo_recenti ON contributo (ambito_id, inviato_at DESC, id DESC);
CREATE INDEX contributo_stati ON contributo (ambito_id, ordine_stato, inviato_at DESC, id DESC);
CREATE INDEX contributo_tavolo ON contributo (ambito_id, tavolo_id, stato, inviato_at DESC, id DESC);
CREATE INDEX contributo_uniti ON contributo (ambito_id, unito_a) WHERE unito_a IS NOT NULL;
CREATE INDEX contributo_account ON contributo (account_id, inviato_at DESC) WHERE account_id IS NOT NULL;
CREATE INDEX contributo_orologi ON contributo (coalesce(moderare_entro_at, rispondere_entro_at)) WHERE stato IN ('in_moderazione', 'pubblicato', 'in_esame');
CREATE INDEX contributo_scadenza ON contributo (stato, inviato_at) WHERE stato IN ('da_confermare', 'respinto', 'ritirato') AND svuotato_at IS NULL;`;

const PARTI = `
-- Every step, as the public page, the author and the staff are told of it.
CREATE TABLE contributo_passo (
  ambito_id uuid NOT NULL,
  id uuid NOT NULL DEFAULT gen_random_uuid(),
  contributo_id uuid NOT NULL,
  at timestamptz NOT NULL DEFAULT clock_timestamp(),
  tipo text NOT NULL,
  motivazione text,
  -- Of what the step names: another tavolo, another contributo.
  titolo text,
  percorso text,
  PRIMARY KEY (ambito_id, id),
  FOREIGN KEY (ambito_id, contributo_id) REFERENCES contributo ON DELETE CASCADE
);
CREATE INDEX contributo_passo_contributo ON contributo_passo (ambito_id, contributo_id, at);
-- Words that their author replaced when asked to.
CREATE TABLE contributo_precedente (
  ambito_id uuid NOT NULL,
  id uuid NOT NULL DEFAULT gen_random_uuid(),
  contributo_id uuid NOT NULL,
  testi jsonb NOT NULL,
  at timestamptz NOT NULL DEFAULT clock_timestamp(),
  PRIMARY KEY (ambito_id, id),
  FOREIGN KEY (ambito_id, contributo_id) REFERENCES contributo ON DELETE CASCADE
);
CREATE INDEX contributo_precedente_contributo ON contributo_precedente (ambito_id, contributo_id, at DESC);
-- Mailed to the author: 'conferma' lets it into the queue, 'autore' opens the page that follows it.
CREATE TABLE contributo_segreto (
  segreto_hash bytea PRIMARY KEY,
  ambito_id uuid NOT NULL,
  contributo_id uuid NOT NULL,
  scopo text NOT NULL CHECK (scopo IN ('conferma', 'autore')),
  creato_at timestamptz NOT NULL DEFAULT now(),
  FOREIGN KEY (ambito_id, contributo_id) REFERENCES contributo ON DELETE CASCADE
);
CREATE INDEX contributo_segreto_contributo ON contributo_segreto (ambito_id, contributo_id);
-- Uploaded before the text is sent: until then it belongs to nobody but who holds its key, and goes after a day.
CREATE TABLE contributo_file (
  ambito_id uuid NOT NULL REFERENCES ambito,
  id uuid NOT NULL UNIQUE,
  chiave_hash bytea NOT NULL UNIQUE,
  contributo_id uuid,
  nome text NOT NULL,
  bytes integer NOT NULL,
  media_type text NOT NULL,
  sha256 text NOT NULL,
  pubblico boolean NOT NULL DEFAULT false,
  caricato_at timestamptz NOT NULL DEFAULT now(),
  PRIMARY KEY (ambito_id, id),
  FOREIGN KEY (ambito_id, contributo_id) REFERENCES contributo ON DELETE CASCADE
);
CREATE INDEX contributo_file_contributo ON contributo_file (ambito_id, contributo_id, caricato_at);
CREATE INDEX contributo_file_soli ON contributo_file (caricato_at) WHERE contributo_id IS NULL;
CREATE INDEX contributo_file_impronta ON contributo_file (sha256);
-- The thread: what a contributo is tied to. What stands at the other end is known by its kind, and may be gone.
CREATE TABLE contributo_legame (
  ambito_id uuid NOT NULL,
  id uuid NOT NULL UNIQUE DEFAULT gen_random_uuid(),
  contributo_id uuid NOT NULL,
  tipo text NOT NULL CHECK (tipo IN ('punto', 'verbale_sezione', 'elaborato', 'obiettivo')),
  oggetto_id uuid NOT NULL,
  creato_at timestamptz NOT NULL DEFAULT clock_timestamp(),
  PRIMARY KEY (ambito_id, id),
  UNIQUE (ambito_id, tipo, oggetto_id, contributo_id),
  FOREIGN KEY (ambito_id, contributo_id) REFERENCES contributo ON DELETE CASCADE
);
CREATE INDEX contributo_legame_contributo ON contributo_legame (ambito_id, contributo_id);`;
