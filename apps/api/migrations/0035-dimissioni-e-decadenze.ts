import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Who resigns is told apart from who no longer wants to be named: the day, and what they wrote where the office has it on paper. */
const DIMISSIONI = `
ALTER TABLE rappresentante DROP CONSTRAINT rappresentante_consenso_check,
  ADD CONSTRAINT rappresentante_consenso_check CHECK (consenso IN ('in_attesa', 'dato', 'negato', 'ritirato', 'dimesso')),
  ADD COLUMN dimesso_il date,
  ADD COLUMN dimissioni_testo text,
  ADD CONSTRAINT rappresentante_dimesso_il CHECK ((consenso = 'dimesso') = (dimesso_il IS NOT NULL));`;

/** The loss of a seat, decided after the ente was heard. It is of the seat (ente and tavolo), whoever fills it and by whichever designazione. */
const DECADENZE = `
CREATE TABLE decadenza (
  ambito_id uuid NOT NULL REFERENCES ambito,
  id uuid NOT NULL UNIQUE,
  tavolo_id uuid NOT NULL,
  ente_id uuid NOT NULL,
  stato text NOT NULL DEFAULT 'aperto' CHECK (stato IN ('aperto', 'concluso', 'archiviato')),
  motivo text NOT NULL CHECK (motivo IN ('assenze', 'perdita_requisiti', 'incompatibilita', 'altro')),
  ragioni text NOT NULL,
  ufficio text NOT NULL,
  responsabile text NOT NULL,
  dove_atti text NOT NULL,
  termine date NOT NULL,
  motivazione text,
  aperto_at timestamptz NOT NULL DEFAULT now(),
  chiuso_at timestamptz,
  ricordato_at timestamptz,
  version integer NOT NULL DEFAULT 1,
  PRIMARY KEY (ambito_id, id),
  FOREIGN KEY (ambito_id, tavolo_id) REFERENCES tavolo,
  FOREIGN KEY (ambito_id, ente_id) REFERENCES ente,
  CHECK ((stato = 'aperto') = (chiuso_at IS NULL))
);
CREATE UNIQUE INDEX decadenza_aperta ON decadenza (ambito_id, tavolo_id, ente_id) WHERE stato = 'aperto';
CREATE INDEX decadenza_ente ON decadenza (ambito_id, ente_id);
CREATE INDEX decadenza_termine ON decadenza (termine) WHERE stato = 'aperto' AND ricordato_at IS NULL;
-- What was recorded of the incontri that are held against it, as it stood when it was opened.
CREATE TABLE decadenza_fatto (
  ambito_id uuid NOT NULL,
  decadenza_id uuid NOT NULL,
  incontro_id uuid NOT NULL,
  presenza text NOT NULL CHECK (presenza IN ('titolare', 'supplente', 'assente', 'giustificato')),
  PRIMARY KEY (ambito_id, decadenza_id, incontro_id),
  FOREIGN KEY (ambito_id, decadenza_id) REFERENCES decadenza ON DELETE CASCADE,
  FOREIGN KEY (ambito_id, incontro_id) REFERENCES incontro
);
CREATE TABLE decadenza_memoria (
  ambito_id uuid NOT NULL,
  id uuid NOT NULL UNIQUE,
  decadenza_id uuid NOT NULL,
  testo text NOT NULL,
  presentata_at timestamptz NOT NULL DEFAULT now(),
  PRIMARY KEY (ambito_id, id),
  FOREIGN KEY (ambito_id, decadenza_id) REFERENCES decadenza ON DELETE CASCADE
);
CREATE INDEX decadenza_memoria_di ON decadenza_memoria (ambito_id, decadenza_id, presentata_at);`;

export class DimissioniEDecadenze1700000000035 implements MigrationInterface {
  name = 'DimissioniEDecadenze1700000000035';
  /** What it runs, in order. */
  readonly sql = [DIMISSIONI, DECADENZE] as const;

  async up(runner: QueryRunner): Promise<void> {
    for (const sql of this.sql) await runner.query(sql);
  }

  async down(): Promise<void> {
    throw new Error('Migrations go forward only: restore a backup instead.');
  }
}
