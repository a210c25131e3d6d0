import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * A sottogruppo is a tavolo with a father: of the same ambito, and one that has no father itself (the foreign key says so, by the two columns that
 * are made of \`padre_id\`). It may be closed without an act; a tavolo may not.
 */
const TAVOLI = `
ALTER TABLE tavolo
  ADD COLUMN padre_id uuid,
  ADD COLUMN inizia_il date,
  ADD COLUMN finisce_il date,
  ADD COLUMN radice boolean NOT NULL GENERATED ALWAYS AS (padre_id IS NULL) STORED,
  ADD COLUMN padre_radice boolean GENERATED ALWAYS AS (CASE WHEN padre_id IS NOT NULL THEN true END) STORED,
  ADD CONSTRAINT tavolo_radice UNIQUE (ambito_id, id, radice),
  ADD CONSTRAINT tavolo_padre FOREIGN KEY (ambito_id, padre_id, padre_radice) REFERENCES tavolo (ambito_id, id, radice),
  ADD CONSTRAINT tavolo_durata CHECK ((padre_id IS NOT NULL) = (inizia_il IS NOT NULL) AND (finisce_il IS NULL OR finisce_il >= inizia_il)),
  DROP CONSTRAINT tavolo_chiuso_con_atto,
  ADD CONSTRAINT tavolo_chiuso_con_atto CHECK (num_nulls(chiuso_il, chiuso_at, chiuso_motivo) IN (0, 3)
    AND num_nulls(chiuso_atto_tipo, chiuso_atto_numero, chiuso_atto_data) IN (0, 3)
    AND (chiuso_atto_tipo IS NULL OR chiuso_il IS NOT NULL) AND (chiuso_il IS NULL OR chiuso_atto_tipo IS NOT NULL OR padre_id IS NOT NULL));
CREATE INDEX tavolo_figli ON tavolo (ambito_id, padre_id) WHERE padre_id IS NOT NULL;`;

/** One who sits at a tavolo may be put into several of its sottogruppi: one seat at each. */
const MANDATI = `
DROP INDEX mandato_in_corso;
CREATE UNIQUE INDEX mandato_in_corso ON mandato (ambito_id, rappresentante_id, tavolo_id) WHERE al IS NULL;
ALTER TABLE mandato DROP CONSTRAINT mandato_motivo_fine_check,
  ADD CONSTRAINT mandato_motivo_fine_check CHECK (motivo_fine IN ('revocata', 'sostituita', 'consenso_ritirato', 'dimissioni', 'decadenza',
    'fine_mandato', 'ente_cancellato', 'tavolo_chiuso', 'errore_ufficio', 'uscita', 'composizione'));`;

/** No sottogruppo has an avviso, designazioni, invited enti or contributi of its own: the database says it, whatever way leads there. */
const SOLO_TAVOLI = `
CREATE FUNCTION tavolo_intero() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF EXISTS (SELECT 1 FROM tavolo t WHERE t.ambito_id = NEW.ambito_id AND t.id = NEW.tavolo_id AND t.padre_id IS NOT NULL) THEN
    RAISE EXCEPTION 'tavolo.sottogruppo' USING ERRCODE = 'UR001';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER tavolo_intero BEFORE INSERT ON avviso_tavolo FOR EACH ROW EXECUTE FUNCTION tavolo_intero();
CREATE TRIGGER tavolo_intero BEFORE INSERT ON designazione FOR EACH ROW EXECUTE FUNCTION tavolo_intero();
CREATE TRIGGER tavolo_intero BEFORE INSERT ON posto_diretto FOR EACH ROW EXECUTE FUNCTION tavolo_intero();
CREATE TRIGGER tavolo_intero BEFORE INSERT OR UPDATE OF tavolo_id ON contributo FOR EACH ROW EXECUTE FUNCTION tavolo_intero();`;

export class Sottogruppi1700000000060 implements MigrationInterface {
  name = 'Sottogruppi1700000000060';
  /** What it runs, in order. */
  readonly sql = [TAVOLI, MANDATI, SOLO_TAVOLI] as const;

  async up(runner: QueryRunner): Promise<void> {
    for (const sql of this.sql) await runner.query(sql);
  }

  async down(): Promise<void> {
    throw new Error('Migrations go forward only: restore a backup instead.');
  }
}
