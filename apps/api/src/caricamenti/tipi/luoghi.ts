import { normalizzaCodiceFiscale, semplice, type Celle, type NaturaGiuridica, type StatoEnte } from '@tavoli/shared';
import type { EntityManager } from 'typeorm';
import { radice } from '../../tavoli/tavolo.sql.js';
import type { ErroreCampo } from './tipo.js';

export interface Tavolo {
  readonly id: string;
  readonly codice: string;
  readonly nome: string;
}
export interface Ente {
  readonly id: string;
  readonly codiceFiscale: string;
  readonly stato: StatoEnte;
  readonly natura: NaturaGiuridica;
}

/** Tavoli and enti, as rows name them: by name or code, by codice fiscale. */
export interface Luoghi {
  readonly tavolo: (cella: string | undefined) => Tavolo | null;
  readonly ente: (cella: string | undefined) => Ente | null;
  /** The cells that name them, as they are compared. */
  readonly normale: (celle: Celle) => Celle;
  readonly errori: (celle: Celle, enteDovuto: boolean) => ErroreCampo[];
}

export async function leggiLuoghi(db: EntityManager, ambitoId: string): Promise<Luoghi> {
  // Of two with one name, that of the latest Piano.
  const tavoli = await db.query<Tavolo[]>(
    `SELECT t.id, t.codice, t.nome FROM tavolo t JOIN piano_di_zona p ON p.ambito_id = t.ambito_id AND p.id = t.piano_id
     WHERE t.ambito_id = $1 AND ${radice('t')} ORDER BY p.dal DESC, t.codice, t.id`,
    [ambitoId],
  );
  const enti = await db.query<Ente[]>(
    `SELECT id, codice_fiscale AS "codiceFiscale", stato, natura_giuridica AS natura FROM ente WHERE ambito_id = $1 AND stato = 'verificato'`,
    [ambitoId],
  );
  const perCodice = new Map(enti.map(e => [e.codiceFiscale, e]));
  const perParola = new Map(tavoli.toReversed().flatMap(t => [t.codice, t.nome].map(parola => [semplice(parola), t] as const)));
  const tavolo = (cella = ''): Tavolo | null => perParola.get(semplice(cella)) ?? null;
  const ente = (cella = ''): Ente | null => perCodice.get(normalizzaCodiceFiscale(cella)) ?? null;
  const nomi = tavoli.map(t => t.nome).join('; ') || 'nessuno';
  return {
    tavolo,
    ente,
    normale: celle => normale(celle, tavolo),
    errori: (celle, dovuto) => erroriDi(celle, dovuto, { tavolo, ente, nomi }),
  };
}

const normale = (celle: Celle, tavolo: Luoghi['tavolo']): Celle => ({
  ...celle,
  ...(celle['tavolo'] === undefined ? {} : { tavolo: tavolo(celle['tavolo'])?.nome ?? celle['tavolo'] }),
  ...(celle['ente'] === undefined ? {} : { ente: normalizzaCodiceFiscale(celle['ente']) }),
});

function erroriDi(
  celle: Celle,
  enteDovuto: boolean,
  { tavolo, ente, nomi }: Pick<Luoghi, 'tavolo' | 'ente'> & { readonly nomi: string },
): ErroreCampo[] {
  const errori: ErroreCampo[] = [];
  if (tavolo(celle['tavolo']) === null)
    errori.push({ campo: 'tavolo', messaggio: `Nell’ambito non c’è un tavolo con questo nome. Ci sono: ${nomi}.` });
  if ((enteDovuto || (celle['ente'] ?? '') !== '') && ente(celle['ente']) === null)
    errori.push({ campo: 'ente', messaggio: 'Nel portale non c’è un ente verificato con questo codice fiscale: importa prima gli enti.' });
  return errori;
}
