import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * When an incontro really began and ended, as who writes the verbale says (the hours of the convocazione are only those planned), and
 * why a verbale was approved before the time for corrections was over. Openings that nobody has touched yet no longer say that the
 * incontro opened at the planned hour.
 */
export class VerbaliOrari1700000000031 implements MigrationInterface {
  name = 'VerbaliOrari1700000000031';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
ALTER TABLE verbale
  ADD COLUMN inizio_effettivo_at timestamptz,
  ADD COLUMN fine_effettiva_at timestamptz,
  ADD COLUMN approvato_at timestamptz,
  ADD COLUMN anticipo_motivo text,
  ADD CHECK ((inizio_effettivo_at IS NULL) = (fine_effettiva_at IS NULL)),
  ADD CHECK (fine_effettiva_at > inizio_effettivo_at);
UPDATE verbale_sezione s SET documento = replace(s.documento::text, '» si apre ', '» era convocato per ')::jsonb
  FROM verbale v WHERE v.ambito_id = s.ambito_id AND v.id = s.verbale_id AND v.stato = 'bozza' AND s.tipo = 'apertura' AND s.version = 1`);
  }

  async down(): Promise<void> {
    throw new Error('Migrations go forward only: restore a backup instead.');
  }
}
