import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Incontri, who is called to them, what they answered, who came; secret addresses of calendars; who wants no reminders. */
export class Incontri1700000000003 implements MigrationInterface {
  name = 'Incontri1700000000003';

  async up(runner: QueryRunner): Promise<void> {
    for (const sql of [REGOLE, EMAIL, INCONTRI, CONVOCAZIONI, PRESENZE, CALENDARI]) await runner.query(sql);
  }

  async down(): Promise<void> {
    throw new Error('Migrations go forward only: restore a backup instead.');
  }
}

const REGOLE = `
-- What a tavolo has decided otherwise than usual (see REGOLE_PREDEFINITE); null: nothing.
ALTER TABLE tavolo ADD COLUMN regole jsonb;`;

const EMAIL = `
-- The calendar message that travels with a mail ({method, ics}), and the path that turns its kind off with one click (RFC 8058).
ALTER TABLE email ADD COLUMN calendario jsonb, ADD COLUMN rinuncia text;`;

const INCONTRI = `
CREATE TABLE incontro (
  ambito_id uuid NOT NULL REFERENCES ambito,
  id uuid NOT NULL UNIQUE,
  -- Null for a plenaria, which belongs to the whole ambito.
  tavolo_id uuid,
  tipo text NOT NULL CHECK (tipo IN ('tavolo', 'congiunto', 'plenaria', 'focus')),
  stato text NOT NULL CHECK (stato IN ('bozza', 'convocato', 'in_corso', 'svolto', 'annullato')),
  titolo text NOT NULL,
  inizio_at timestamptz NOT NULL,
  fine_at timestamptz NOT NULL,
  sede jsonb,
  link_video text,
  seconda_convocazione boolean NOT NULL DEFAULT false,
  serie_id uuid,
  -- Grows with every act of calling: the SEQUENCE of calendar messages.
  sequence integer NOT NULL DEFAULT 0,
  punto_corrente uuid,
  -- Frozen when the incontro is closed.
  quorum jsonb,
  motivazione text,
  convocato_at timestamptz,
  aperto_at timestamptz,
  chiuso_at timestamptz,
  version integer NOT NULL DEFAULT 1,
  creato_at timestamptz NOT NULL DEFAULT now(),
  aggiornato_at timestamptz NOT NULL DEFAULT now(),
  PRIMARY KEY (ambito_id, id),
  FOREIGN KEY (ambito_id, tavolo_id) REFERENCES tavolo,
  CHECK (fine_at > inizio_at),
  CHECK ((tipo = 'plenaria') = (tavolo_id IS NULL)),
  CHECK (sede IS NOT NULL OR link_video IS NOT NULL)
);
CREATE INDEX incontro_calendario ON incontro (ambito_id, inizio_at, id);
CREATE TABLE incontro_tavolo (
  ambito_id uuid NOT NULL,
  incontro_id uuid NOT NULL,
  tavolo_id uuid NOT NULL,
  PRIMARY KEY (ambito_id, incontro_id, tavolo_id),
  FOREIGN KEY (ambito_id, incontro_id) REFERENCES incontro ON DELETE CASCADE,
  FOREIGN KEY (ambito_id, tavolo_id) REFERENCES tavolo
);
CREATE INDEX incontro_tavolo_tavolo ON incontro_tavolo (ambito_id, tavolo_id);
CREATE TABLE incontro_punto (
  ambito_id uuid NOT NULL,
  id uuid NOT NULL UNIQUE,
  incontro_id uuid NOT NULL,
  ordine integer NOT NULL,
  titolo text NOT NULL,
  minuti integer CHECK (minuti BETWEEN 1 AND 600),
  relatore text,
  iniziato_at timestamptz,
  -- Frozen when its discussion begins.
  quorum jsonb,
  PRIMARY KEY (ambito_id, id),
  FOREIGN KEY (ambito_id, incontro_id) REFERENCES incontro ON DELETE CASCADE
);
CREATE INDEX incontro_punto_incontro ON incontro_punto (ambito_id, incontro_id, ordine);
CREATE TABLE incontro_file (
  ambito_id uuid NOT NULL,
  id uuid NOT NULL UNIQUE,
  incontro_id uuid NOT NULL,
  punto_id uuid,
  nome text NOT NULL,
  bytes integer NOT NULL,
  sha256 text NOT NULL,
  creato_at timestamptz NOT NULL DEFAULT now(),
  PRIMARY KEY (ambito_id, id),
  FOREIGN KEY (ambito_id, incontro_id) REFERENCES incontro ON DELETE CASCADE
);
CREATE INDEX incontro_file_incontro ON incontro_file (ambito_id, incontro_id);
-- Of a focus group: the rappresentanti it is made of. No row: everyone who sits at the tavolo.
CREATE TABLE incontro_membro (
  ambito_id uuid NOT NULL,
  incontro_id uuid NOT NULL,
  rappresentante_id uuid NOT NULL,
  PRIMARY KEY (ambito_id, incontro_id, rappresentante_id),
  FOREIGN KEY (ambito_id, incontro_id) REFERENCES incontro ON DELETE CASCADE,
  FOREIGN KEY (ambito_id, rappresentante_id) REFERENCES rappresentante
);
-- People without a seat: called by mail beforehand, or only found in the room.
CREATE TABLE incontro_ospite (
  ambito_id uuid NOT NULL,
  id uuid NOT NULL UNIQUE,
  incontro_id uuid NOT NULL,
  nome text NOT NULL,
  email text,
  per text,
  presente boolean NOT NULL DEFAULT false,
  PRIMARY KEY (ambito_id, id),
  FOREIGN KEY (ambito_id, incontro_id) REFERENCES incontro ON DELETE CASCADE
);
CREATE UNIQUE INDEX incontro_ospite_email ON incontro_ospite (ambito_id, incontro_id, email) WHERE email IS NOT NULL;`;

const CONVOCAZIONI = `
-- Each act of calling, with the very words that were sent. One for each SEQUENCE, whatever crashes.
CREATE TABLE convocazione (
  ambito_id uuid NOT NULL,
  incontro_id uuid NOT NULL,
  sequence integer NOT NULL,
  tipo text NOT NULL CHECK (tipo IN ('convocazione', 'spostamento', 'annullamento')),
  at timestamptz NOT NULL,
  protocollo_anno integer NOT NULL,
  protocollo_numero integer NOT NULL,
  urgenza text,
  motivazione text,
  contenuto jsonb NOT NULL,
  sha256 text NOT NULL,
  PRIMARY KEY (ambito_id, incontro_id, sequence),
  UNIQUE (ambito_id, protocollo_anno, protocollo_numero),
  FOREIGN KEY (ambito_id, incontro_id) REFERENCES incontro
);
CREATE TABLE invitato (
  ambito_id uuid NOT NULL,
  id uuid NOT NULL UNIQUE,
  incontro_id uuid NOT NULL,
  ruolo text NOT NULL CHECK (ruolo IN ('titolare', 'supplente', 'referente', 'coordinatore', 'ospite')),
  -- The seat: which tavolo, for which ente. Null for who holds none.
  tavolo_id uuid,
  ente_id uuid,
  rappresentante_id uuid,
  account_id uuid,
  nome text NOT NULL,
  email text NOT NULL,
  risposta text NOT NULL DEFAULT 'in_attesa' CHECK (risposta IN ('in_attesa', 'si', 'no', 'passa')),
  risposta_at timestamptz,
  -- How many times their part in it changed (hand-overs): added to the SEQUENCE that they see, which so only grows.
  passaggi integer NOT NULL DEFAULT 0,
  revocato_at timestamptz,
  PRIMARY KEY (ambito_id, id),
  FOREIGN KEY (ambito_id, incontro_id) REFERENCES incontro,
  UNIQUE (ambito_id, incontro_id, email)
);
CREATE INDEX invitato_email ON invitato (email);
CREATE INDEX invitato_rappresentante ON invitato (ambito_id, rappresentante_id);
-- One for each mail that carries it: all of them end with the invitation.
CREATE TABLE invito_segreto (
  segreto_hash bytea PRIMARY KEY,
  ambito_id uuid NOT NULL,
  invitato_id uuid NOT NULL,
  creato_at timestamptz NOT NULL DEFAULT now(),
  FOREIGN KEY (ambito_id, invitato_id) REFERENCES invitato ON DELETE CASCADE
);
CREATE INDEX invito_segreto_invitato ON invito_segreto (ambito_id, invitato_id);`;

const PRESENZE = `
-- The seats of an incontro, fixed when it opens: who sat at the tavolo then.
CREATE TABLE presenza (
  ambito_id uuid NOT NULL,
  id uuid NOT NULL UNIQUE,
  incontro_id uuid NOT NULL,
  tavolo_id uuid NOT NULL,
  ente_id uuid NOT NULL,
  veste text NOT NULL,
  titolare text,
  supplente text,
  stato text CHECK (stato IN ('titolare', 'supplente', 'giustificato', 'assente')),
  rilevata_da text,
  rilevata_at timestamptz,
  PRIMARY KEY (ambito_id, id),
  UNIQUE (ambito_id, incontro_id, tavolo_id, ente_id),
  FOREIGN KEY (ambito_id, incontro_id) REFERENCES incontro,
  FOREIGN KEY (ambito_id, ente_id) REFERENCES ente
);
CREATE INDEX presenza_ente ON presenza (ambito_id, tavolo_id, ente_id);`;

const CALENDARI = `
CREATE TABLE calendario_privato (
  account_id uuid PRIMARY KEY REFERENCES account ON DELETE CASCADE,
  segreto_hash bytea NOT NULL UNIQUE,
  creato_at timestamptz NOT NULL DEFAULT now()
);
-- Kinds of mail that an address has asked not to receive any more; only of those not due by law.
CREATE TABLE email_rinuncia (
  indirizzo text NOT NULL,
  tipo text NOT NULL,
  at timestamptz NOT NULL DEFAULT now(),
  PRIMARY KEY (indirizzo, tipo)
);
-- Secrets of the links that make such a request; no account is needed.
CREATE TABLE email_rinuncia_segreto (
  segreto_hash bytea PRIMARY KEY,
  indirizzo text NOT NULL,
  tipo text NOT NULL,
  creato_at timestamptz NOT NULL DEFAULT now()
);`;
