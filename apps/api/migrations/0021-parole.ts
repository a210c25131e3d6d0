import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Steps, approvals and allegati keep what they name by id; the words copied so far are removed, and the thing is found by what was copied. */
export class Parole1700000000021 implements MigrationInterface {
  name = 'Parole1700000000021';

  async up(runner: QueryRunner): Promise<void> {
    for (const sql of [PASSI, APPROVAZIONI, ALLEGATI, RICERCA]) await runner.query(sql);
  }

  async down(): Promise<void> {
    throw new Error('Migrations go forward only: restore a backup instead.');
  }
}

/** A path names its contributo by id and its tavolo by slug; a step without a path had the code of the contributo, or is of the one that it is merged into now. */
const PASSI = `
ALTER TABLE contributo_passo
  ADD COLUMN oggetto_tipo text CHECK (oggetto_tipo IN ('contributo', 'tavolo')),
  ADD COLUMN oggetto_id uuid;
UPDATE contributo_passo SET oggetto_tipo = 'contributo', oggetto_id = substring(percorso FROM '/contributi/([0-9a-f-]{36})$')::uuid WHERE percorso ~ '/contributi/[0-9a-f-]{36}$';
UPDATE contributo_passo w SET oggetto_tipo = 'tavolo', oggetto_id = t.id FROM tavolo t WHERE w.tipo = 'spostato' AND t.ambito_id = w.ambito_id AND t.slug = substring(w.percorso FROM '/tavoli/([a-z0-9-]+)$');
UPDATE contributo_passo w SET oggetto_tipo = 'contributo', oggetto_id = c.id FROM contributo c WHERE w.tipo IN ('unito', 'riunito') AND w.oggetto_id IS NULL AND c.ambito_id = w.ambito_id AND c.codice = w.titolo;
UPDATE contributo_passo w SET oggetto_tipo = 'contributo', oggetto_id = c.unito_a FROM contributo c WHERE w.tipo = 'unito' AND w.oggetto_id IS NULL AND c.ambito_id = w.ambito_id AND c.id = w.contributo_id AND c.unito_a IS NOT NULL;
ALTER TABLE contributo_passo DROP COLUMN titolo, DROP COLUMN percorso, ADD CHECK ((oggetto_tipo IS NULL) = (oggetto_id IS NULL));`;

const APPROVAZIONI = `
UPDATE elaborato SET approvazione = approvazione - 'titolo' - 'testo' WHERE approvazione IS NOT NULL;
-- Which verbale, section and decisione, and when: what they say is read there.
ALTER TABLE elaborato ADD CONSTRAINT elaborato_approvazione_ids CHECK (approvazione - ARRAY['verbaleId', 'sezioneId', 'decisione', 'at'] = '{}'::jsonb);`;

const ALLEGATI = `
-- Null: it is called as what it is made of; else the words of the coordinatore.
ALTER TABLE allegato ALTER COLUMN titolo DROP NOT NULL;
UPDATE allegato g SET titolo = NULL FROM elaborato l WHERE l.ambito_id = g.ambito_id AND l.id = g.elaborato_id AND left(l.titolo, 200) = g.titolo;
UPDATE allegato g SET titolo = NULL FROM (VALUES ('verbali', 'Verbali degli incontri'), ('elenco_rappresentanti', 'Elenco dei rappresentanti'), ('registro_presenze', 'Registro degli incontri e delle presenze'), ('contributi', 'Contributi ricevuti e risposte')) AS x (tipo, base)
WHERE g.tipo = x.tipo AND g.titolo = left(x.base || coalesce((SELECT ': ' || t.nome FROM tavolo t WHERE t.ambito_id = g.ambito_id AND t.id = g.tavolo_id), ''), 200);`;

/** A verbale is found by the title of its incontro: when that changes, so does what is found. */
const RICERCA = `
CREATE FUNCTION ricerca_verbali_dell_incontro() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  UPDATE ricerca_voce v SET titolo = r.titolo, quando = r.quando, imparata = false
  FROM ricerca_da_verbale r JOIN verbale b ON b.ambito_id = r.ambito_id AND b.id = r.oggetto_id
  WHERE b.ambito_id = NEW.ambito_id AND b.incontro_id = NEW.id AND v.ambito_id = b.ambito_id AND v.tipo = 'verbale' AND v.oggetto_id = b.id;
  RETURN NULL;
END $$;
CREATE TRIGGER ricerca_verbali AFTER UPDATE OF titolo, inizio_at ON incontro FOR EACH ROW EXECUTE FUNCTION ricerca_verbali_dell_incontro();`;
