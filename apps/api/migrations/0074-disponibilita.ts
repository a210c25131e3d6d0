import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Looking for a day of an incontro: the days that are proposed, and whoever sat at the tavolo when they were asked, each with the hash of their link and what they
 * said of each day. `incontro_id` is the draft that was made of it, and names no row by a key: a draft that is deleted leaves the answers, and another may be made.
 */
const DISPONIBILITA = `
CREATE TABLE disponibilita (
  ambito_id uuid NOT NULL REFERENCES ambito,
  id uuid NOT NULL UNIQUE,
  tavolo_id uuid NOT NULL,
  titolo text NOT NULL,
  messaggio text,
  sede jsonb,
  link_video text,
  entro_at timestamptz NOT NULL,
  stato text NOT NULL DEFAULT 'aperta' CHECK (stato IN ('aperta', 'chiusa')),
  incontro_id uuid,
  creata_at timestamptz NOT NULL DEFAULT now(),
  version integer NOT NULL DEFAULT 1,
  PRIMARY KEY (ambito_id, id),
  FOREIGN KEY (ambito_id, tavolo_id) REFERENCES tavolo,
  CHECK (sede IS NOT NULL OR link_video IS NOT NULL)
);
CREATE INDEX disponibilita_tavolo ON disponibilita (ambito_id, tavolo_id, creata_at);
CREATE TRIGGER tavolo_aperto BEFORE INSERT ON disponibilita FOR EACH ROW EXECUTE FUNCTION tavolo_aperto();
CREATE TABLE disponibilita_data (
  ambito_id uuid NOT NULL,
  id uuid NOT NULL UNIQUE,
  disponibilita_id uuid NOT NULL,
  inizio_at timestamptz NOT NULL,
  fine_at timestamptz NOT NULL,
  PRIMARY KEY (ambito_id, id),
  FOREIGN KEY (ambito_id, disponibilita_id) REFERENCES disponibilita ON DELETE CASCADE,
  CHECK (fine_at > inizio_at)
);
CREATE INDEX disponibilita_data_di ON disponibilita_data (ambito_id, disponibilita_id);
CREATE TABLE disponibilita_persona (
  ambito_id uuid NOT NULL,
  id uuid NOT NULL UNIQUE,
  disponibilita_id uuid NOT NULL,
  nome text NOT NULL,
  email text NOT NULL,
  enti text NOT NULL,
  segreto_hash bytea NOT NULL UNIQUE,
  risposte jsonb NOT NULL DEFAULT '{}',
  risposto_at timestamptz,
  PRIMARY KEY (ambito_id, id),
  UNIQUE (ambito_id, disponibilita_id, email),
  FOREIGN KEY (ambito_id, disponibilita_id) REFERENCES disponibilita ON DELETE CASCADE
);
CREATE INDEX disponibilita_persona_email ON disponibilita_persona (email);`;

export class Disponibilita1700000000074 implements MigrationInterface {
  name = 'Disponibilita1700000000074';
  /** What it runs, in order. */
  readonly sql = [DISPONIBILITA] as const;

  async up(runner: QueryRunner): Promise<void> {
    for (const sql of this.sql) await runner.query(sql);
  }

  async down(): Promise<void> {
    throw new Error('Migrations go forward only: restore a backup instead.');
  }
}
