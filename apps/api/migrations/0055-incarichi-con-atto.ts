import type { MigrationInterface, QueryRunner } from 'typeorm';

/** An incarico has its act, an end, and for whom the person works; it may wait for somebody who has no account yet. Those of before have no act and no end. */
const INCARICHI = `
ALTER TABLE incarico
  ALTER COLUMN account_id DROP NOT NULL,
  ADD COLUMN invitato_email text,
  ADD COLUMN invitato_at timestamptz,
  ADD COLUMN atto_numero text,
  ADD COLUMN atto_data date,
  ADD COLUMN scade_il date,
  ADD COLUMN comune_di text,
  ADD COLUMN promemoria_at timestamptz,
  ADD CONSTRAINT incarico_di_chi CHECK ((account_id IS NULL) = (invitato_email IS NOT NULL) AND (account_id IS NOT NULL OR invitato_at IS NOT NULL)),
  ADD CONSTRAINT incarico_atto CHECK ((atto_numero IS NULL) = (atto_data IS NULL));
DROP INDEX incarico_in_corso;
CREATE UNIQUE INDEX incarico_in_corso ON incarico (ambito_id, account_id, invitato_email, ruolo, tavolo_id, incontro_id) NULLS NOT DISTINCT WHERE al IS NULL;
CREATE INDEX incarico_scadenza ON incarico (scade_il) WHERE al IS NULL AND scade_il IS NOT NULL;
CREATE INDEX incarico_invitato ON incarico (invitato_email) WHERE invitato_email IS NOT NULL;
CREATE TABLE incarico_invito (
  segreto_hash bytea PRIMARY KEY,
  ambito_id uuid NOT NULL,
  incarico_id uuid NOT NULL,
  FOREIGN KEY (ambito_id, incarico_id) REFERENCES incarico ON DELETE CASCADE
);
CREATE INDEX incarico_invito_incarico ON incarico_invito (ambito_id, incarico_id);
CREATE TABLE incarico_rinnovo (
  ambito_id uuid NOT NULL,
  id uuid NOT NULL UNIQUE,
  incarico_id uuid NOT NULL,
  atto_numero text NOT NULL,
  atto_data date NOT NULL,
  -- Until when it ran before this act.
  scadeva_il date NOT NULL,
  scade_il date NOT NULL,
  verifica text NOT NULL,
  creato_at timestamptz NOT NULL DEFAULT now(),
  PRIMARY KEY (ambito_id, id),
  FOREIGN KEY (ambito_id, incarico_id) REFERENCES incarico ON DELETE CASCADE
);
CREATE INDEX incarico_rinnovo_incarico ON incarico_rinnovo (ambito_id, incarico_id);`;

export class IncarichiConAtto1700000000055 implements MigrationInterface {
  name = 'IncarichiConAtto1700000000055';
  /** What it runs, in order. */
  readonly sql = [INCARICHI] as const;

  async up(runner: QueryRunner): Promise<void> {
    for (const sql of this.sql) await runner.query(sql);
  }

  async down(): Promise<void> {
    throw new Error('Migrations go forward only: restore a backup instead.');
  }
}
