import type { MigrationInterface, QueryRunner } from 'typeorm';

/** A seat of which nobody was called may be filled, and is never absent: said of each seat of an incontro that opened. */
const CONVOCATO = `
ALTER TABLE presenza ADD COLUMN convocato boolean NOT NULL DEFAULT true;
-- A mailbox that held several seats was once called for one of them only: its mail reached whoever sits in the others.
UPDATE presenza p SET convocato = false
WHERE NOT EXISTS (SELECT 1 FROM invitato i WHERE i.ambito_id = p.ambito_id AND i.incontro_id = p.incontro_id AND (
  (i.tavolo_id = p.tavolo_id AND i.ente_id = p.ente_id)
  OR i.email IN (SELECT r.email FROM mandato m JOIN rappresentante r ON r.ambito_id = m.ambito_id AND r.id = m.rappresentante_id
    WHERE m.ambito_id = p.ambito_id AND m.tavolo_id = p.tavolo_id AND m.ente_id = p.ente_id)));
ALTER TABLE presenza ALTER COLUMN convocato DROP DEFAULT;`;

/** Who comes later is called by an act of its own, which gives nobody else a new event: several acts of one SEQUENCE. */
const ESTENSIONE = `
ALTER TABLE convocazione DROP CONSTRAINT convocazione_tipo_check,
  ADD CONSTRAINT convocazione_tipo_check CHECK (tipo IN ('convocazione', 'estensione', 'spostamento', 'annullamento')),
  ADD COLUMN parte integer NOT NULL DEFAULT 0,
  DROP CONSTRAINT convocazione_pkey,
  ADD PRIMARY KEY (ambito_id, incontro_id, sequence, parte);`;

export class ChiConta1700000000033 implements MigrationInterface {
  name = 'ChiConta1700000000033';
  /** What it runs, in order. */
  readonly sql = [CONVOCATO, ESTENSIONE] as const;

  async up(runner: QueryRunner): Promise<void> {
    for (const sql of this.sql) await runner.query(sql);
  }

  async down(): Promise<void> {
    throw new Error('Migrations go forward only: restore a backup instead.');
  }
}
