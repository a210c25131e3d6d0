import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The names of other things that the file of a published verbale was printed with stand beside it: of those published before, the names of today, which is all that is known. */
export class Stampati1700000000040 implements MigrationInterface {
  name = 'Stampati1700000000040';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
ALTER TABLE verbale_pubblicazione ADD COLUMN stampato jsonb;
UPDATE verbale_pubblicazione p SET stampato = (
  SELECT jsonb_build_object('incontro', jsonb_build_object('id', n.id, 'titolo', n.titolo), 'sede', n.sede, 'tavoli',
    (SELECT coalesce(jsonb_agg(jsonb_build_object('id', t.id, 'nome', t.nome) ORDER BY t.codice), '[]') FROM incontro_tavolo nt JOIN tavolo t ON t.ambito_id = nt.ambito_id AND t.id = nt.tavolo_id
     WHERE nt.ambito_id = n.ambito_id AND nt.incontro_id = n.id))
  FROM verbale v JOIN incontro n ON n.ambito_id = v.ambito_id AND n.id = v.incontro_id WHERE v.ambito_id = p.ambito_id AND v.id = p.verbale_id);
ALTER TABLE verbale_pubblicazione ALTER COLUMN stampato SET NOT NULL;`);
  }

  async down(): Promise<void> {
    throw new Error('Migrations go forward only: restore a backup instead.');
  }
}
