const PERSONE = `coalesce(jsonb_agg(DISTINCT jsonb_build_object('name', ac.nome || ' ' || ac.cognome, 'address', ac.email)), '[]')`;

/** SQL of the referenti of the tavolo that is the SQL expression `tavolo`; all of the ambito $1. */
export const referentiDi = (tavolo: string): string =>
  `(SELECT ${PERSONE} FROM incarico i JOIN account ac ON ac.id = i.account_id WHERE i.ambito_id = $1 AND i.ruolo = 'referente' AND i.tavolo_id = ${tavolo} AND i.al IS NULL)`;

/** SQL of who holds one of these roles in the ambito. */
export const conRuolo = (...ruoli: readonly ('coordinatore' | 'ufficio_di_piano')[]): string =>
  `(SELECT ${PERSONE} FROM incarico i JOIN account ac ON ac.id = i.account_id WHERE i.ambito_id = $1 AND i.ruolo = ANY('{${ruoli.join(',')}}') AND i.al IS NULL)`;

/** SQL of the operatori of the ente that is the SQL expression `ente`. */
export const operatoriDi = (ente: string): string =>
  `(SELECT ${PERSONE} FROM operatore o JOIN account ac ON ac.id = o.account_id WHERE o.ambito_id = $1 AND o.ente_id = ${ente} AND o.al IS NULL)`;
