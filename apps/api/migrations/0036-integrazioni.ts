import type { MigrationInterface, QueryRunner } from 'typeorm';

/** An act that tells who was called what was added to the convocation, or corrected in it. */
const ATTO = `
ALTER TABLE convocazione DROP CONSTRAINT convocazione_tipo_check,
  ADD CONSTRAINT convocazione_tipo_check CHECK (tipo IN ('convocazione', 'estensione', 'integrazione', 'spostamento', 'annullamento'));`;

/** A punto that was added later says so, and whether the notice that is left lets anybody decide on it. */
const PUNTI = `
ALTER TABLE incontro_punto ADD COLUMN aggiunto_at timestamptz, ADD COLUMN solo_discussione boolean NOT NULL DEFAULT false,
  ADD CONSTRAINT incontro_punto_solo_discussione CHECK (NOT solo_discussione OR aggiunto_at IS NOT NULL);`;

/** A document that took the place of another names it, so that who was called is told which one to forget. The other is gone: it is no key. */
const DOCUMENTI = `ALTER TABLE incontro_file ADD COLUMN sostituisce uuid;`;

export class Integrazioni1700000000036 implements MigrationInterface {
  name = 'Integrazioni1700000000036';
  /** What it runs, in order. */
  readonly sql = [ATTO, PUNTI, DOCUMENTI] as const;

  async up(runner: QueryRunner): Promise<void> {
    for (const sql of this.sql) await runner.query(sql);
  }

  async down(): Promise<void> {
    throw new Error('Migrations go forward only: restore a backup instead.');
  }
}
