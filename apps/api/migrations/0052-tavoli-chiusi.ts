import type { MigrationInterface, QueryRunner } from 'typeorm';

/** A tavolo ends by an act: closed, or gone into another. Its page, its incontri and its papers stay. */
const TAVOLI = `
ALTER TABLE tavolo
  ADD COLUMN chiuso_il date,
  ADD COLUMN chiuso_at timestamptz,
  ADD COLUMN chiuso_atto_tipo text,
  ADD COLUMN chiuso_atto_numero text,
  ADD COLUMN chiuso_atto_data date,
  ADD COLUMN chiuso_motivo text,
  ADD COLUMN confluito_id uuid,
  ADD FOREIGN KEY (ambito_id, confluito_id) REFERENCES tavolo,
  ADD CONSTRAINT tavolo_chiuso_con_atto CHECK (num_nulls(chiuso_il, chiuso_at, chiuso_atto_tipo, chiuso_atto_numero, chiuso_atto_data, chiuso_motivo) IN (0, 6)),
  ADD CONSTRAINT tavolo_confluito CHECK (confluito_id IS NULL OR (chiuso_il IS NOT NULL AND confluito_id <> id));
CREATE INDEX tavolo_confluito_in ON tavolo (ambito_id, confluito_id) WHERE confluito_id IS NOT NULL;`;

/**
 * What begins at a tavolo begins at one that is open: the database says it, whatever way leads there. Whoever closes a tavolo waits for those
 * who begin something meanwhile, and they for it. \`UR001\`: a refusal in words of ours, whose message is the code of the problem.
 */
const APERTI = `
CREATE FUNCTION tavolo_aperto() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM 1 FROM tavolo t WHERE t.ambito_id = NEW.ambito_id AND t.id = NEW.tavolo_id AND t.chiuso_il IS NULL FOR SHARE;
  IF NOT FOUND THEN RAISE EXCEPTION 'tavolo.chiuso' USING ERRCODE = 'UR001'; END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER tavolo_aperto BEFORE INSERT ON avviso_tavolo FOR EACH ROW EXECUTE FUNCTION tavolo_aperto();
CREATE TRIGGER tavolo_aperto BEFORE INSERT ON incontro_tavolo FOR EACH ROW EXECUTE FUNCTION tavolo_aperto();
CREATE TRIGGER tavolo_aperto BEFORE INSERT ON elaborato FOR EACH ROW EXECUTE FUNCTION tavolo_aperto();
CREATE TRIGGER tavolo_aperto BEFORE INSERT OR UPDATE OF tavolo_id ON contributo FOR EACH ROW EXECUTE FUNCTION tavolo_aperto();
CREATE TRIGGER tavolo_aperto BEFORE INSERT ON designazione FOR EACH ROW EXECUTE FUNCTION tavolo_aperto();
CREATE TRIGGER tavolo_aperto_stato BEFORE UPDATE OF stato ON designazione FOR EACH ROW
  WHEN (NEW.stato IN ('inviata', 'accettata', 'sospesa')) EXECUTE FUNCTION tavolo_aperto();
CREATE TRIGGER tavolo_aperto BEFORE INSERT ON posto_diretto FOR EACH ROW EXECUTE FUNCTION tavolo_aperto();
CREATE TRIGGER tavolo_aperto_stato BEFORE UPDATE OF stato ON posto_diretto FOR EACH ROW
  WHEN (NEW.stato IN ('in_attesa', 'nominata')) EXECUTE FUNCTION tavolo_aperto();`;

export class TavoliChiusi1700000000052 implements MigrationInterface {
  name = 'TavoliChiusi1700000000052';
  /** What it runs, in order. */
  readonly sql = [TAVOLI, APERTI] as const;

  async up(runner: QueryRunner): Promise<void> {
    for (const sql of this.sql) await runner.query(sql);
  }

  async down(): Promise<void> {
    throw new Error('Migrations go forward only: restore a backup instead.');
  }
}
