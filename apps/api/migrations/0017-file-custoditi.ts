import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Files are rows. Whatever names the bytes of a file holds them by a foreign key, so that the database itself refuses to forget what is used; documents
 * that name one inside (JSON) have a generated column for it. What a stranger has not yet sent is kept apart, under a name of its own.
 */
export class FileCustoditi1700000000017 implements MigrationInterface {
  name = 'FileCustoditi1700000000017';

  async up(runner: QueryRunner): Promise<void> {
    for (const sql of [CUSTODIA, ATTESA, ...USI.map(riempi), ...USI.map(lega), EMAIL]) await runner.query(sql);
  }

  async down(): Promise<void> {
    throw new Error('Migrations go forward only: restore a backup instead.');
  }
}

const CUSTODIA = `
CREATE TABLE file_custodito (
  sha256 text PRIMARY KEY CHECK (sha256 ~ '^[0-9a-f]{64}$'),
  -- Null: kept before sizes were written down.
  bytes bigint,
  custodito_at timestamptz NOT NULL DEFAULT now(),
  -- Since when nothing names it; null: something does, or nobody has looked yet.
  libero_dal timestamptz,
  -- Of the last look at its bytes on disk: when, and what was wrong with them.
  visto_at timestamptz,
  guasto text CHECK (guasto IN ('manca', 'dimensione', 'impronta'))
);
CREATE INDEX file_custodito_libero ON file_custodito (libero_dal) WHERE libero_dal IS NOT NULL;
CREATE INDEX file_custodito_guasto ON file_custodito (sha256) WHERE guasto IS NOT NULL;
CREATE INDEX file_custodito_visto ON file_custodito (visto_at NULLS FIRST);
-- Bytes that leave every public place and stay for the archive of the office.
CREATE TABLE file_archivio (
  ambito_id uuid NOT NULL REFERENCES ambito,
  oggetto_tipo text NOT NULL,
  oggetto_id uuid NOT NULL,
  sha256 text NOT NULL,
  dal timestamptz NOT NULL DEFAULT now(),
  PRIMARY KEY (ambito_id, oggetto_tipo, oggetto_id, sha256)
);`;

/** The fingerprint stands from the start; the bytes are among the kept ones only when nothing waits any more. */
const ATTESA = `
ALTER TABLE contributo_file
  -- Name of the bytes among those that wait; null: they are kept.
  ADD COLUMN attesa uuid UNIQUE,
  ADD COLUMN custodito text GENERATED ALWAYS AS (CASE WHEN attesa IS NULL THEN sha256 END) STORED;
CREATE INDEX contributo_file_attesa ON contributo_file (attesa) WHERE attesa IS NOT NULL;`;

interface Uso {
  readonly tabella: string;
  readonly colonna: string;
  /** Where the fingerprint is inside a document, which makes the column a generated one. */
  readonly da?: string;
  readonly bytes: string;
}

const inDocumento = (tabella: string, documento: string): Uso => ({
  tabella,
  colonna: `${documento}_sha256`,
  da: `${documento}->>'sha256'`,
  bytes: `(${documento}->>'bytes')::bigint`,
});

const USI: readonly Uso[] = [
  { tabella: 'avviso_file', colonna: 'sha256', bytes: 'bytes' },
  { tabella: 'incontro_file', colonna: 'sha256', bytes: 'bytes' },
  { tabella: 'verbale_pubblicazione', colonna: 'sha256', bytes: 'bytes' },
  { tabella: 'contributo_file', colonna: 'custodito', bytes: 'bytes' },
  { tabella: 'elaborato_accoglimento', colonna: 'pdf_sha256', bytes: 'bytes' },
  {
    tabella: 'elaborato_accoglimento',
    colonna: 'foto_file_sha256',
    da: `foto #>> '{file,sha256}'`,
    bytes: `(foto #>> '{file,bytes}')::bigint`,
  },
  { tabella: 'piano_firmato', colonna: 'sha256', bytes: 'bytes' },
  { tabella: 'dossier', colonna: 'pdf_sha256', bytes: 'pdf_bytes' },
  { tabella: 'dossier', colonna: 'zip_sha256', bytes: 'zip_bytes' },
  { tabella: 'dossier_file', colonna: 'sha256', bytes: 'bytes' },
  { tabella: 'file_archivio', colonna: 'sha256', bytes: 'NULL::bigint' },
  inDocumento('ente', 'statuto'),
  inDocumento('elaborato', 'file'),
  inDocumento('allegato', 'file'),
  inDocumento('atto', 'file'),
  inDocumento('osservazione', 'file'),
];

const riempi = ({ tabella, colonna, da, bytes }: Uso): string => `
${da === undefined ? '' : `ALTER TABLE ${tabella} ADD COLUMN ${colonna} text GENERATED ALWAYS AS (${da}) STORED;`}
INSERT INTO file_custodito (sha256, bytes) SELECT ${colonna}, max(${bytes}) FROM ${tabella} WHERE ${colonna} IS NOT NULL GROUP BY 1 ON CONFLICT DO NOTHING;`;

const lega = ({ tabella, colonna }: Uso): string => `
ALTER TABLE ${tabella} ADD CONSTRAINT ${tabella}_${colonna}_custodito FOREIGN KEY (${colonna}) REFERENCES file_custodito;
CREATE INDEX IF NOT EXISTS ${tabella}_${colonna}_uso ON ${tabella} (${colonna}) WHERE ${colonna} IS NOT NULL;`;

/** A mail names any number of files: its trigger writes a row for each. */
const EMAIL = `
CREATE TABLE email_file (
  messaggio_id uuid NOT NULL REFERENCES email ON DELETE CASCADE,
  sha256 text NOT NULL,
  PRIMARY KEY (messaggio_id, sha256)
);
INSERT INTO file_custodito (sha256) SELECT DISTINCT f->>'sha256' FROM email, jsonb_array_elements(files) f ON CONFLICT DO NOTHING;
INSERT INTO email_file (messaggio_id, sha256) SELECT DISTINCT id, f->>'sha256' FROM email, jsonb_array_elements(files) f;
ALTER TABLE email_file ADD CONSTRAINT email_file_sha256_custodito FOREIGN KEY (sha256) REFERENCES file_custodito;
CREATE INDEX email_file_sha256_uso ON email_file (sha256);
CREATE FUNCTION email_file_scrivi() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  DELETE FROM email_file WHERE messaggio_id = NEW.id;
  INSERT INTO email_file (messaggio_id, sha256) SELECT DISTINCT NEW.id, f->>'sha256' FROM jsonb_array_elements(NEW.files) f;
  RETURN NULL;
END $$;
CREATE TRIGGER email_file_nuova AFTER INSERT ON email FOR EACH ROW WHEN (NEW.files <> '[]') EXECUTE FUNCTION email_file_scrivi();
CREATE TRIGGER email_file_cambia AFTER UPDATE OF files ON email FOR EACH ROW WHEN (NEW.files IS DISTINCT FROM OLD.files) EXECUTE FUNCTION email_file_scrivi();`;
