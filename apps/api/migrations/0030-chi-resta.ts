import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * A replacement says who of the people it names sits there already: their consent, seat and history go on. Replacements that are waiting
 * for their answer are linked too; whoever has already answered the new request keeps that answer.
 */
export class ChiResta1700000000030 implements MigrationInterface {
  name = 'ChiResta1700000000030';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
ALTER TABLE rappresentante
  ADD COLUMN continua_id uuid,
  ADD FOREIGN KEY (ambito_id, continua_id) REFERENCES rappresentante;
CREATE INDEX rappresentante_continua ON rappresentante (ambito_id, continua_id) WHERE continua_id IS NOT NULL;
UPDATE rappresentante n SET continua_id = v.id,
    consenso = CASE WHEN n.consenso = 'in_attesa' THEN v.consenso ELSE n.consenso END,
    consenso_at = CASE WHEN n.consenso = 'in_attesa' THEN v.consenso_at ELSE n.consenso_at END
  FROM designazione d JOIN designazione s ON s.ambito_id = d.ambito_id AND s.id = d.sostituisce_id AND s.stato = 'accettata'
  JOIN rappresentante v ON v.ambito_id = s.ambito_id AND v.designazione_id = s.id AND v.consenso IN ('dato', 'in_attesa')
  WHERE n.ambito_id = d.ambito_id AND n.designazione_id = d.id AND d.stato = 'inviata' AND n.consenso IN ('in_attesa', 'dato')
    AND lower(v.email) = lower(n.email) AND v.ruolo = n.ruolo AND lower(v.nome) = lower(n.nome) AND lower(v.cognome) = lower(n.cognome)`);
  }

  async down(): Promise<void> {
    throw new Error('Migrations go forward only: restore a backup instead.');
  }
}
