/** The saint patron of the ambito `a`, as JSON; null where nobody wrote it. */
export const PATRONO = `nullif(a.impostazioni->'patrono', 'null')`;
