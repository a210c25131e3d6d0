import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What was taken on at incontri, from approved verbali on: one row each, followed until it is done. */
export class Impegni1700000000013 implements MigrationInterface {
  name = 'Impegni1700000000013';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
CREATE TABLE impegno (
  ambito_id uuid NOT NULL,
  id uuid NOT NULL UNIQUE,
  verbale_id uuid NOT NULL,
  sezione_id uuid NOT NULL,
  -- Its place among those of the section.
  ordine integer NOT NULL,
  testo text NOT NULL,
  chi text NOT NULL,
  entro date,
  stato text NOT NULL DEFAULT 'aperto' CHECK (stato IN ('aperto', 'fatto', 'annullato')),
  motivazione text,
  chiuso_at timestamptz,
  chiuso_da text,
  -- When the referente was told that it is due, and that it is past.
  promemoria_at timestamptz,
  sollecito_at timestamptz,
  PRIMARY KEY (ambito_id, id),
  UNIQUE (ambito_id, sezione_id, ordine),
  FOREIGN KEY (ambito_id, verbale_id) REFERENCES verbale,
  FOREIGN KEY (ambito_id, sezione_id) REFERENCES verbale_sezione
);
CREATE INDEX impegno_verbale ON impegno (ambito_id, verbale_id);
CREATE INDEX impegno_scadenze ON impegno (entro) WHERE stato = 'aperto' AND entro IS NOT NULL;
-- Those of verbali approved before this table was there.
INSERT INTO impegno (ambito_id, id, verbale_id, sezione_id, ordine, testo, chi, entro)
SELECT s.ambito_id, gen_random_uuid(), s.verbale_id, s.id, x.n, x.i->>'testo', x.i->>'chi', (x.i->>'entro')::date
FROM verbale v JOIN verbale_sezione s ON s.ambito_id = v.ambito_id AND s.verbale_id = v.id, jsonb_array_elements(s.impegni) WITH ORDINALITY AS x (i, n)
WHERE v.stato IN ('approvato', 'pubblicato')`);
  }

  async down(): Promise<void> {
    throw new Error('Migrations go forward only: restore a backup instead.');
  }
}
