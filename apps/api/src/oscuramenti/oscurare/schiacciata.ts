/** Words with all that may differ between two writings of them left out: only letters and digits without accents, small. */
export const schiacciata = (testo: string): string => testo.toLowerCase().replace(/[^a-z0-9]/g, '');

const TEXT = (corpo: string): string => `(SELECT string_agg(x #>> '{}', '') FROM jsonb_path_query(${corpo}, 'strict $.**.text') x)`;
const LEAVES = (corpo: string): string =>
  `(SELECT string_agg(x #>> '{}', '') FROM jsonb_path_query(${corpo}, 'strict $.** ? (@.type() == "string")') x)`;

/**
 * SQL: whether the JSON `corpo` may tell one of the words `parole` (text[], each `schiacciata`). Never false when it does: words are compared without spaces and signs,
 * in all strings one after the other; and apart in the pieces of documents, which divide a sentence wherever it changes its look.
 */
export const CON_PAROLE = (corpo: string, parole: string): string =>
  `EXISTS (SELECT 1 FROM (SELECT regexp_replace(lower(concat_ws('|', ${TEXT(corpo)}, ${LEAVES(corpo)})), '[^a-z0-9]', '', 'g') AS tutto OFFSET 0) s, unnest(${parole}::text[]) p WHERE strpos(s.tutto, p) > 0)`;
