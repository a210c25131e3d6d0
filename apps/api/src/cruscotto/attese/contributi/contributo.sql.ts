/** SQL: by when the contributo `c` is to be read, or answered. */
export const TERMINE = 'coalesce(c.moderare_entro_at, c.rispondere_entro_at)';

/** SQL: its term is not past. */
export const IN_TEMPO = `coalesce(${TERMINE} >= now(), true)`;

/** SQL: a review of `c` was asked, and nobody has decided on it. */
export const RIESAME_APERTO = 'c.riesame_chiesto_at IS NOT NULL AND c.riesame_decisione IS NULL';

/** SQL: the day by which it is decided on is not past. */
export const RIESAME_IN_TEMPO = 'coalesce(c.riesame_entro_at >= now(), true)';
