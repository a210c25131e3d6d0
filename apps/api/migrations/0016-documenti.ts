import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Contributi, elaborati and acts of the iter can be found; the files of elaborati and of the Piano are sealed like those of verbali. */
export class Documenti1700000000016 implements MigrationInterface {
  name = 'Documenti1700000000016';

  async up(runner: QueryRunner): Promise<void> {
    for (const sql of [FONTI, TRIGGER, RIEMPI, DOCUMENTI]) await runner.query(sql);
  }

  async down(): Promise<void> {
    throw new Error('Migrations go forward only: restore a backup instead.');
  }
}

/** Of an elaborato every text of more than a word: names of fields and identifiers have no space. */
const FONTI = `
CREATE VIEW ricerca_da_contributo AS
SELECT c.ambito_id, c.id AS oggetto_id, c.pubblico->>'titolo' AS titolo,
  left(concat_ws(' ', c.codice, c.pubblico->>'testo', (SELECT string_agg(r->>'testo', ' ') FROM jsonb_array_elements(c.pubblico->'risposte') r), CASE WHEN c.risposto_at IS NOT NULL THEN c.motivazione END), 200000) AS testo,
  '/contributi/' || c.id AS percorso, ARRAY[c.tavolo_id] AS tavoli, coalesce(c.pubblicato_at, c.inviato_at) AS quando
FROM contributo c WHERE c.pubblico IS NOT NULL AND c.stato IN ('pubblicato', 'in_esame', 'accolto', 'accolto_in_parte', 'non_accolto', 'rinviato');
CREATE VIEW ricerca_da_elaborato AS
SELECT l.ambito_id, l.id AS oggetto_id, l.titolo,
  left(coalesce((SELECT string_agg(x #>> '{}', ' ') FROM jsonb_path_query(k.foto, 'strict $.sezioni.**') x WHERE jsonb_typeof(x) = 'string' AND x #>> '{}' LIKE '% %'), ''), 200000) AS testo,
  '/elaborati/' || l.id AS percorso, ARRAY[l.tavolo_id] AS tavoli, k.at AS quando
FROM elaborato l JOIN elaborato_accoglimento k ON k.ambito_id = l.ambito_id AND k.elaborato_id = l.id WHERE l.stato = 'accolto';
CREATE VIEW ricerca_da_atto AS
SELECT t.ambito_id, t.id AS oggetto_id, t.titolo, concat_ws(' ', t.tipo, t.numero) AS testo, '/iter' AS percorso, '{}'::uuid[] AS tavoli, coalesce(t.data::timestamp AT TIME ZONE 'Europe/Rome', 'infinity') AS quando
FROM atto t WHERE t.pubblico;`;

const TRIGGER = `
CREATE TRIGGER ricerca AFTER INSERT OR DELETE OR UPDATE OF stato, pubblico, tavolo_id, motivazione ON contributo FOR EACH ROW EXECUTE FUNCTION ricerca_aggiorna('contributo', 'id');
CREATE TRIGGER ricerca AFTER INSERT OR DELETE OR UPDATE OF stato, titolo ON elaborato FOR EACH ROW EXECUTE FUNCTION ricerca_aggiorna('elaborato', 'id');
CREATE TRIGGER ricerca AFTER INSERT OR UPDATE OR DELETE ON elaborato_accoglimento FOR EACH ROW EXECUTE FUNCTION ricerca_aggiorna('elaborato', 'elaborato_id');
CREATE TRIGGER ricerca AFTER INSERT OR UPDATE OR DELETE ON atto FOR EACH ROW EXECUTE FUNCTION ricerca_aggiorna('atto', 'id');`;

const RIEMPI = ['contributo', 'elaborato', 'atto']
  .map(
    tipo =>
      `INSERT INTO ricerca_voce (ambito_id, tipo, oggetto_id, titolo, testo, percorso, tavoli, quando) SELECT ambito_id, '${tipo}', oggetto_id, titolo, testo, percorso, tavoli, quando FROM ricerca_da_${tipo};`,
  )
  .join('\n');

const DOCUMENTI = `
CREATE OR REPLACE VIEW documento_pubblicato AS
SELECT p.ambito_id, p.sha256, 'Verbale: ' || n.titolo AS titolo, '/verbali/' || p.verbale_id AS percorso, p.at
FROM verbale_pubblicazione p JOIN verbale v ON v.ambito_id = p.ambito_id AND v.id = p.verbale_id JOIN incontro n ON n.ambito_id = v.ambito_id AND n.id = v.incontro_id
UNION ALL
SELECT k.ambito_id, k.pdf_sha256, 'Elaborato: ' || l.titolo, '/elaborati/' || l.id, k.at
FROM elaborato_accoglimento k JOIN elaborato l ON l.ambito_id = k.ambito_id AND l.id = k.elaborato_id
UNION ALL
SELECT d.ambito_id, x.sha256, 'Dossier del ' || p.titolo || x.tipo, '/piano', d.pronto_at
FROM dossier d JOIN piano_di_zona p ON p.ambito_id = d.ambito_id AND p.id = d.piano_id AND p.stato = 'pubblicato'
CROSS JOIN LATERAL (VALUES (d.pdf_sha256, ''), (d.zip_sha256, ' (originali)')) AS x(sha256, tipo)
WHERE d.finale AND d.stato = 'pronto' AND x.sha256 IS NOT NULL
UNION ALL
SELECT f.ambito_id, f.sha256, 'Firmato: ' || f.nome, '/piano', f.caricato_at
FROM piano_firmato f JOIN piano_di_zona p ON p.ambito_id = f.ambito_id AND p.id = f.piano_id AND p.stato = 'pubblicato';`;
