import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What an office has protocolled: its numbers, written beside the documents of the portal that they are of. */
const PROTOCOLLI = `
CREATE TABLE protocollo_esterno (
  ambito_id uuid NOT NULL REFERENCES ambito,
  id uuid NOT NULL UNIQUE,
  oggetto_tipo text NOT NULL CHECK (oggetto_tipo IN ('designazione', 'convocazione', 'verbale', 'elaborato', 'adesione', 'atto', 'osservazione')),
  -- Of a convocazione, its incontro.
  oggetto_id uuid NOT NULL,
  verso text NOT NULL CHECK (verso IN ('entrata', 'uscita', 'interno')),
  amministrazione text NOT NULL,
  aoo text,
  registro text,
  numero text NOT NULL CHECK (numero ~ '^[0-9]{7,12}$'),
  data date NOT NULL,
  anno integer NOT NULL GENERATED ALWAYS AS (extract(year FROM data)::integer) STORED,
  version integer NOT NULL DEFAULT 1,
  creato_at timestamptz NOT NULL DEFAULT now(),
  PRIMARY KEY (ambito_id, id)
);
-- Whoever writes it twice, or presses twice, writes it once.
CREATE UNIQUE INDEX protocollo_esterno_uno ON protocollo_esterno (ambito_id, oggetto_tipo, oggetto_id, verso, amministrazione, anno, numero);
-- To find on what else the same number stands.
CREATE INDEX protocollo_esterno_numero ON protocollo_esterno (ambito_id, amministrazione, anno, numero);`;

/** What the register is asked for: by kind, by person, by words. By object and by day it has its indexes. */
const REGISTRO = `
CREATE INDEX registro_tipo ON registro (ambito_id, oggetto_tipo, seq);
CREATE INDEX registro_attore ON registro (ambito_id, attore, seq);
CREATE INDEX registro_parole ON registro_dettaglio USING gin (jsonb_to_tsvector('simple', contenuto, '["string"]'));`;

/** An act belongs to the ambito, and may be of a phase: the one home of acts. Those that are there are acts of phases, and stay so. */
const ATTI = `
ALTER TABLE atto ALTER COLUMN fase_id DROP NOT NULL, ALTER COLUMN direzione DROP NOT NULL,
  ADD CONSTRAINT atto_di_fase CHECK ((fase_id IS NULL) = (direzione IS NULL)),
  ADD COLUMN organo text,
  ADD COLUMN ufficio text,
  ADD COLUMN firmatario text,
  ADD COLUMN esecutivo_dal date,
  ADD COLUMN albo_dal date,
  ADD COLUMN albo_al date,
  ADD COLUMN parti jsonb NOT NULL DEFAULT '[]',
  ADD COLUMN impegni text,
  ADD COLUMN dal date,
  ADD COLUMN al date,
  ADD COLUMN anno integer GENERATED ALWAYS AS (extract(year FROM data)::integer) STORED,
  ADD CONSTRAINT atto_durata CHECK (al >= dal),
  ADD CONSTRAINT atto_albo_giorni CHECK (albo_al >= albo_dal),
  ADD CONSTRAINT atto_ambito FOREIGN KEY (ambito_id) REFERENCES ambito;
-- An organ numbers its acts of a kind in a year once; the numbers may have holes, since it counts other things too.
CREATE UNIQUE INDEX atto_numerato ON atto (ambito_id, organo, tipo, anno, numero);
CREATE INDEX atto_elenco ON atto (ambito_id, (coalesce(data, '0001-01-01'::date)), id);
CREATE TABLE atto_rapporto (
  ambito_id uuid NOT NULL,
  atto_id uuid NOT NULL,
  tipo text NOT NULL CHECK (tipo IN ('modifica', 'integra', 'revoca', 'rettifica')),
  altro_id uuid NOT NULL,
  PRIMARY KEY (ambito_id, atto_id, tipo, altro_id),
  FOREIGN KEY (ambito_id, atto_id) REFERENCES atto ON DELETE CASCADE,
  FOREIGN KEY (ambito_id, altro_id) REFERENCES atto,
  CHECK (atto_id <> altro_id)
);
CREATE INDEX atto_rapporto_altro ON atto_rapporto (ambito_id, altro_id);`;

export class ProtocolliAtti1700000000042 implements MigrationInterface {
  name = 'ProtocolliAtti1700000000042';
  /** What it runs, in order. */
  readonly sql = [PROTOCOLLI, REGISTRO, ATTI] as const;

  async up(runner: QueryRunner): Promise<void> {
    for (const sql of this.sql) await runner.query(sql);
  }

  async down(): Promise<void> {
    throw new Error('Migrations go forward only: restore a backup instead.');
  }
}
