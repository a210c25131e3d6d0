import type { MigrationInterface, QueryRunner } from 'typeorm';

/** A correction may come from who was called to the incontro, by the link that was mailed to them and without an account. */
const CORREZIONI = `
  ALTER TABLE verbale_correzione ALTER COLUMN autore DROP NOT NULL, ADD COLUMN invitato_id uuid,
    ADD FOREIGN KEY (ambito_id, invitato_id) REFERENCES invitato, ADD CHECK (num_nonnulls(autore, invitato_id) = 1);
  CREATE INDEX verbale_correzione_invitato ON verbale_correzione (ambito_id, invitato_id) WHERE invitato_id IS NOT NULL;`;

export class CorrezioniDalCollegamento1700000000068 implements MigrationInterface {
  name = 'CorrezioniDalCollegamento1700000000068';
  /** What it runs, in order. */
  readonly sql = [CORREZIONI] as const;

  async up(runner: QueryRunner): Promise<void> {
    for (const sql of this.sql) await runner.query(sql);
  }

  async down(): Promise<void> {
    throw new Error('Migrations go forward only: restore a backup instead.');
  }
}
