import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * What was decided is found by itself: one row for each section of a published verbale that holds decisions. A verbale that was corrected by another stays to
 * be read, and is not what was decided any more.
 */
const FONTE = `
CREATE VIEW ricerca_da_decisione AS
SELECT p.ambito_id, p.verbale_id, md5(p.verbale_id || ':' || (s->>'id'))::uuid AS oggetto_id, s->>'titolo' AS titolo,
  left((SELECT string_agg(d->>'testo', ' · ' ORDER BY i) FROM jsonb_array_elements(s->'decisioni') WITH ORDINALITY AS x (d, i)), 200000) AS testo,
  '/verbali/' || p.verbale_id AS percorso,
  coalesce((SELECT array_agg(nt.tavolo_id) FROM incontro_tavolo nt WHERE nt.ambito_id = n.ambito_id AND nt.incontro_id = n.id), '{}') AS tavoli, n.inizio_at AS quando
FROM verbale_pubblicazione p JOIN verbale v ON v.ambito_id = p.ambito_id AND v.id = p.verbale_id JOIN incontro n ON n.ambito_id = v.ambito_id AND n.id = v.incontro_id
  CROSS JOIN jsonb_array_elements(p.contenuto->'sezioni') s
WHERE jsonb_array_length(s->'decisioni') > 0
  AND NOT EXISTS (SELECT 1 FROM verbale r JOIN verbale_pubblicazione rp ON rp.ambito_id = r.ambito_id AND rp.verbale_id = r.id WHERE r.ambito_id = v.ambito_id AND r.rettifica_di = v.id);`;

const AGGIORNA = `
CREATE FUNCTION ricerca_decisioni(ambito uuid, verbale uuid) RETURNS void LANGUAGE sql AS $$
  DELETE FROM ricerca_voce WHERE ambito_id = ambito AND tipo = 'decisione' AND percorso = '/verbali/' || verbale;
  INSERT INTO ricerca_voce (ambito_id, tipo, oggetto_id, titolo, testo, percorso, tavoli, quando)
    SELECT d.ambito_id, 'decisione', d.oggetto_id, d.titolo, d.testo, d.percorso, d.tavoli, d.quando FROM ricerca_da_decisione d WHERE d.ambito_id = ambito AND d.verbale_id = verbale;
$$;
CREATE FUNCTION ricerca_decisioni_pubblicate() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  riga verbale_pubblicazione := coalesce(NEW, OLD);
BEGIN
  PERFORM ricerca_decisioni(riga.ambito_id, riga.verbale_id);
  PERFORM ricerca_decisioni(v.ambito_id, v.rettifica_di) FROM verbale v WHERE v.ambito_id = riga.ambito_id AND v.id = riga.verbale_id AND v.rettifica_di IS NOT NULL;
  RETURN NULL;
END $$;
CREATE TRIGGER ricerca_decisioni AFTER INSERT OR UPDATE OR DELETE ON verbale_pubblicazione FOR EACH ROW EXECUTE FUNCTION ricerca_decisioni_pubblicate();
CREATE FUNCTION ricerca_decisioni_dell_incontro() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM ricerca_decisioni(v.ambito_id, v.id) FROM verbale v WHERE v.ambito_id = NEW.ambito_id AND v.incontro_id = NEW.id;
  RETURN NULL;
END $$;
CREATE TRIGGER ricerca_decisioni AFTER UPDATE OF inizio_at ON incontro FOR EACH ROW EXECUTE FUNCTION ricerca_decisioni_dell_incontro();`;

const RIEMPI = `
INSERT INTO ricerca_voce (ambito_id, tipo, oggetto_id, titolo, testo, percorso, tavoli, quando)
  SELECT ambito_id, 'decisione', oggetto_id, titolo, testo, percorso, tavoli, quando FROM ricerca_da_decisione;`;

/** Who sits for an ente, read by the ente. */
const POSTI = 'CREATE INDEX mandato_ente ON mandato (ambito_id, ente_id) WHERE al IS NULL;';

export class RicercaDelleDecisioni1700000000089 implements MigrationInterface {
  name = 'RicercaDelleDecisioni1700000000089';
  /** What it runs, in order. */
  readonly sql = [FONTE, AGGIORNA, RIEMPI, POSTI] as const;

  async up(runner: QueryRunner): Promise<void> {
    for (const sql of this.sql) await runner.query(sql);
  }

  async down(): Promise<void> {
    throw new Error('Migrations go forward only: restore a backup instead.');
  }
}
