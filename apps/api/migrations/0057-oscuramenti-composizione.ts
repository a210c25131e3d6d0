import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The acts by which comuni come and go, and the capofila changes, stand on a public page: their words may be blacked out too. */
export class OscuramentiComposizione1700000000057 implements MigrationInterface {
  name = 'OscuramentiComposizione1700000000057';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
ALTER TABLE oscuramento DROP CONSTRAINT oscuramento_tipo_check,
  ADD CONSTRAINT oscuramento_tipo_check CHECK (tipo IN ('verbale', 'contributo', 'elaborato', 'tavolo', 'avviso', 'incontro', 'piano', 'fase', 'atto', 'firmatario', 'adesione', 'osservazione', 'pagine_legali', 'composizione',
    'file_incontro', 'file_contributo', 'file_avviso', 'file_elaborato', 'file_piano', 'file_firmato', 'file_atto'));`);
  }

  async down(): Promise<void> {
    throw new Error('Migrations go forward only: restore a backup instead.');
  }
}
