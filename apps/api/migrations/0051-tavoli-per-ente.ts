import type { MigrationInterface, QueryRunner } from 'typeorm';

/** At how many tavoli of one avviso an ente may sit: an advice, or a limit. Avvisi that are there say nothing of it. */
const AVVISO = `
ALTER TABLE avviso
  ADD COLUMN tavoli_vincolo text NOT NULL DEFAULT 'nessuno' CHECK (tavoli_vincolo IN ('nessuno', 'consigliato', 'vincolante')),
  ADD COLUMN tavoli_massimi integer NOT NULL DEFAULT 3 CHECK (tavoli_massimi BETWEEN 1 AND 100);`;

export class TavoliPerEnte1700000000051 implements MigrationInterface {
  name = 'TavoliPerEnte1700000000051';
  /** What it runs, in order. */
  readonly sql = [AVVISO] as const;

  async up(runner: QueryRunner): Promise<void> {
    for (const sql of this.sql) await runner.query(sql);
  }

  async down(): Promise<void> {
    throw new Error('Migrations go forward only: restore a backup instead.');
  }
}
