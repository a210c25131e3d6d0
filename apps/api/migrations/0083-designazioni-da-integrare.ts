import type { MigrationInterface, QueryRunner } from 'typeorm';

/** A designazione that lacks something goes back to its ente, who completes it by a day and sends it again; when it first came in stays written. */
const DESIGNAZIONI = `
ALTER TABLE designazione DROP CONSTRAINT designazione_stato_check,
  ADD CONSTRAINT designazione_stato_check CHECK (stato IN ('bozza', 'inviata', 'da_integrare', 'accettata', 'sospesa', 'respinta', 'revocata', 'sostituita', 'decaduta', 'cessata')),
  ADD COLUMN integrare_entro date,
  ADD COLUMN reinviata_at timestamptz,
  ADD CONSTRAINT designazione_da_integrare_entro CHECK (stato <> 'da_integrare' OR integrare_entro IS NOT NULL);
DROP INDEX designazione_in_corso;
CREATE UNIQUE INDEX designazione_in_corso ON designazione (ambito_id, tavolo_id, ente_id) WHERE stato IN ('bozza', 'inviata', 'da_integrare');`;

export class DesignazioniDaIntegrare1700000000083 implements MigrationInterface {
  name = 'DesignazioniDaIntegrare1700000000083';
  /** What it runs, in order. */
  readonly sql = [DESIGNAZIONI] as const;

  async up(runner: QueryRunner): Promise<void> {
    for (const sql of this.sql) await runner.query(sql);
  }

  async down(): Promise<void> {
    throw new Error('Migrations go forward only: restore a backup instead.');
  }
}
