/** Today in Italy. */
export const OGGI = `(now() AT TIME ZONE 'Europe/Rome')::date`;

/**
 * Whether the row of `comune` called so is of its ambito on a day (SQL of a date; today where none is given): one without periods is since ever, days are
 * included at both ends. What counts on a day counts the comuni of that day; what was written before keeps those of its own.
 */
export const comuneNelGiorno = (comune: string, giorno = OGGI): string =>
  `(NOT EXISTS (SELECT 1 FROM comune_periodo cp WHERE cp.ambito_id = ${comune}.ambito_id AND cp.istat = ${comune}.istat)
    OR EXISTS (SELECT 1 FROM comune_periodo cp WHERE cp.ambito_id = ${comune}.ambito_id AND cp.istat = ${comune}.istat AND coalesce(cp.dal, '-infinity') <= ${giorno} AND coalesce(cp.al, 'infinity') >= ${giorno}))`;
