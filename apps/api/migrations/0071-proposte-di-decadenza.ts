import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * What the referente of a tavolo proposes to who decides: that the seat of a designazione be weighed, with the incontri that show why. It opens nothing: it is
 * taken up by a procedimento, or declined with a word. One at a time waits for each seat.
 */
const PROPOSTE = `
CREATE TABLE decadenza_proposta (
  ambito_id uuid NOT NULL REFERENCES ambito,
  id uuid NOT NULL UNIQUE,
  designazione_id uuid NOT NULL,
  stato text NOT NULL DEFAULT 'in_attesa' CHECK (stato IN ('in_attesa', 'accolta', 'declinata')),
  ragioni text NOT NULL,
  proposta_da text NOT NULL,
  proposta_at timestamptz NOT NULL DEFAULT now(),
  risposta text,
  risposta_at timestamptz,
  decadenza_id uuid,
  PRIMARY KEY (ambito_id, id),
  FOREIGN KEY (ambito_id, designazione_id) REFERENCES designazione,
  FOREIGN KEY (ambito_id, decadenza_id) REFERENCES decadenza,
  CHECK ((stato = 'in_attesa') = (risposta_at IS NULL)),
  CHECK ((stato = 'declinata') = (risposta IS NOT NULL)),
  CHECK ((stato = 'accolta') = (decadenza_id IS NOT NULL))
);
CREATE UNIQUE INDEX decadenza_proposta_in_attesa ON decadenza_proposta (ambito_id, designazione_id) WHERE stato = 'in_attesa';
CREATE INDEX decadenza_proposta_di ON decadenza_proposta (ambito_id, designazione_id, proposta_at);
CREATE TABLE decadenza_proposta_incontro (
  ambito_id uuid NOT NULL,
  proposta_id uuid NOT NULL,
  incontro_id uuid NOT NULL,
  PRIMARY KEY (ambito_id, proposta_id, incontro_id),
  FOREIGN KEY (ambito_id, proposta_id) REFERENCES decadenza_proposta ON DELETE CASCADE,
  FOREIGN KEY (ambito_id, incontro_id) REFERENCES incontro
);`;

export class ProposteDiDecadenza1700000000071 implements MigrationInterface {
  name = 'ProposteDiDecadenza1700000000071';
  /** What it runs, in order. */
  readonly sql = [PROPOSTE] as const;

  async up(runner: QueryRunner): Promise<void> {
    for (const sql of this.sql) await runner.query(sql);
  }

  async down(): Promise<void> {
    throw new Error('Migrations go forward only: restore a backup instead.');
  }
}
