import { setImmediate } from 'node:timers/promises';
import { TIPI, type Celle, type DefinizioneTipo, type EsitoRiga, type TipoCaricamento } from '@tavoli/shared';
import type { EntityManager } from 'typeorm';
import type { Riga } from './lettura/foglio.js';
import { TIPI_API } from './tipi/index.js';
import type { ErroreCampo, Esistente, Mondo } from './tipi/tipo.js';

export interface RigaPiano {
  readonly riga: number;
  readonly esito: EsitoRiga;
  readonly titolo: string;
  /** Changed fields, with their cells before and after. */
  readonly differenze: readonly { readonly campo: string; readonly prima: string; readonly dopo: string }[];
  readonly errori: readonly (ErroreCampo & { readonly valore: string })[];
}
export type Conteggi = Readonly<Record<EsitoRiga, number>>;

/** A row that would be written, besides what is told of it. */
export interface DaScrivere {
  readonly chiave: string;
  readonly esistente: Esistente | null;
  readonly valore: unknown;
}

export interface Simulazione {
  readonly piano: readonly RigaPiano[];
  readonly conteggi: Conteggi;
  readonly daScrivere: readonly DaScrivere[];
}

/** Others get their turn after so many rows. */
const A_TURNO = 100;

/** What would become of each row, as things stand now. Writes nothing. */
export async function simula(
  db: EntityManager,
  ambitoId: string,
  tipo: TipoCaricamento,
  righe: readonly Riga[],
  colonne: readonly (string | null)[],
): Promise<Simulazione> {
  const mondo = await TIPI_API[tipo].leggi(db, ambitoId);
  const [piano, daScrivere, viste]: [RigaPiano[], DaScrivere[], Map<string, number>] = [[], [], new Map()];
  for (const [i, { n, celle }] of righe.entries()) {
    if (i % A_TURNO === A_TURNO - 1) await setImmediate();
    const esito = valuta(tipo, mondo, celleDi(colonne, celle), viste, n);
    piano.push(esito.piano);
    if (esito.scrivi !== null) daScrivere.push(esito.scrivi);
  }
  return { piano, conteggi: contaEsiti(piano), daScrivere };
}

/** The cells of a row by field; empty ones are not given. */
const celleDi = (colonne: readonly (string | null)[], celle: readonly string[]): Celle =>
  Object.fromEntries(colonne.flatMap((campo, i) => (campo === null || (celle[i] ?? '') === '' ? [] : [[campo, celle[i] ?? '']])));

interface Valutata {
  readonly piano: RigaPiano;
  readonly scrivi: DaScrivere | null;
}

function valuta(tipo: TipoCaricamento, mondo: Mondo, lette: Celle, viste: Map<string, number>, riga: number): Valutata {
  const definizione = TIPI[tipo];
  const date = mondo.normale(lette);
  const chiave = mondo.chiave(date);
  const gia = viste.get(chiave);
  if (chiave !== '') viste.set(chiave, gia ?? riga);
  if (gia !== undefined)
    return sbagliata(definizione, date, riga, [{ campo: definizione.chiave, messaggio: `È già alla riga ${gia} di questo file.` }]);
  const esistente = mondo.esistenti.get(chiave) ?? null;
  const base = esistente?.celle ?? {};
  const campi = Object.keys(date);
  const uguale = { riga, esito: 'uguale', titolo: definizione.titolo({ ...base, ...date }), differenze: [], errori: [] } as const;
  if (esistente !== null && campi.every(campo => date[campo] === base[campo])) return { piano: uguale, scrivi: null };
  const giudizio = mondo.giudica({ ...base, ...date }, esistente);
  if ('errori' in giudizio) return sbagliata(definizione, { ...base, ...date }, riga, giudizio.errori);
  const scrivi = { chiave, esistente, valore: giudizio.valore };
  if (esistente === null) return { piano: { ...uguale, esito: 'nuova' }, scrivi };
  const differenze = campi
    .filter(campo => giudizio.celle[campo] !== base[campo])
    .map(campo => ({ campo, prima: base[campo] ?? '', dopo: giudizio.celle[campo] ?? '' }));
  return differenze.length === 0 ? { piano: uguale, scrivi: null } : { piano: { ...uguale, esito: 'aggiorna', differenze }, scrivi };
}

function sbagliata(definizione: DefinizioneTipo, celle: Celle, riga: number, errori: readonly ErroreCampo[]): Valutata {
  const conValore = errori.map(e => ({ ...e, valore: e.campo === null ? '' : (celle[e.campo] ?? '') }));
  return { piano: { riga, esito: 'errore', titolo: definizione.titolo(celle), differenze: [], errori: conValore }, scrivi: null };
}

export const NESSUNA: Conteggi = { nuova: 0, aggiorna: 0, uguale: 0, errore: 0 };

function contaEsiti(piano: readonly RigaPiano[]): Conteggi {
  const conteggi = { ...NESSUNA };
  for (const { esito } of piano) conteggi[esito] += 1;
  return conteggi;
}
