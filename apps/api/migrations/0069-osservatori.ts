import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Who asks to follow a tavolo without a seat: for themselves, or for an informal group by its name. One request of each at a time. */
const OSSERVATORI = `
CREATE TABLE osservatore (
  ambito_id uuid NOT NULL REFERENCES ambito,
  id uuid NOT NULL UNIQUE,
  tavolo_id uuid NOT NULL,
  account_id uuid NOT NULL REFERENCES account,
  gruppo text,
  perche text NOT NULL,
  stato text NOT NULL CHECK (stato IN ('ricevuta', 'ammessa', 'non_ammessa', 'cessata', 'ritirata')),
  motivazione text,
  chiesto_at timestamptz NOT NULL DEFAULT now(),
  deciso_at timestamptz,
  finito_at timestamptz,
  version integer NOT NULL DEFAULT 1,
  PRIMARY KEY (ambito_id, id),
  FOREIGN KEY (ambito_id, tavolo_id) REFERENCES tavolo
);
CREATE UNIQUE INDEX osservatore_aperto ON osservatore (ambito_id, tavolo_id, account_id) WHERE stato IN ('ricevuta', 'ammessa');
CREATE INDEX osservatore_account ON osservatore (account_id);
CREATE TRIGGER tavolo_aperto BEFORE INSERT ON osservatore FOR EACH ROW EXECUTE FUNCTION tavolo_aperto();
CREATE TRIGGER tavolo_aperto_stato BEFORE UPDATE OF stato ON osservatore FOR EACH ROW WHEN (NEW.stato = 'ammessa') EXECUTE FUNCTION tavolo_aperto();
CREATE TRIGGER tavolo_intero BEFORE INSERT ON osservatore FOR EACH ROW EXECUTE FUNCTION tavolo_intero();
ALTER TABLE invitato DROP CONSTRAINT invitato_ruolo_check,
  ADD CONSTRAINT invitato_ruolo_check CHECK (ruolo IN ('titolare', 'supplente', 'verbalizzante', 'verbalizzante_tavolo', 'coordinatore_tavolo', 'referente', 'coordinatore', 'osservatore', 'ospite'));`;

export class Osservatori1700000000069 implements MigrationInterface {
  name = 'Osservatori1700000000069';
  /** What it runs, in order. */
  readonly sql = [OSSERVATORI] as const;

  async up(runner: QueryRunner): Promise<void> {
    for (const sql of this.sql) await runner.query(sql);
  }

  async down(): Promise<void> {
    throw new Error('Migrations go forward only: restore a backup instead.');
  }
}
