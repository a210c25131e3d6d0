/**
 * The rules of the tavolo `t`: what the ambito says for all of them, over it what the tavolo has decided for itself; a sottogruppo follows its tavolo,
 * but for what it has decided.
 */
export const regoleTavolo = (t: string): string =>
  `(coalesce((SELECT ra.impostazioni->'regole' FROM ambito ra WHERE ra.id = ${t}.ambito_id), '{}')
    || coalesce((SELECT rp.regole FROM tavolo rp WHERE rp.ambito_id = ${t}.ambito_id AND rp.id = ${t}.padre_id), '{}') || coalesce(${t}.regole, '{}'))`;
