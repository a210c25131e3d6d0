import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * An ambito that can change: its words become free (those of before as they were said until now), its name in full is one of them, its comuni have periods,
 * who leads it has a history, areas can be archived; what the office tells of itself; the gender that a person chooses for what is written to them.
 */
export class AmbitoCheCambia1700000000038 implements MigrationInterface {
  name = 'AmbitoCheCambia1700000000038';

  async up(runner: QueryRunner): Promise<void> {
    for (const sql of [PAROLE, NOME, IMPOSTAZIONI, CAPOFILA, COMUNI, AREE, GENERE]) await runner.query(sql);
  }

  async down(): Promise<void> {
    throw new Error('Migrations go forward only: restore a backup instead.');
  }
}

/** The words of before were chosen from a list, and those of a few Regions stood in the code: each ambito keeps what it was saying. */
const PAROLE = `
WITH note (testo, detta, plurale, articolo, genere) AS (VALUES
  ('Comitato dei Sindaci', 'Comitato dei Sindaci', 'Comitati dei Sindaci', 'il', 'm'),
  ('Assemblea dei Sindaci', 'Assemblea dei Sindaci', 'Assemblee dei Sindaci', 'l’', 'f'),
  ('Conferenza dei Sindaci', 'Conferenza dei Sindaci', 'Conferenze dei Sindaci', 'la', 'f'),
  ('Comitato di Distretto', 'Comitato di Distretto', 'Comitati di Distretto', 'il', 'm'),
  ('Coordinamento istituzionale', 'Coordinamento istituzionale', 'Coordinamenti istituzionali', 'il', 'm'),
  ('Ufficio di piano', 'ufficio di piano', 'uffici di piano', 'l’', 'm'),
  ('Gruppo di piano', 'gruppo di piano', 'gruppi di piano', 'il', 'm'),
  ('Segreteria tecnica', 'segreteria tecnica', 'segreterie tecniche', 'la', 'f'),
  ('Tavolo tecnico', 'tavolo tecnico', 'tavoli tecnici', 'il', 'm'),
  ('Struttura del Piano', 'struttura del Piano', 'strutture del Piano', 'la', 'f')),
parola (testo, valore) AS (SELECT testo, jsonb_build_object('testo', detta, 'plurale', plurale, 'articolo', articolo, 'genere', genere) FROM note),
regione (nome, politico, tecnico) AS (VALUES
  ('Marche', 'Comitato dei Sindaci', NULL), ('Campania', 'Comitato dei Sindaci', NULL), ('Lombardia', 'Assemblea dei Sindaci', NULL),
  ('Abruzzo', NULL, 'Gruppo di piano'), ('Liguria', NULL, 'Segreteria tecnica'), ('Toscana', NULL, 'Segreteria tecnica'),
  ('Emilia-Romagna', 'Comitato di Distretto', 'Tavolo tecnico'), ('Lazio', NULL, 'Struttura del Piano'))
UPDATE ambito a SET parole = jsonb_build_object(
  'nomeEsteso', jsonb_build_object('testo', 'Ambito Territoriale Sociale di ' || a.nome, 'plurale', '', 'articolo', 'l’', 'genere', 'm'),
  'organoPolitico', (SELECT valore FROM parola WHERE testo = coalesce(a.parole->>'organoPolitico', r.politico, 'Conferenza dei Sindaci')),
  'organoTecnico', (SELECT valore FROM parola WHERE testo = coalesce(a.parole->>'organoTecnico', r.tecnico, 'Ufficio di piano')))
FROM ambito x LEFT JOIN regione r ON r.nome = x.regione WHERE x.id = a.id`;

const NOME = `
ALTER TABLE ambito ADD COLUMN nome_esteso text GENERATED ALWAYS AS (coalesce(parole->'nomeEsteso'->>'testo', 'Ambito Territoriale Sociale di ' || nome)) STORED`;

const IMPOSTAZIONI = `
ALTER TABLE ambito ADD COLUMN version integer NOT NULL DEFAULT 1;
ALTER TABLE ambito ADD COLUMN impostazioni jsonb NOT NULL DEFAULT '{}';
COMMENT ON COLUMN ambito.impostazioni IS 'What the ambito tells of itself and its rules: ImpostazioniAmbito of libs/shared.'`;

/** Until now the place of the comune alone was written: who leads an ambito is not always a comune. */
const CAPOFILA = `
CREATE TABLE capofila (
  ambito_id uuid NOT NULL REFERENCES ambito,
  id uuid NOT NULL,
  tipo text NOT NULL CHECK (tipo IN ('comune', 'unione', 'comunita_montana', 'consorzio', 'azienda', 'regione', 'altro')),
  nome text NOT NULL,
  dal date,
  al date CHECK (al >= dal),
  atto text,
  motivo text,
  PRIMARY KEY (ambito_id, id)
);
CREATE UNIQUE INDEX capofila_in_carica ON capofila (ambito_id) WHERE al IS NULL;
UPDATE ambito SET capofila = 'Comune di ' || capofila WHERE capofila !~* '^(comune|unione|consorzio|azienda|comunità|regione|città|ente|provincia)\\M';
INSERT INTO capofila (ambito_id, id, tipo, nome) SELECT id, gen_random_uuid(), CASE WHEN capofila ~* '^comune\\M' THEN 'comune' ELSE 'altro' END, capofila FROM ambito`;

const COMUNI = `
-- A comune without periods is of the ambito since ever; days are included at both ends, null is open.
CREATE TABLE comune_periodo (
  ambito_id uuid NOT NULL,
  id uuid NOT NULL,
  istat text NOT NULL,
  dal date,
  al date CHECK (al >= dal),
  atto text,
  motivo text,
  PRIMARY KEY (ambito_id, id),
  FOREIGN KEY (ambito_id, istat) REFERENCES comune (ambito_id, istat)
);
CREATE INDEX comune_periodo_comune ON comune_periodo (ambito_id, istat)`;

const AREE = `ALTER TABLE area_tematica ADD COLUMN archiviata_at timestamptz`;

const GENERE = `
-- How the person wants to be written to: null, in words that do not tell.
ALTER TABLE account ADD COLUMN genere text CHECK (genere IN ('m', 'f'))`;
