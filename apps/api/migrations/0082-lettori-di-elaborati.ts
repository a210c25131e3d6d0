import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Who sits at a tavolo, called to read its elaborato by a link of their own: one row for each link that was mailed. What they say of it by that link is
 * theirs without an account. A comment has one author or the other; of somebody who asked to be forgotten, neither.
 */
const LETTORI = `
CREATE TABLE elaborato_lettore (
  ambito_id uuid NOT NULL REFERENCES ambito,
  id uuid NOT NULL UNIQUE,
  elaborato_id uuid NOT NULL,
  rappresentante_id uuid NOT NULL,
  segreto_hash bytea NOT NULL UNIQUE,
  creato_at timestamptz NOT NULL DEFAULT now(),
  PRIMARY KEY (ambito_id, id),
  FOREIGN KEY (ambito_id, elaborato_id) REFERENCES elaborato ON DELETE CASCADE,
  FOREIGN KEY (ambito_id, rappresentante_id) REFERENCES rappresentante ON DELETE CASCADE
);
CREATE INDEX elaborato_lettore_di ON elaborato_lettore (ambito_id, elaborato_id, rappresentante_id);
CREATE INDEX elaborato_lettore_persona ON elaborato_lettore (ambito_id, rappresentante_id);
ALTER TABLE elaborato_commento ALTER COLUMN autore DROP NOT NULL, ADD COLUMN lettore_id uuid,
  ADD FOREIGN KEY (ambito_id, lettore_id) REFERENCES elaborato_lettore ON DELETE SET NULL (lettore_id),
  ADD CHECK (num_nonnulls(autore, lettore_id) <= 1);
CREATE INDEX elaborato_commento_lettore ON elaborato_commento (ambito_id, lettore_id) WHERE lettore_id IS NOT NULL;`;

export class LettoriDiElaborati1700000000082 implements MigrationInterface {
  name = 'LettoriDiElaborati1700000000082';
  /** What it runs, in order. */
  readonly sql = [LETTORI] as const;

  async up(runner: QueryRunner): Promise<void> {
    for (const sql of this.sql) await runner.query(sql);
  }

  async down(): Promise<void> {
    throw new Error('Migrations go forward only: restore a backup instead.');
  }
}
