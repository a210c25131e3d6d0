import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Ambiti, people, enti, tavoli, avvisi, designazioni, and what every feature leans on (registro, protocollo, outbox of mails, files,
 * idempotency). `ambito_id` leads every key and index, so that the data can later be distributed by ambito.
 */
export class Foundation1700000000001 implements MigrationInterface {
  name = 'Foundation1700000000001';

  async up(runner: QueryRunner): Promise<void> {
    for (const sql of [INSTALLATION, AMBITI, ENTI, AVVISI, DESIGNAZIONI, REGISTRO, PLATFORM]) await runner.query(sql);
  }

  async down(): Promise<void> {
    throw new Error('Migrations go forward only: restore a backup instead.');
  }
}

const INSTALLATION = `
CREATE TABLE account (
  id uuid PRIMARY KEY,
  email text NOT NULL UNIQUE CHECK (email = lower(email)),
  nome text NOT NULL,
  cognome text NOT NULL,
  password_hash text,
  email_confermata_at timestamptz,
  amministratore boolean NOT NULL DEFAULT false,
  creato_at timestamptz NOT NULL DEFAULT now()
);
CREATE TABLE sessione (
  id uuid PRIMARY KEY,
  token_hash bytea NOT NULL UNIQUE,
  account_id uuid NOT NULL REFERENCES account ON DELETE CASCADE,
  dispositivo text NOT NULL,
  creata_at timestamptz NOT NULL DEFAULT now(),
  vista_at timestamptz NOT NULL DEFAULT now(),
  scade_at timestamptz NOT NULL
);
CREATE INDEX sessione_account ON sessione (account_id);
-- One-time secrets sent by mail to an account holder (confirmation, sign-in link, reset, change of address, first administrator).
CREATE TABLE account_segreto (
  id uuid PRIMARY KEY,
  scopo text NOT NULL CHECK (scopo IN ('conferma', 'accesso', 'reset', 'cambio_email', 'amministratore')),
  segreto_hash bytea NOT NULL UNIQUE,
  account_id uuid REFERENCES account ON DELETE CASCADE,
  email text NOT NULL,
  scade_at timestamptz NOT NULL,
  usato_at timestamptz,
  creato_at timestamptz NOT NULL DEFAULT now()
);
CREATE INDEX account_segreto_account ON account_segreto (account_id, scopo);
-- Failures counted per key (account and network), for exponential delays.
CREATE TABLE tentativo (
  chiave text PRIMARY KEY,
  falliti integer NOT NULL,
  bloccato_fino timestamptz,
  ultimo_at timestamptz NOT NULL
);`;

const AMBITI = `
CREATE TABLE ambito (
  id uuid PRIMARY KEY,
  slug text NOT NULL UNIQUE CHECK (slug ~ '^[a-z0-9-]{2,60}$'),
  nome text NOT NULL,
  regione text NOT NULL,
  capofila text NOT NULL,
  contatti jsonb NOT NULL,
  creato_at timestamptz NOT NULL DEFAULT now()
);
CREATE TABLE comune (
  ambito_id uuid NOT NULL REFERENCES ambito,
  istat text NOT NULL CHECK (istat ~ '^[0-9]{6}$'),
  nome text NOT NULL,
  belfiore text NOT NULL,
  abitanti integer NOT NULL CHECK (abitanti >= 0),
  PRIMARY KEY (ambito_id, istat)
);
CREATE TABLE area_tematica (
  ambito_id uuid NOT NULL REFERENCES ambito,
  id uuid NOT NULL,
  nome text NOT NULL,
  ordine integer NOT NULL,
  PRIMARY KEY (ambito_id, id)
);
CREATE TABLE piano_di_zona (
  ambito_id uuid NOT NULL REFERENCES ambito,
  id uuid NOT NULL,
  titolo text NOT NULL,
  dal integer NOT NULL,
  al integer NOT NULL CHECK (al >= dal),
  PRIMARY KEY (ambito_id, id)
);
CREATE TABLE tavolo (
  ambito_id uuid NOT NULL REFERENCES ambito,
  id uuid NOT NULL UNIQUE,
  piano_id uuid NOT NULL,
  slug text NOT NULL CHECK (slug ~ '^[a-z0-9-]{2,80}$'),
  codice text NOT NULL,
  nome text NOT NULL,
  scopo text NOT NULL,
  version integer NOT NULL DEFAULT 1,
  PRIMARY KEY (ambito_id, id),
  UNIQUE (ambito_id, slug),
  UNIQUE (ambito_id, piano_id, codice),
  FOREIGN KEY (ambito_id, piano_id) REFERENCES piano_di_zona
);
CREATE TABLE tavolo_area (
  ambito_id uuid NOT NULL,
  tavolo_id uuid NOT NULL,
  area_id uuid NOT NULL,
  PRIMARY KEY (ambito_id, tavolo_id, area_id),
  FOREIGN KEY (ambito_id, tavolo_id) REFERENCES tavolo,
  FOREIGN KEY (ambito_id, area_id) REFERENCES area_tematica
);
CREATE TABLE incarico (
  ambito_id uuid NOT NULL REFERENCES ambito,
  id uuid NOT NULL UNIQUE,
  account_id uuid NOT NULL REFERENCES account,
  ruolo text NOT NULL CHECK (ruolo IN ('coordinatore', 'ufficio_di_piano', 'referente')),
  tavolo_id uuid,
  dal timestamptz NOT NULL DEFAULT now(),
  al timestamptz,
  PRIMARY KEY (ambito_id, id),
  FOREIGN KEY (ambito_id, tavolo_id) REFERENCES tavolo,
  CHECK ((ruolo = 'referente') = (tavolo_id IS NOT NULL))
);
CREATE UNIQUE INDEX incarico_in_corso ON incarico (ambito_id, account_id, ruolo, tavolo_id) NULLS NOT DISTINCT WHERE al IS NULL;
CREATE INDEX incarico_account ON incarico (account_id) WHERE al IS NULL;`;

const ENTI = `
CREATE TABLE ente (
  ambito_id uuid NOT NULL REFERENCES ambito,
  id uuid NOT NULL UNIQUE,
  stato text NOT NULL CHECK (stato IN ('in_verifica', 'verificato', 'respinto', 'sospeso')),
  denominazione text NOT NULL,
  natura_giuridica text NOT NULL,
  codice_fiscale text NOT NULL,
  partita_iva text,
  runts jsonb,
  sede_legale jsonb NOT NULL,
  sede_operativa jsonb,
  pec text,
  email text NOT NULL,
  telefono text NOT NULL,
  legale_rappresentante jsonb NOT NULL,
  aree uuid[] NOT NULL,
  presentazione text NOT NULL,
  statuto jsonb,
  motivazione text,
  version integer NOT NULL DEFAULT 1,
  creato_at timestamptz NOT NULL DEFAULT now(),
  PRIMARY KEY (ambito_id, id),
  UNIQUE (ambito_id, codice_fiscale)
);
CREATE INDEX ente_elenco ON ente (ambito_id, stato, creato_at, id);
CREATE TABLE operatore (
  ambito_id uuid NOT NULL,
  id uuid NOT NULL UNIQUE,
  ente_id uuid NOT NULL,
  account_id uuid NOT NULL REFERENCES account,
  dal timestamptz NOT NULL DEFAULT now(),
  al timestamptz,
  PRIMARY KEY (ambito_id, id),
  FOREIGN KEY (ambito_id, ente_id) REFERENCES ente
);
CREATE UNIQUE INDEX operatore_in_corso ON operatore (ambito_id, ente_id, account_id) WHERE al IS NULL;
CREATE INDEX operatore_account ON operatore (account_id) WHERE al IS NULL;
CREATE TABLE operatore_invito (
  ambito_id uuid NOT NULL,
  id uuid NOT NULL UNIQUE,
  ente_id uuid NOT NULL,
  email text NOT NULL,
  segreto_hash bytea NOT NULL UNIQUE,
  scade_at timestamptz NOT NULL,
  chiuso_at timestamptz,
  PRIMARY KEY (ambito_id, id),
  FOREIGN KEY (ambito_id, ente_id) REFERENCES ente
);
CREATE UNIQUE INDEX operatore_invito_aperto ON operatore_invito (ambito_id, ente_id, email) WHERE chiuso_at IS NULL;
CREATE TABLE operatore_richiesta (
  ambito_id uuid NOT NULL,
  id uuid NOT NULL UNIQUE,
  ente_id uuid NOT NULL,
  account_id uuid NOT NULL REFERENCES account,
  messaggio text NOT NULL,
  esito text CHECK (esito IN ('accolta', 'respinta')),
  creata_at timestamptz NOT NULL DEFAULT now(),
  PRIMARY KEY (ambito_id, id),
  FOREIGN KEY (ambito_id, ente_id) REFERENCES ente
);
CREATE UNIQUE INDEX operatore_richiesta_aperta ON operatore_richiesta (ambito_id, ente_id, account_id) WHERE esito IS NULL;`;

const AVVISI = `
CREATE TABLE avviso (
  ambito_id uuid NOT NULL REFERENCES ambito,
  id uuid NOT NULL UNIQUE,
  stato text NOT NULL CHECK (stato IN ('bozza', 'pubblicato', 'annullato')),
  titolo text NOT NULL,
  testo text NOT NULL,
  apre_at timestamptz NOT NULL,
  chiude_at timestamptz NOT NULL,
  posti_titolari integer NOT NULL CHECK (posti_titolari BETWEEN 1 AND 5),
  posti_supplenti integer NOT NULL CHECK (posti_supplenti BETWEEN 0 AND 5),
  nature_ammesse text[] NOT NULL,
  ammette_tardive boolean NOT NULL,
  pubblicato_at timestamptz,
  motivazione text,
  version integer NOT NULL DEFAULT 1,
  creato_at timestamptz NOT NULL DEFAULT now(),
  PRIMARY KEY (ambito_id, id),
  CHECK (chiude_at > apre_at)
);
CREATE INDEX avviso_elenco ON avviso (ambito_id, chiude_at DESC, id);
CREATE TABLE avviso_tavolo (
  ambito_id uuid NOT NULL,
  avviso_id uuid NOT NULL,
  tavolo_id uuid NOT NULL,
  PRIMARY KEY (ambito_id, avviso_id, tavolo_id),
  FOREIGN KEY (ambito_id, avviso_id) REFERENCES avviso ON DELETE CASCADE,
  FOREIGN KEY (ambito_id, tavolo_id) REFERENCES tavolo
);
CREATE INDEX avviso_tavolo_tavolo ON avviso_tavolo (ambito_id, tavolo_id);
CREATE TABLE avviso_proroga (
  ambito_id uuid NOT NULL,
  avviso_id uuid NOT NULL,
  da timestamptz NOT NULL,
  a timestamptz NOT NULL CHECK (a > da),
  motivazione text NOT NULL,
  at timestamptz NOT NULL DEFAULT now(),
  PRIMARY KEY (ambito_id, avviso_id, a),
  FOREIGN KEY (ambito_id, avviso_id) REFERENCES avviso
);
CREATE TABLE avviso_file (
  ambito_id uuid NOT NULL,
  id uuid NOT NULL UNIQUE,
  avviso_id uuid NOT NULL,
  nome text NOT NULL,
  bytes integer NOT NULL,
  sha256 text NOT NULL,
  creato_at timestamptz NOT NULL DEFAULT now(),
  PRIMARY KEY (ambito_id, id),
  FOREIGN KEY (ambito_id, avviso_id) REFERENCES avviso ON DELETE CASCADE
);
CREATE INDEX avviso_file_avviso ON avviso_file (ambito_id, avviso_id);`;

const DESIGNAZIONI = `
CREATE TABLE designazione (
  ambito_id uuid NOT NULL REFERENCES ambito,
  id uuid NOT NULL UNIQUE,
  avviso_id uuid NOT NULL,
  tavolo_id uuid NOT NULL,
  ente_id uuid NOT NULL,
  stato text NOT NULL CHECK (stato IN ('bozza', 'inviata', 'accettata', 'respinta', 'revocata', 'sostituita')),
  veste text CHECK (veste IN ('componente', 'istituzionale', 'osservatore', 'consultivo')),
  protocollo_anno integer,
  protocollo_numero integer,
  inviata_at timestamptz,
  accettata_at timestamptz,
  motivazione text,
  sostituisce_id uuid,
  version integer NOT NULL DEFAULT 1,
  creata_at timestamptz NOT NULL DEFAULT now(),
  PRIMARY KEY (ambito_id, id),
  FOREIGN KEY (ambito_id, avviso_id) REFERENCES avviso,
  FOREIGN KEY (ambito_id, tavolo_id) REFERENCES tavolo,
  FOREIGN KEY (ambito_id, ente_id) REFERENCES ente,
  FOREIGN KEY (ambito_id, sostituisce_id) REFERENCES designazione,
  CHECK (stato = 'bozza' OR (veste IS NOT NULL AND protocollo_numero IS NOT NULL AND inviata_at IS NOT NULL))
);
-- One ente sits once at a tavolo, and has at most one answer under way there (two people may press "invia" at once).
CREATE UNIQUE INDEX designazione_accettata ON designazione (ambito_id, tavolo_id, ente_id) WHERE stato = 'accettata';
CREATE UNIQUE INDEX designazione_in_corso ON designazione (ambito_id, tavolo_id, ente_id) WHERE stato IN ('bozza', 'inviata');
CREATE UNIQUE INDEX designazione_protocollo ON designazione (ambito_id, protocollo_anno, protocollo_numero) WHERE protocollo_numero IS NOT NULL;
CREATE INDEX designazione_elenco ON designazione (ambito_id, creata_at DESC, id DESC);
CREATE INDEX designazione_tavolo ON designazione (ambito_id, tavolo_id, stato);
CREATE INDEX designazione_ente ON designazione (ambito_id, ente_id);
CREATE TABLE rappresentante (
  ambito_id uuid NOT NULL,
  id uuid NOT NULL UNIQUE,
  designazione_id uuid NOT NULL,
  ordine integer NOT NULL,
  ruolo text NOT NULL CHECK (ruolo IN ('titolare', 'supplente')),
  nome text NOT NULL,
  cognome text NOT NULL,
  email text NOT NULL,
  telefono text,
  qualifica text,
  consenso text NOT NULL DEFAULT 'in_attesa' CHECK (consenso IN ('in_attesa', 'dato', 'negato', 'ritirato')),
  consenso_at timestamptz,
  segreto_hash bytea UNIQUE,
  PRIMARY KEY (ambito_id, id),
  FOREIGN KEY (ambito_id, designazione_id) REFERENCES designazione ON DELETE CASCADE
);
CREATE INDEX rappresentante_designazione ON rappresentante (ambito_id, designazione_id, ordine);
-- The seat held. It starts when the designazione is accepted and the person has consented, and keeps the history of who sat when.
CREATE TABLE mandato (
  ambito_id uuid NOT NULL,
  id uuid NOT NULL UNIQUE,
  tavolo_id uuid NOT NULL,
  ente_id uuid NOT NULL,
  rappresentante_id uuid NOT NULL,
  ruolo text NOT NULL CHECK (ruolo IN ('titolare', 'supplente')),
  veste text NOT NULL,
  dal timestamptz NOT NULL DEFAULT now(),
  al timestamptz,
  motivo_fine text CHECK (motivo_fine IN ('revocata', 'sostituita', 'consenso_ritirato')),
  PRIMARY KEY (ambito_id, id),
  FOREIGN KEY (ambito_id, tavolo_id) REFERENCES tavolo,
  FOREIGN KEY (ambito_id, ente_id) REFERENCES ente,
  FOREIGN KEY (ambito_id, rappresentante_id) REFERENCES rappresentante,
  CHECK ((al IS NULL) = (motivo_fine IS NULL))
);
CREATE UNIQUE INDEX mandato_in_corso ON mandato (ambito_id, rappresentante_id) WHERE al IS NULL;
CREATE INDEX mandato_tavolo ON mandato (ambito_id, tavolo_id) WHERE al IS NULL;`;

const REGISTRO = `
CREATE TABLE protocollo_contatore (
  ambito_id uuid NOT NULL REFERENCES ambito,
  anno integer NOT NULL,
  ultimo integer NOT NULL,
  PRIMARY KEY (ambito_id, anno)
);
-- The hash chain holds no personal data: what was done in detail stands beside it, under a salted commitment,
-- so that erasing a person does not break the chain.
CREATE TABLE registro (
  ambito_id uuid NOT NULL REFERENCES ambito,
  seq bigint NOT NULL,
  at timestamptz NOT NULL,
  attore uuid,
  azione text NOT NULL,
  oggetto_tipo text NOT NULL,
  oggetto_id uuid NOT NULL,
  impegno bytea NOT NULL,
  prev bytea NOT NULL,
  hash bytea NOT NULL,
  PRIMARY KEY (ambito_id, seq)
);
CREATE INDEX registro_oggetto ON registro (ambito_id, oggetto_id, seq);
CREATE TABLE registro_dettaglio (
  ambito_id uuid NOT NULL,
  seq bigint NOT NULL,
  sale bytea NOT NULL,
  contenuto jsonb NOT NULL,
  PRIMARY KEY (ambito_id, seq),
  FOREIGN KEY (ambito_id, seq) REFERENCES registro
);
CREATE TABLE registro_testa (
  ambito_id uuid PRIMARY KEY REFERENCES ambito,
  seq bigint NOT NULL,
  hash bytea NOT NULL
);`;

const PLATFORM = `
-- The outbox of mails and their delivery ledger, in one: written in the transaction of the act, sent after commit.
CREATE TABLE email (
  id uuid PRIMARY KEY,
  ambito_id uuid REFERENCES ambito,
  chiave text NOT NULL UNIQUE,
  tipo text NOT NULL,
  oggetto_tipo text,
  oggetto_id uuid,
  tavolo_id uuid,
  da_nome text NOT NULL,
  rispondi_a text,
  a_nome text NOT NULL,
  a_indirizzo text NOT NULL,
  subject text NOT NULL,
  testo text NOT NULL,
  html text NOT NULL,
  files jsonb NOT NULL DEFAULT '[]',
  -- Its words are a secret: they are blanked once delivered.
  riservata boolean NOT NULL,
  stato text NOT NULL DEFAULT 'in_coda' CHECK (stato IN ('in_coda', 'inviata', 'rifiutata', 'fallita')),
  tentativi integer NOT NULL DEFAULT 0,
  -- Where the schedule of attempts began: a mail that staff send again starts anew and keeps its count.
  in_coda_dal timestamptz NOT NULL DEFAULT now(),
  tentativi_prima integer NOT NULL DEFAULT 0,
  prossimo_tentativo_at timestamptz NOT NULL DEFAULT now(),
  -- Who is sending it now (a new token at each attempt) and how long nobody else may.
  presa_da uuid,
  presa_fino_at timestamptz,
  errore text,
  creata_at timestamptz NOT NULL DEFAULT now(),
  inviata_at timestamptz
);
CREATE INDEX email_da_inviare ON email (greatest(prossimo_tentativo_at, presa_fino_at)) WHERE stato = 'in_coda';
CREATE INDEX email_oggetto ON email (ambito_id, oggetto_id, creata_at);
CREATE INDEX email_elenco ON email (ambito_id, creata_at DESC, id DESC);
CREATE TABLE idempotenza (
  account_id uuid NOT NULL,
  rotta text NOT NULL,
  chiave text NOT NULL,
  impronta bytea NOT NULL,
  stato integer NOT NULL,
  corpo jsonb NOT NULL,
  creata_at timestamptz NOT NULL DEFAULT now(),
  PRIMARY KEY (account_id, rotta, chiave)
);
CREATE INDEX idempotenza_creata ON idempotenza (creata_at);
-- Messages too large for NOTIFY between replicas (socket.io adapter).
CREATE TABLE socket_io_attachments (id bigserial PRIMARY KEY, created_at timestamptz NOT NULL DEFAULT now(), payload bytea);`;
