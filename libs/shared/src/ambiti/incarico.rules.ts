import { instantToRomeWall } from '../kernel/rome-time.js';

/** So many days before its end who gives an incarico, and who holds it, are told. */
export const GIORNI_PRIMA_DELLA_FINE = 60;
/** So many days an invitation to take an incarico waits for who has no account. */
export const GIORNI_INVITO_INCARICO = 30;

/** Who holds it, or the address that was invited. */
export const chiHa = ({ nome, cognome, email }: { readonly nome: string; readonly cognome: string; readonly email: string }): string =>
  `${nome} ${cognome}`.trim() || email;

/** The last day of an incarico that begins on a day (`YYYY-MM-DD`) and lasts a year: the day before the same day of the year after. */
export function fineDiIncarico(dal: string): string {
  const [anno = 0, mese = 1, giorno = 1] = dal.split('-').map(Number);
  return new Date(Date.UTC(anno + 1, mese - 1, giorno - 1)).toISOString().slice(0, 10);
}

/** The last day of a renewal that is proposed: a year more, or a year from today where it ended long ago. */
export const fineDopoIlRinnovo = (scadeIl: string | null, oggi = instantToRomeWall(new Date()).slice(0, 10)): string =>
  fineDiIncarico(scadeIl === null || scadeIl < oggi ? oggi : giornoDopo(scadeIl));

const giornoDopo = (giorno: string): string => new Date(Date.parse(`${giorno}T12:00:00Z`) + 86_400_000).toISOString().slice(0, 10);
