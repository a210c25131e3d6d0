import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Every kind of public text, and the files of public acts, may be blacked out; the page where a file stood finds what became of it. */
export class OscuramentiAltrove1700000000032 implements MigrationInterface {
  name = 'OscuramentiAltrove1700000000032';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
ALTER TABLE oscuramento DROP CONSTRAINT oscuramento_tipo_check,
  ADD CONSTRAINT oscuramento_tipo_check CHECK (tipo IN ('verbale', 'contributo', 'elaborato', 'tavolo', 'avviso', 'incontro', 'piano', 'fase', 'atto', 'firmatario', 'adesione', 'osservazione', 'pagine_legali',
    'file_incontro', 'file_contributo', 'file_avviso', 'file_elaborato', 'file_piano', 'file_firmato', 'file_atto'));
-- Pages, within the ambito, that tell everybody that a file stood there.
CREATE TABLE oscuramento_segno (
  ambito_id uuid NOT NULL,
  oscuramento_id uuid NOT NULL,
  percorso text NOT NULL,
  -- Whether another file took its place.
  sostituito boolean NOT NULL,
  PRIMARY KEY (ambito_id, oscuramento_id, percorso),
  FOREIGN KEY (ambito_id, oscuramento_id) REFERENCES oscuramento
);
CREATE INDEX oscuramento_segno_percorso ON oscuramento_segno (ambito_id, percorso);
INSERT INTO oscuramento_segno (ambito_id, oscuramento_id, percorso, sostituito)
SELECT o.ambito_id, o.id, i.percorso, bool_or(i.nuova IS NOT NULL) FROM oscuramento o JOIN oscuramento_impronta i ON i.ambito_id = o.ambito_id AND i.oscuramento_id = o.id
WHERE o.tipo LIKE 'file\\_%' GROUP BY 1, 2, 3;`);
  }

  async down(): Promise<void> {
    throw new Error('Migrations go forward only: restore a backup instead.');
  }
}
