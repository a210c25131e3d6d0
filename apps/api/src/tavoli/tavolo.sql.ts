/** SQL of a tavolo in short, as every view that names one says it (`TavoloBreve`). */
export const breve = (t: string): string =>
  `jsonb_build_object('id', ${t}.id, 'slug', ${t}.slug, 'codice', ${t}.codice, 'nome', ${t}.nome)`;
export const TAVOLO_BREVE = breve('t');

/** SQL: the tavolo `t` goes on: incontri, seats and contributi begin there. The database refuses them at any other (`tavolo_aperto`). */
export const aperto = (t: string): string => `${t}.chiuso_il IS NULL`;

/** SQL: `t` is a tavolo of the Piano, and no sottogruppo: who tells or counts tavoli asks it (`testing/house/tavoli.spec.ts` finds who does not). */
export const radice = (t: string): string => `${t}.padre_id IS NULL`;

/** All of those that are read, by their codes. */
export const TAVOLI_BREVI = `coalesce(jsonb_agg(${TAVOLO_BREVE} ORDER BY t.codice), '[]')`;
