import type { MigrationInterface, QueryRunner } from 'typeorm';

/** An ordine del giorno to be used again: of a tavolo, or of the ambito where it names none. No two have the same name where they are chosen. */
const MODELLI = `
CREATE TABLE modello_odg (
  ambito_id uuid NOT NULL REFERENCES ambito,
  id uuid NOT NULL UNIQUE,
  tavolo_id uuid,
  nome text NOT NULL,
  punti jsonb NOT NULL,
  creato_at timestamptz NOT NULL DEFAULT now(),
  PRIMARY KEY (ambito_id, id),
  FOREIGN KEY (ambito_id, tavolo_id) REFERENCES tavolo
);
CREATE UNIQUE INDEX modello_odg_nome ON modello_odg (ambito_id, tavolo_id, lower(nome)) NULLS NOT DISTINCT;`;

export class ModelliOdg1700000000037 implements MigrationInterface {
  name = 'ModelliOdg1700000000037';
  /** What it runs, in order. */
  readonly sql = [MODELLI] as const;

  async up(runner: QueryRunner): Promise<void> {
    for (const sql of this.sql) await runner.query(sql);
  }

  async down(): Promise<void> {
    throw new Error('Migrations go forward only: restore a backup instead.');
  }
}
