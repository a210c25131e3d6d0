import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * A punto that somebody who sits at a tavolo proposes. `punto_id` is the punto it became, and names no row by a key: drafts write their punti again, and a draft
 * that is deleted, or a punto that is taken out of it, leaves the proposal taken and without a place.
 */
const PROPOSTE = `
CREATE TABLE proposta (
  ambito_id uuid NOT NULL REFERENCES ambito,
  id uuid NOT NULL UNIQUE,
  tavolo_id uuid NOT NULL,
  account_id uuid NOT NULL REFERENCES account,
  titolo text NOT NULL,
  perche text NOT NULL,
  minuti integer,
  stato text NOT NULL DEFAULT 'ricevuta' CHECK (stato IN ('ricevuta', 'rinviata', 'accolta', 'declinata', 'ritirata')),
  motivazione text,
  punto_id uuid,
  proposta_at timestamptz NOT NULL DEFAULT now(),
  decisa_at timestamptz,
  version integer NOT NULL DEFAULT 1,
  PRIMARY KEY (ambito_id, id),
  FOREIGN KEY (ambito_id, tavolo_id) REFERENCES tavolo,
  CHECK (punto_id IS NULL OR stato = 'accolta')
);
CREATE INDEX proposta_tavolo ON proposta (ambito_id, tavolo_id, proposta_at);
CREATE INDEX proposta_account ON proposta (account_id);
CREATE TRIGGER tavolo_aperto BEFORE INSERT ON proposta FOR EACH ROW EXECUTE FUNCTION tavolo_aperto();`;

export class ProposteDiPunti1700000000073 implements MigrationInterface {
  name = 'ProposteDiPunti1700000000073';
  /** What it runs, in order. */
  readonly sql = [PROPOSTE] as const;

  async up(runner: QueryRunner): Promise<void> {
    for (const sql of this.sql) await runner.query(sql);
  }

  async down(): Promise<void> {
    throw new Error('Migrations go forward only: restore a backup instead.');
  }
}
