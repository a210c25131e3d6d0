import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Incarichi may be imported. */
const TIPI = `
ALTER TABLE caricamento DROP CONSTRAINT caricamento_tipo_check,
  ADD CONSTRAINT caricamento_tipo_check CHECK (tipo IN ('comuni', 'enti', 'posti', 'incontri', 'incarichi'));`;

export class CaricamentiIncarichi1700000000056 implements MigrationInterface {
  name = 'CaricamentiIncarichi1700000000056';
  /** What it runs, in order. */
  readonly sql = [TIPI] as const;

  async up(runner: QueryRunner): Promise<void> {
    for (const sql of this.sql) await runner.query(sql);
  }

  async down(): Promise<void> {
    throw new Error('Migrations go forward only: restore a backup instead.');
  }
}
