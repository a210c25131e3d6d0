import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Words are cut by a rule of ours, the same for what is indexed and what is asked (`ricerca/domanda.ts`): letters and figures stand, whatever
 * is between them parts them. The parser of PostgreSQL takes `328/2000` for a path, `0-6` for a zero and a minus six, `L.104` for a host.
 */
export class ParoleCercate1700000000058 implements MigrationInterface {
  name = 'ParoleCercate1700000000058';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(TESTO);
    await runner.query(COLONNA);
  }

  async down(): Promise<void> {
    throw new Error('Migrations go forward only: restore a backup instead.');
  }
}

/** Signs that part words: those of ASCII, of Latin-1, of general punctuation. Said one by one: what a letter is depends on the locale of a database. */
const SEGNO = String.raw`\u0001-\u002f\u003a-\u0040\u005b-\u0060\u007b-\u00bf\u2000-\u206f\u2212\u20ac`;

/** After the words, those that people also write in one: `P.I.P.P.I.` as `PIPPI`, `co-progettazione` as `coprogettazione`. */
const TESTO = `
CREATE FUNCTION ricerca_testo(t text) RETURNS text LANGUAGE sql IMMUTABLE PARALLEL SAFE STRICT AS $$
  SELECT regexp_replace(t, '[${SEGNO}]+', ' ', 'g') || coalesce((
    SELECT ' ' || string_agg(regexp_replace(m[1], '[${SEGNO}]+', '', 'g'), ' ')
    FROM regexp_matches(t, '((?:(?:^|(?<=[${SEGNO}]))[^${SEGNO}0-9]\\.){2,}[^${SEGNO}0-9]?(?![^${SEGNO}])|[^${SEGNO}0-9]{2,}(?:[\\u002d\\u2010\\u2011][^${SEGNO}0-9]{2,})+)', 'g') m
  ), '')
$$;`;

const COLONNA = `
ALTER TABLE ricerca_voce DROP COLUMN parole;
ALTER TABLE ricerca_voce ADD COLUMN parole tsvector
  GENERATED ALWAYS AS (setweight(to_tsvector('italiano', ricerca_testo(titolo)), 'A') || setweight(to_tsvector('italiano', ricerca_testo(testo)), 'B')) STORED;
CREATE INDEX ricerca_voce_parole ON ricerca_voce USING gin (parole);`;
