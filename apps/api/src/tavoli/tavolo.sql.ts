/** SQL of the tavolo `t` in short, as every view that names one says it (`TavoloBreve`). */
export const TAVOLO_BREVE = `jsonb_build_object('id', t.id, 'slug', t.slug, 'codice', t.codice, 'nome', t.nome)`;

/** All of those that are read, by their codes. */
export const TAVOLI_BREVI = `coalesce(jsonb_agg(${TAVOLO_BREVE} ORDER BY t.codice), '[]')`;

/** The rules of the tavolo `t`: what the ambito says for all of them, and over it what the tavolo has decided for itself. */
export const regoleTavolo = (t: string): string =>
  `(coalesce((SELECT ra.impostazioni->'regole' FROM ambito ra WHERE ra.id = ${t}.ambito_id), '{}') || coalesce(${t}.regole, '{}'))`;
