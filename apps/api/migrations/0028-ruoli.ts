import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * What the role of the application may do with tables that are written once: their comment says it (`permessi: …`), and `roles.ts` grants it after
 * every migration. A table without one may be read and written as usual. The head of the register only moves forward, one act at a time.
 */
export class Ruoli1700000000028 implements MigrationInterface {
  name = 'Ruoli1700000000028';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(PERMESSI);
    await runner.query(TESTA);
    await runner.query(DIMOSTRAZIONE);
  }

  async down(): Promise<void> {
    throw new Error('Migrations go forward only: restore a backup instead.');
  }
}

const PERMESSI = `
COMMENT ON TABLE registro IS 'permessi: SELECT, INSERT';
COMMENT ON TABLE sigillo IS 'permessi: SELECT, INSERT';
COMMENT ON TABLE sigillo_documento IS 'permessi: SELECT, INSERT';
-- Details hold personal data: whoever is forgotten is forgotten there too, and the chain still holds.
COMMENT ON TABLE registro_dettaglio IS 'permessi: SELECT, INSERT, DELETE';
COMMENT ON TABLE registro_testa IS 'permessi: SELECT, INSERT, UPDATE';
COMMENT ON TABLE migrations IS 'permessi: SELECT';
COMMENT ON TABLE modulo_chiave IS 'permessi: SELECT'`;

const TESTA = `
CREATE FUNCTION registro_testa_avanti() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NEW.ambito_id IS DISTINCT FROM OLD.ambito_id OR NEW.seq <> OLD.seq + 1 THEN
    IF NOT pg_has_role(current_user, (SELECT relowner FROM pg_class WHERE oid = TG_RELID), 'MEMBER') THEN
      RAISE EXCEPTION 'The head of the register only moves forward.' USING ERRCODE = 'insufficient_privilege';
    END IF;
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER registro_testa_avanti BEFORE UPDATE ON registro_testa FOR EACH ROW EXECUTE FUNCTION registro_testa_avanti()`;

/** An invented world is made in many steps: one whose making was interrupted is begun again. Where there is no row the world was made before this. */
const DIMOSTRAZIONE = `
CREATE TABLE dimostrazione (
  unica boolean PRIMARY KEY DEFAULT true CHECK (unica),
  iniziata_at timestamptz NOT NULL DEFAULT clock_timestamp(),
  completata_at timestamptz
)`;
