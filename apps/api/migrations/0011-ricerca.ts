import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Full-text search over what is public: one row for each thing that can be found, kept true by the database itself. */
export class Ricerca1700000000011 implements MigrationInterface {
  name = 'Ricerca1700000000011';

  async up(runner: QueryRunner): Promise<void> {
    for (const sql of [LINGUA, VOCI, FONTI, AGGIORNA, RIEMPI]) await runner.query(sql);
  }

  async down(): Promise<void> {
    throw new Error('Migrations go forward only: restore a backup instead.');
  }
}

const LINGUA = `
-- Both are trusted extensions: the owner of the database may add them.
CREATE EXTENSION IF NOT EXISTS unaccent;
CREATE EXTENSION IF NOT EXISTS pg_trgm;
-- Italian stems of words without accents: "citta" finds "città", "anziano" finds "anziani".
CREATE TEXT SEARCH CONFIGURATION italiano (COPY = italian);
ALTER TEXT SEARCH CONFIGURATION italiano ALTER MAPPING FOR hword, hword_part, word WITH unaccent, italian_stem;`;

const VOCI = `
CREATE TABLE ricerca_voce (
  ambito_id uuid NOT NULL REFERENCES ambito ON DELETE CASCADE,
  tipo text NOT NULL,
  oggetto_id uuid NOT NULL,
  titolo text NOT NULL,
  testo text NOT NULL,
  percorso text NOT NULL,
  tavoli uuid[] NOT NULL,
  -- What has no date of its own comes first.
  quando timestamptz NOT NULL DEFAULT 'infinity',
  anno integer GENERATED ALWAYS AS (CASE WHEN isfinite(quando) THEN extract(year FROM quando AT TIME ZONE 'Europe/Rome') END) STORED,
  -- The typographic apostrophe would make one word of "dell’assistenza"; the plain one parts them.
  parole tsvector GENERATED ALWAYS AS (setweight(to_tsvector('italiano', translate(titolo, '’', '''')), 'A') || setweight(to_tsvector('italiano', translate(testo, '’', '''')), 'B')) STORED,
  -- Whether its words are already in ricerca_parola.
  imparata boolean NOT NULL DEFAULT false,
  PRIMARY KEY (ambito_id, tipo, oggetto_id)
);
CREATE INDEX ricerca_voce_parole ON ricerca_voce USING gin (parole);
CREATE INDEX ricerca_voce_quando ON ricerca_voce (ambito_id, quando DESC);
CREATE INDEX ricerca_voce_da_imparare ON ricerca_voce (ambito_id) WHERE NOT imparata;
-- Words met so far, to guess what somebody meant. A guess is shown only when it finds something.
CREATE TABLE ricerca_parola (parola text PRIMARY KEY);
CREATE INDEX ricerca_parola_simili ON ricerca_parola USING gin (parola gin_trgm_ops);`;

/** One view a kind: what of it the public may read. The longest texts are cut where a tsvector would not hold them. */
const FONTI = `
CREATE VIEW ricerca_da_tavolo AS
SELECT t.ambito_id, t.id AS oggetto_id, t.nome AS titolo, t.scopo AS testo, '/tavoli/' || t.slug AS percorso, ARRAY[t.id] AS tavoli, 'infinity'::timestamptz AS quando
FROM tavolo t;
CREATE VIEW ricerca_da_avviso AS
SELECT v.ambito_id, v.id AS oggetto_id, v.titolo, left(v.testo, 200000) AS testo, '/avvisi/' || v.id AS percorso,
  coalesce((SELECT array_agg(vt.tavolo_id) FROM avviso_tavolo vt WHERE vt.ambito_id = v.ambito_id AND vt.avviso_id = v.id), '{}') AS tavoli, v.pubblicato_at AS quando
FROM avviso v WHERE v.stato <> 'bozza' AND v.pubblicato_at IS NOT NULL;
CREATE VIEW ricerca_da_incontro AS
SELECT n.ambito_id, n.id AS oggetto_id, n.titolo,
  left(concat_ws(' · ', n.sede->>'nome', (SELECT string_agg(p.titolo, ' · ' ORDER BY p.ordine) FROM incontro_punto p WHERE p.ambito_id = n.ambito_id AND p.incontro_id = n.id)), 200000) AS testo,
  '/incontri/' || n.id AS percorso,
  coalesce((SELECT array_agg(nt.tavolo_id) FROM incontro_tavolo nt WHERE nt.ambito_id = n.ambito_id AND nt.incontro_id = n.id), '{}') AS tavoli, n.inizio_at AS quando
FROM incontro n WHERE n.stato <> 'bozza';
CREATE VIEW ricerca_da_verbale AS
SELECT p.ambito_id, p.verbale_id AS oggetto_id, 'Verbale: ' || n.titolo AS titolo,
  left(coalesce((SELECT string_agg(x #>> '{}', ' ') FROM (
    SELECT jsonb_path_query(s, 'lax $.titolo') FROM jsonb_array_elements(p.contenuto->'sezioni') s
    UNION ALL SELECT jsonb_path_query(s, 'strict $.documento.**.text') FROM jsonb_array_elements(p.contenuto->'sezioni') s
    UNION ALL SELECT jsonb_path_query(s, 'lax $.decisioni[*].testo') FROM jsonb_array_elements(p.contenuto->'sezioni') s
    UNION ALL SELECT jsonb_path_query(s, 'lax $.impegni[*].testo') FROM jsonb_array_elements(p.contenuto->'sezioni') s
  ) AS t(x)), ''), 200000) AS testo,
  '/verbali/' || p.verbale_id AS percorso,
  coalesce((SELECT array_agg(nt.tavolo_id) FROM incontro_tavolo nt WHERE nt.ambito_id = n.ambito_id AND nt.incontro_id = n.id), '{}') AS tavoli, n.inizio_at AS quando
FROM verbale_pubblicazione p JOIN verbale v ON v.ambito_id = p.ambito_id AND v.id = p.verbale_id JOIN incontro n ON n.ambito_id = v.ambito_id AND n.id = v.incontro_id;`;

const AGGIORNA = `
-- Triggers, not code: what is published can be found in the same transaction, whoever publishes it, and what is withdrawn cannot.
CREATE FUNCTION ricerca_aggiorna() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  riga jsonb := to_jsonb(coalesce(NEW, OLD));
  ambito uuid := (riga->>'ambito_id')::uuid;
  oggetto uuid := (riga->>TG_ARGV[1])::uuid;
BEGIN
  DELETE FROM ricerca_voce WHERE ambito_id = ambito AND tipo = TG_ARGV[0] AND oggetto_id = oggetto;
  EXECUTE format('INSERT INTO ricerca_voce (ambito_id, tipo, oggetto_id, titolo, testo, percorso, tavoli, quando)
    SELECT ambito_id, %L, oggetto_id, titolo, testo, percorso, tavoli, quando FROM %I WHERE ambito_id = $1 AND oggetto_id = $2', TG_ARGV[0], 'ricerca_da_' || TG_ARGV[0]) USING ambito, oggetto;
  RETURN NULL;
END $$;
CREATE TRIGGER ricerca AFTER INSERT OR UPDATE OR DELETE ON tavolo FOR EACH ROW EXECUTE FUNCTION ricerca_aggiorna('tavolo', 'id');
CREATE TRIGGER ricerca AFTER INSERT OR UPDATE OR DELETE ON avviso FOR EACH ROW EXECUTE FUNCTION ricerca_aggiorna('avviso', 'id');
CREATE TRIGGER ricerca AFTER INSERT OR DELETE OR UPDATE OF stato, titolo, inizio_at, sede ON incontro FOR EACH ROW EXECUTE FUNCTION ricerca_aggiorna('incontro', 'id');
CREATE TRIGGER ricerca AFTER INSERT OR DELETE OR UPDATE OF titolo, ordine ON incontro_punto FOR EACH ROW EXECUTE FUNCTION ricerca_aggiorna('incontro', 'incontro_id');
CREATE TRIGGER ricerca AFTER INSERT OR DELETE ON incontro_tavolo FOR EACH ROW EXECUTE FUNCTION ricerca_aggiorna('incontro', 'incontro_id');
CREATE TRIGGER ricerca AFTER INSERT OR UPDATE OR DELETE ON verbale_pubblicazione FOR EACH ROW EXECUTE FUNCTION ricerca_aggiorna('verbale', 'verbale_id');`;

const RIEMPI = ['tavolo', 'avviso', 'incontro', 'verbale']
  .map(
    tipo =>
      `INSERT INTO ricerca_voce (ambito_id, tipo, oggetto_id, titolo, testo, percorso, tavoli, quando) SELECT ambito_id, '${tipo}', oggetto_id, titolo, testo, percorso, tavoli, quando FROM ricerca_da_${tipo};`,
  )
  .join('\n');
