import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Who coordinates a tavolo and who writes its verbali, of all its incontri or of one: held at a tavolo or at an incontro. */
const INCARICHI = `
ALTER TABLE incarico
  ADD COLUMN incontro_id uuid,
  ADD COLUMN origine text CHECK (origine IN ('atto', 'scelta_del_tavolo')),
  ADD COLUMN verbale_id uuid,
  DROP CONSTRAINT incarico_ruolo_check,
  ADD CONSTRAINT incarico_ruolo_check CHECK (ruolo IN ('coordinatore', 'ufficio_di_piano', 'referente', 'coordinatore_tavolo', 'verbalizzante_tavolo', 'verbalizzante')),
  DROP CONSTRAINT incarico_check,
  ADD CONSTRAINT incarico_dove CHECK ((ruolo IN ('referente', 'coordinatore_tavolo', 'verbalizzante_tavolo')) = (tavolo_id IS NOT NULL)
    AND (ruolo = 'verbalizzante') = (incontro_id IS NOT NULL)),
  ADD CONSTRAINT incarico_origine CHECK ((ruolo = 'coordinatore_tavolo') = (origine IS NOT NULL) AND (verbale_id IS NULL OR origine = 'scelta_del_tavolo')),
  ADD FOREIGN KEY (ambito_id, incontro_id) REFERENCES incontro ON DELETE CASCADE,
  ADD FOREIGN KEY (ambito_id, verbale_id) REFERENCES verbale;
DROP INDEX incarico_in_corso;
CREATE UNIQUE INDEX incarico_in_corso ON incarico (ambito_id, account_id, ruolo, tavolo_id, incontro_id) NULLS NOT DISTINCT WHERE al IS NULL;
CREATE INDEX incarico_incontro ON incarico (ambito_id, incontro_id) WHERE incontro_id IS NOT NULL;
CREATE INDEX incarico_verbale ON incarico (ambito_id, verbale_id) WHERE verbale_id IS NOT NULL;`;

const INVITATI = `
ALTER TABLE invitato DROP CONSTRAINT invitato_ruolo_check,
  ADD CONSTRAINT invitato_ruolo_check CHECK (ruolo IN ('titolare', 'supplente', 'verbalizzante', 'verbalizzante_tavolo', 'coordinatore_tavolo', 'referente', 'coordinatore', 'ospite'));`;

export class RuoliAlTavolo1700000000047 implements MigrationInterface {
  name = 'RuoliAlTavolo1700000000047';
  /** What it runs, in order. */
  readonly sql = [INCARICHI, INVITATI] as const;

  async up(runner: QueryRunner): Promise<void> {
    for (const sql of this.sql) await runner.query(sql);
  }

  async down(): Promise<void> {
    throw new Error('Migrations go forward only: restore a backup instead.');
  }
}
