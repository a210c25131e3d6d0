/** The rules of the tavolo `t`: what the ambito says for all of them, and over it what the tavolo has decided for itself. */
export const regoleTavolo = (t: string): string =>
  `(coalesce((SELECT ra.impostazioni->'regole' FROM ambito ra WHERE ra.id = ${t}.ambito_id), '{}') || coalesce(${t}.regole, '{}'))`;
