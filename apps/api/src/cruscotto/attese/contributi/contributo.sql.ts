/** SQL: by when the contributo `c` is to be read, or answered. */
export const TERMINE = 'coalesce(c.moderare_entro_at, c.rispondere_entro_at)';

/** SQL: its term is not past. */
export const IN_TEMPO = `coalesce(${TERMINE} >= now(), true)`;
