import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * An incontro of several tavoli needs the yes of each, or the act of the coordinatore: asked when the tavolo is named, and standing on the row that names it.
 * What was called before is counted as agreed, so is the tavolo that calls, and a plenaria, which is the coordinatore's own act.
 */
const CONSENSI = `
ALTER TABLE incontro_tavolo
  ADD COLUMN consenso text NOT NULL DEFAULT 'chiesto' CHECK (consenso IN ('chiesto', 'dato', 'negato')),
  ADD COLUMN consenso_at timestamptz,
  -- Who answered; null where the tavolo itself called, or nobody was asked.
  ADD COLUMN consenso_account_id uuid REFERENCES account,
  ADD COLUMN consenso_motivo text;
UPDATE incontro_tavolo nt SET consenso = 'dato', consenso_at = coalesce(n.convocato_at, n.creato_at)
  FROM incontro n WHERE n.ambito_id = nt.ambito_id AND n.id = nt.incontro_id AND (n.stato <> 'bozza' OR n.tavolo_id IS NULL OR n.tavolo_id = nt.tavolo_id);
CREATE INDEX incontro_tavolo_chiesti ON incontro_tavolo (ambito_id, tavolo_id) WHERE consenso <> 'dato';`;

/** A mail about an incontro belongs to the tavolo of its reader: the staff of another does not see to whom it went. */
const RECAPITI = `
UPDATE email m SET tavolo_id = i.tavolo_id FROM invitato i
  WHERE i.ambito_id = m.ambito_id AND i.incontro_id = m.oggetto_id AND i.email = m.a_indirizzo AND m.oggetto_tipo = 'incontro' AND i.tavolo_id IS NOT NULL AND m.tavolo_id IS DISTINCT FROM i.tavolo_id;`;

export class Congiunti1700000000019 implements MigrationInterface {
  name = 'Congiunti1700000000019';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(CONSENSI);
    await runner.query(RECAPITI);
  }

  async down(): Promise<void> {
    throw new Error('Migrations go forward only: restore a backup instead.');
  }
}
