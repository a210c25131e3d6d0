import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Who approved a verbale, whether the tavolo was told that the revision is about to close, and rettifiche: a verbale that corrects a published one, of the same incontro. */
export class VerbaliSeguito1700000000010 implements MigrationInterface {
  name = 'VerbaliSeguito1700000000010';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
ALTER TABLE verbale
  ADD COLUMN approvato_da uuid,
  ADD COLUMN revisione_avvisata_at timestamptz,
  ADD COLUMN rettifica_di uuid,
  ADD COLUMN rettifica_motivo text,
  ADD FOREIGN KEY (ambito_id, rettifica_di) REFERENCES verbale,
  ADD CHECK ((rettifica_di IS NULL) = (rettifica_motivo IS NULL)),
  DROP CONSTRAINT verbale_ambito_id_incontro_id_key;
-- One of each incontro; a published one is corrected by one at a time, each by the next.
CREATE UNIQUE INDEX verbale_incontro ON verbale (ambito_id, incontro_id) WHERE rettifica_di IS NULL;
CREATE UNIQUE INDEX verbale_rettifica ON verbale (ambito_id, rettifica_di) WHERE rettifica_di IS NOT NULL;
CREATE INDEX verbale_revisione ON verbale (revisione_fino_at) WHERE stato = 'in_revisione' AND revisione_avvisata_at IS NULL`);
  }

  async down(): Promise<void> {
    throw new Error('Migrations go forward only: restore a backup instead.');
  }
}
