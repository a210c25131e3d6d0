import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Oscuramenti: what was published and had to be blacked out, with both fingerprints, what the archive keeps of how it was, and dossiers to be made anew. */
export class Oscuramenti1700000000023 implements MigrationInterface {
  name = 'Oscuramenti1700000000023';

  async up(runner: QueryRunner): Promise<void> {
    for (const sql of [OSCURAMENTI, SEGNI, DOCUMENTI]) await runner.query(sql);
  }

  async down(): Promise<void> {
    throw new Error('Migrations go forward only: restore a backup instead.');
  }
}

const OSCURAMENTI = `
CREATE TABLE oscuramento (
  ambito_id uuid NOT NULL REFERENCES ambito,
  id uuid NOT NULL UNIQUE,
  tipo text NOT NULL CHECK (tipo IN ('verbale', 'contributo', 'elaborato', 'file_incontro', 'file_contributo', 'file_avviso', 'file_elaborato', 'file_piano', 'file_firmato')),
  oggetto_id uuid NOT NULL,
  -- Of one that followed from another, because it told the same words.
  origine_id uuid,
  motivazione text NOT NULL,
  passaggi integer NOT NULL,
  da uuid REFERENCES account,
  at timestamptz NOT NULL DEFAULT date_trunc('milliseconds', clock_timestamp()),
  -- The dossier that is made anew because of it.
  dossier_id uuid,
  PRIMARY KEY (ambito_id, id),
  FOREIGN KEY (ambito_id, origine_id) REFERENCES oscuramento,
  FOREIGN KEY (ambito_id, dossier_id) REFERENCES dossier
);
CREATE INDEX oscuramento_oggetto ON oscuramento (ambito_id, oggetto_id, at);
CREATE INDEX oscuramento_elenco ON oscuramento (ambito_id, at DESC);
-- Fingerprints of what was public, and of what took its place (null: nothing, or not yet).
CREATE TABLE oscuramento_impronta (
  ambito_id uuid NOT NULL,
  oscuramento_id uuid NOT NULL,
  vecchia text NOT NULL,
  nuova text,
  -- Of the page that has the new one, within the ambito.
  percorso text NOT NULL,
  PRIMARY KEY (ambito_id, oscuramento_id, vecchia),
  FOREIGN KEY (ambito_id, oscuramento_id) REFERENCES oscuramento
);
CREATE INDEX oscuramento_impronta_vecchia ON oscuramento_impronta (vecchia);
-- The archive of the office: texts and files as they were. Read by the coordinatore alone.
CREATE TABLE oscuramento_originale (
  ambito_id uuid NOT NULL,
  id uuid NOT NULL UNIQUE DEFAULT gen_random_uuid(),
  oscuramento_id uuid NOT NULL,
  nome text NOT NULL,
  media_type text NOT NULL,
  bytes bigint NOT NULL,
  -- Of a file: held for as long as the archive keeps it.
  sha256 text REFERENCES file_custodito,
  -- Of a text: table, key and columns as they were.
  testo jsonb,
  PRIMARY KEY (ambito_id, id),
  FOREIGN KEY (ambito_id, oscuramento_id) REFERENCES oscuramento,
  CHECK ((sha256 IS NULL) <> (testo IS NULL))
);
CREATE INDEX oscuramento_originale_oscuramento ON oscuramento_originale (ambito_id, oscuramento_id);
CREATE INDEX oscuramento_originale_impronta ON oscuramento_originale (sha256) WHERE sha256 IS NOT NULL;
-- Uploaded to take the place of a public file; gone after a day if it was not used.
CREATE TABLE oscuramento_sostituto (
  ambito_id uuid NOT NULL REFERENCES ambito,
  id uuid NOT NULL UNIQUE,
  da uuid NOT NULL REFERENCES account,
  nome text NOT NULL,
  media_type text NOT NULL,
  bytes integer NOT NULL,
  sha256 text NOT NULL REFERENCES file_custodito,
  caricato_at timestamptz NOT NULL DEFAULT clock_timestamp(),
  PRIMARY KEY (ambito_id, id)
);
CREATE INDEX oscuramento_sostituto_caricato ON oscuramento_sostituto (caricato_at);
CREATE INDEX oscuramento_sostituto_impronta ON oscuramento_sostituto (sha256);`;

const SEGNI = `
ALTER TABLE verbale_pubblicazione ADD COLUMN oscurato_at timestamptz;
ALTER TABLE elaborato_accoglimento ADD COLUMN oscurato_at timestamptz;
ALTER TABLE contributo ADD COLUMN oscurato_at timestamptz;
-- A version that holds words since blacked out: nobody may have it any more.
ALTER TABLE dossier ADD COLUMN oscurato_at timestamptz,
  -- Made anew for an oscuramento: the Piano stays closed, numbers and order of its allegati are those it had.
  ADD COLUMN rifatto boolean NOT NULL DEFAULT false;
ALTER TABLE piano_firmato ADD COLUMN oscurato_at timestamptz;`;

/** As before, dated by when the file was made. */
const DOCUMENTI = `
CREATE OR REPLACE VIEW documento_pubblicato AS
SELECT p.ambito_id, p.sha256, 'Verbale: ' || n.titolo AS titolo, '/verbali/' || p.verbale_id AS percorso, coalesce(p.oscurato_at, p.at) AS at
FROM verbale_pubblicazione p JOIN verbale v ON v.ambito_id = p.ambito_id AND v.id = p.verbale_id JOIN incontro n ON n.ambito_id = v.ambito_id AND n.id = v.incontro_id
UNION ALL
SELECT k.ambito_id, k.pdf_sha256, 'Elaborato: ' || l.titolo, '/elaborati/' || l.id, coalesce(k.oscurato_at, k.at)
FROM elaborato_accoglimento k JOIN elaborato l ON l.ambito_id = k.ambito_id AND l.id = k.elaborato_id
UNION ALL
SELECT d.ambito_id, x.sha256, 'Dossier del ' || p.titolo || x.tipo, '/piano', d.pronto_at
FROM dossier d JOIN piano_di_zona p ON p.ambito_id = d.ambito_id AND p.id = d.piano_id AND p.stato = 'pubblicato'
CROSS JOIN LATERAL (VALUES (d.pdf_sha256, ''), (d.zip_sha256, ' (originali)')) AS x(sha256, tipo)
WHERE d.finale AND d.stato = 'pronto' AND d.oscurato_at IS NULL AND x.sha256 IS NOT NULL
UNION ALL
SELECT f.ambito_id, f.sha256, 'Firmato: ' || f.nome, '/piano', f.caricato_at
FROM piano_firmato f JOIN piano_di_zona p ON p.ambito_id = f.ambito_id AND p.id = f.piano_id AND p.stato = 'pubblicato'
WHERE f.oscurato_at IS NULL;`;
