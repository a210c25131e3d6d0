/** SQL of a tavolo in short, as every view that names one says it (`TavoloBreve`). */
export const breve = (t: string): string =>
  `jsonb_build_object('id', ${t}.id, 'slug', ${t}.slug, 'codice', ${t}.codice, 'nome', ${t}.nome)`;
export const TAVOLO_BREVE = breve('t');

/** SQL: the tavolo `t` goes on: incontri, seats and contributi begin there. The database refuses them at any other (`tavolo_aperto`). */
export const aperto = (t: string): string => `${t}.chiuso_il IS NULL`;

/** SQL: `t` is a tavolo of the Piano, and no sottogruppo: who tells or counts tavoli asks it (`testing/house/tavoli.spec.ts` finds who does not). */
export const radice = (t: string): string => `${t}.padre_id IS NULL`;

/** SQL: the number in the code of the next sottogruppo of the tavolo `t`, which is `A.1` of `A`. Read while `t` is held. */
export const prossimoNumero = (t: string): string =>
  `(SELECT 1 + coalesce(max(substring(g.codice from '\\.(\\d+)$')::int), 0) FROM tavolo g WHERE g.ambito_id = ${t}.ambito_id AND g.piano_id = ${t}.piano_id AND starts_with(g.codice, ${t}.codice || '.'))`;

/** All of those that are read, by their codes. */
export const TAVOLI_BREVI = `coalesce(jsonb_agg(${TAVOLO_BREVE} ORDER BY t.codice), '[]')`;
