import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The office suspends a seat, and ends it: the ente keeps a suspended one, so that no other takes its place. */
const STATI = `
ALTER TABLE designazione DROP CONSTRAINT designazione_stato_check,
  ADD CONSTRAINT designazione_stato_check CHECK (stato IN ('bozza', 'inviata', 'accettata', 'sospesa', 'respinta', 'revocata', 'sostituita', 'decaduta', 'cessata')),
  ADD COLUMN causa_fine text CHECK (causa_fine IN ('fine_mandato', 'ente_cancellato', 'tavolo_chiuso', 'errore_ufficio')),
  ADD COLUMN finita_at timestamptz,
  ADD CONSTRAINT designazione_tolta_il CHECK ((stato IN ('decaduta', 'cessata')) = (finita_at IS NOT NULL)),
  ADD CONSTRAINT designazione_cessata_con_causa CHECK ((stato = 'cessata') = (causa_fine IS NOT NULL));
DROP INDEX designazione_accettata;
CREATE UNIQUE INDEX designazione_accettata ON designazione (ambito_id, tavolo_id, ente_id) WHERE stato IN ('accettata', 'sospesa');
CREATE INDEX designazione_sospesa ON designazione (ambito_id, tavolo_id, ente_id) WHERE stato = 'sospesa';`;

const MOTIVI = `
ALTER TABLE mandato DROP CONSTRAINT mandato_motivo_fine_check,
  ADD CONSTRAINT mandato_motivo_fine_check CHECK (motivo_fine IN ('revocata', 'sostituita', 'consenso_ritirato', 'dimissioni', 'decadenza',
    'fine_mandato', 'ente_cancellato', 'tavolo_chiuso', 'errore_ufficio'));`;

export class PostiGovernati1700000000034 implements MigrationInterface {
  name = 'PostiGovernati1700000000034';
  /** What it runs, in order. */
  readonly sql = [STATI, MOTIVI] as const;

  async up(runner: QueryRunner): Promise<void> {
    for (const sql of this.sql) await runner.query(sql);
  }

  async down(): Promise<void> {
    throw new Error('Migrations go forward only: restore a backup instead.');
  }
}
