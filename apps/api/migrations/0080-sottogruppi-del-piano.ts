import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * A sottogruppo is of the Piano of its tavolo. One that had gone with its tavolo into a tavolo of another Piano was left in the first: it takes a
 * code of there, after those that are there, and from now on the database lets none stay behind.
 */
const RIMASTI = `
WITH rimasti AS (
  SELECT g.ambito_id, g.id, p.piano_id, p.codice || '.' || (row_number() OVER (PARTITION BY p.id ORDER BY g.codice, g.id)
    + coalesce((SELECT max(substring(x.codice from '\\.(\\d+)$')::int) FROM tavolo x
        WHERE x.ambito_id = p.ambito_id AND x.piano_id = p.piano_id AND starts_with(x.codice, p.codice || '.')), 0)) AS codice
  FROM tavolo g JOIN tavolo p ON p.ambito_id = g.ambito_id AND p.id = g.padre_id WHERE g.piano_id <> p.piano_id)
UPDATE tavolo g SET piano_id = r.piano_id, codice = r.codice FROM rimasti r WHERE g.ambito_id = r.ambito_id AND g.id = r.id;`;

const DEL_PIANO = `
ALTER TABLE tavolo
  ADD CONSTRAINT tavolo_del_piano UNIQUE (ambito_id, id, piano_id),
  ADD CONSTRAINT tavolo_piano_del_padre FOREIGN KEY (ambito_id, padre_id, piano_id) REFERENCES tavolo (ambito_id, id, piano_id);`;

export class SottogruppiDelPiano1700000000080 implements MigrationInterface {
  name = 'SottogruppiDelPiano1700000000080';
  /** What it runs, in order. */
  readonly sql = [RIMASTI, DEL_PIANO] as const;

  async up(runner: QueryRunner): Promise<void> {
    for (const sql of this.sql) await runner.query(sql);
  }

  async down(): Promise<void> {
    throw new Error('Migrations go forward only: restore a backup instead.');
  }
}
