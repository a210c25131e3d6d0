import type { MigrationInterface, QueryRunner } from 'typeorm';

const CARICAMENTO = `
CREATE TABLE caricamento (
  ambito_id uuid NOT NULL REFERENCES ambito,
  id uuid NOT NULL,
  tipo text NOT NULL CHECK (tipo IN ('comuni', 'enti', 'posti', 'incontri')),
  stato text NOT NULL DEFAULT 'simulazione' CHECK (stato IN ('simulazione', 'eseguito', 'annullato')),
  file jsonb NOT NULL,
  -- The cells of the file: gone when it is carried out, or after a week.
  righe jsonb,
  colonne jsonb NOT NULL,
  -- What becomes of each row, and what undoes it: gone after a day.
  piano jsonb,
  effetti jsonb,
  conteggi jsonb NOT NULL,
  nuove text[] NOT NULL DEFAULT '{}',
  messaggi text CHECK (messaggi IN ('subito', 'dopo', 'nessuno')),
  scritto_at timestamptz,
  creato_at timestamptz NOT NULL DEFAULT now(),
  eseguito_at timestamptz,
  annullato_at timestamptz,
  motivazione text,
  version integer NOT NULL DEFAULT 1,
  PRIMARY KEY (ambito_id, id),
  CHECK (stato = 'simulazione' OR (eseguito_at IS NOT NULL AND messaggi IS NOT NULL AND righe IS NULL)),
  CHECK ((stato = 'annullato') = (annullato_at IS NOT NULL))
);
CREATE INDEX caricamento_ultimi ON caricamento (ambito_id, creato_at DESC);
-- Which field a heading was said to be, the last time.
CREATE TABLE caricamento_mappa (
  ambito_id uuid NOT NULL REFERENCES ambito,
  tipo text NOT NULL,
  mappa jsonb NOT NULL,
  PRIMARY KEY (ambito_id, tipo)
);`;

export class Caricamenti1700000000044 implements MigrationInterface {
  name = 'Caricamenti1700000000044';
  /** What it runs, in order. */
  readonly sql = [CARICAMENTO] as const;

  async up(runner: QueryRunner): Promise<void> {
    for (const sql of this.sql) await runner.query(sql);
  }

  async down(): Promise<void> {
    throw new Error('Migrations go forward only: restore a backup instead.');
  }
}
