import { conta } from '../kernel/italiano.js';
import type { RigaRisorse } from './risorse.schema.js';
import { ETICHETTE_CHI_PAGA, ETICHETTE_QUOTA, type Quota } from './risorse.words.js';
import type { QuadroRisorse, RisorsePerFonte } from './riepilogo.views.js';

type Importo = Pick<RigaRisorse, 'fonte' | 'centesimi'> & Partial<Pick<RigaRisorse, 'anno' | 'paga' | 'quota'>>;

/** What the sums call an amount of which year or payer is not said. */
export const NON_DETTO = '';

/** Sums by source, in euro cents, with zero for those of `fondi` that nobody pays from. Whole numbers throughout: nothing is rounded. */
export function sommaRisorse(righe: readonly Importo[], fondi: readonly { readonly codice: string }[] = []): RisorsePerFonte {
  const perFonte = { ...Object.fromEntries(fondi.map(f => [f.codice, 0])), ...somme(righe, r => r.fonte) };
  return { perFonte, totale: righe.reduce((somma, r) => somma + r.centesimi, 0) };
}

/** The same money, by source, year and payer: each of the three adds up to the whole. */
export function quadroRisorse(righe: readonly Importo[], fondi: readonly { readonly codice: string }[] = []): QuadroRisorse {
  return {
    ...sommaRisorse(righe, fondi),
    perAnno: somme(righe, annoDi),
    perChi: somme(righe, chiDi),
    sanitaria: somme(righe, r => r.quota ?? NON_DETTO)['sanitaria'] ?? 0,
  };
}

/** By source, and within each by year. */
export const perFonteEAnno = (righe: readonly Importo[]): Record<string, Record<string, number>> =>
  Object.fromEntries(gruppi(righe, r => r.fonte).map(([fonte, sue]) => [fonte, somme(sue, annoDi)]));

/** The years of the sums in their order; what is of no year comes last. */
export const anniDi = (perAnno: Readonly<Record<string, number>>): string[] =>
  Object.keys(perAnno).sort((a, b) => Number(a === NON_DETTO) - Number(b === NON_DETTO) || Number(a) - Number(b));

export const nomeAnno = (anno: string): string => (anno === NON_DETTO ? 'Anno non indicato' : anno);

type Comuni = readonly { readonly istat: string; readonly nome: string }[];
/** Who pays, in words. */
export const nomeChiPaga = (paga: string, comuni: Comuni): string =>
  paga === NON_DETTO
    ? 'Non indicato'
    : ((ETICHETTE_CHI_PAGA as Readonly<Record<string, string>>)[paga] ?? comuni.find(c => c.istat === paga)?.nome ?? paga);

/** Which things are said of these rows: what was fixed before they were asked for has none, and is read as it was. */
export const colonneRisorse = (righe: readonly RigaRisorse[]) => ({
  anno: righe.some(r => (r.anno ?? null) !== null),
  chi: righe.some(r => (r.paga ?? null) !== null),
  quota: righe.some(r => (r.quota ?? null) !== null),
});

/** A row in words; `null` where nothing is said. */
export const rigaInParole = (r: RigaRisorse, comuni: Comuni) => ({
  anno: annoDi(r) || null,
  chi: r.soggetto ?? ((r.paga ?? null) === null ? null : nomeChiPaga(chiDi(r), comuni)),
  quota: (r.quota ?? null) === null ? null : ETICHETTE_QUOTA[r.quota as Quota],
});

/** What stands below a table of money: the whole, and year by year where there is more than one; what is borne by the health service. */
export function sommeRisorse(righe: readonly Importo[]): { readonly nome: string; readonly centesimi: number }[] {
  const { totale, perAnno, sanitaria } = quadroRisorse(righe);
  const anni = anniDi(perAnno);
  return [
    ...(anni.length > 1 ? anni.map(anno => ({ nome: nomeAnno(anno), centesimi: perAnno[anno] ?? 0 })) : []),
    { nome: 'In tutto', centesimi: totale },
    ...(sanitaria > 0 ? [{ nome: 'Di cui quota sanitaria', centesimi: sanitaria }] : []),
  ];
}

/** What is still to be said of the money before the scheda is handed in. What was approved before it was asked for (the keys are not there) is left alone. */
export function mancanzeRisorse(righe: readonly RigaRisorse[]): string[] {
  const senza = (campo: 'anno' | 'paga' | 'quota') => righe.flatMap((r, i) => (r[campo] === null ? [String(i + 1)] : []));
  const detto = (una: string, molte: string, quali: readonly string[]) =>
    quali.length === 0 ? [] : [`${quali.length === 1 ? una : molte} ${inFila(quali)}.`];
  return [
    ...(sommaRisorse(righe).totale === 0 ? ['Le risorse sono tutte a zero: scrivi gli importi.'] : []),
    ...detto('Scrivi l’anno della risorsa', 'Scrivi l’anno delle risorse', senza('anno')),
    ...detto('Scegli chi paga la risorsa', 'Scegli chi paga le risorse', senza('paga')),
    ...detto('Scegli la quota della risorsa', 'Scegli la quota delle risorse', senza('quota')),
  ];
}

const MOSTRATE = 10;
/** `1, 2 e 3`; beyond ten, how many others. */
function inFila(quali: readonly string[]): string {
  const altre = quali.length - MOSTRATE;
  if (altre > 0) return `${quali.slice(0, MOSTRATE).join(', ')} e ${conta(altre, 'altra', 'altre')}`;
  return quali.length === 1 ? (quali[0] ?? '') : `${quali.slice(0, -1).join(', ')} e ${quali.at(-1) ?? ''}`;
}

const annoDi = (r: Importo): string => String(r.anno ?? NON_DETTO);
const chiDi = (r: Importo): string => r.paga ?? NON_DETTO;

function gruppi<R>(righe: readonly R[], chiave: (riga: R) => string): [string, R[]][] {
  const trovati = new Map<string, R[]>();
  for (const r of righe) trovati.set(chiave(r), [...(trovati.get(chiave(r)) ?? []), r]);
  return [...trovati];
}

const somme = <R extends { readonly centesimi: number }>(righe: readonly R[], chiave: (riga: R) => string): Record<string, number> =>
  Object.fromEntries(gruppi(righe, chiave).map(([k, sue]) => [k, sue.reduce((somma, r) => somma + r.centesimi, 0)]));
