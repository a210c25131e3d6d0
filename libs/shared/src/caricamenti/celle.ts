import type { Campo, Celle, DefinizioneTipo } from './campo.js';

type Nodo = Record<string, unknown>;

/** As it is compared: no capitals, accents, signs. */
export const semplice = (testo: string): string =>
  testo
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, ' ')
    .trim();

const SEPARA_ELENCO = ' | ';

/** What a form would send for the cell. What cannot be read stays as it is: the schema of the form says what is wrong. */
export function leggiCella({ come }: Campo, cella: string): unknown {
  switch (come.forma) {
    case 'testo':
      return cella;
    case 'intero':
      return /^\d{1,3}(?:\.\d{3})+$|^\d{1,12}$/.test(cella) ? Number(cella.replaceAll('.', '')) : cella;
    case 'giorno':
      return giornoIso(cella) ?? cella;
    case 'elenco':
      return cella
        .split(/[|\n]/)
        .map(v => v.trim())
        .filter(v => v !== '');
    case 'scelta':
      return Object.entries(come.valori).find(coppia => coppia.some(v => semplice(v) === semplice(cella)))?.[0] ?? cella;
  }
}

/** The cell of a value: what `leggiCella` reads back as the same. */
export function scriviCella({ come }: Campo, valore: unknown): string {
  if (valore === null || valore === undefined) return '';
  if (Array.isArray(valore)) return valore.join(SEPARA_ELENCO);
  const testo = String(valore as string | number);
  if (come.forma === 'scelta') return come.valori[testo] ?? testo;
  return come.forma === 'giorno' ? testo.replace(/^(\d{4})-(\d{2})-(\d{2})$/, '$3/$2/$1') : testo;
}

/** `2026-03-05` of `5/3/2026`, `05-03-2026` or itself; null where it is no day. */
export function giornoIso(cella: string): string | null {
  const iso = /^(\d{4})-(\d{2})-(\d{2})/.exec(cella);
  const italiano = /^(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})$/.exec(cella);
  const [anno, mese, giorno] = iso ? iso.slice(1) : italiano ? italiano.slice(1).reverse() : [];
  if (anno === undefined || mese === undefined || giorno === undefined) return null;
  const scritto = `${anno}-${mese.padStart(2, '0')}-${giorno.padStart(2, '0')}`;
  const letto = new Date(`${scritto}T00:00:00Z`);
  return Number.isNaN(letto.getTime()) || letto.toISOString().slice(0, 10) !== scritto ? null : scritto;
}

/** What the form of the kind would send for these cells. */
export function componi({ campi, gruppi }: Pick<DefinizioneTipo, 'campi' | 'gruppi'>, celle: Celle): Nodo {
  const radice: Nodo = {};
  for (const campo of campi) {
    const nomi = campo.percorso.split('.');
    const ultimo = nomi.pop() ?? '';
    const nodo = nomi.reduce((n, nome) => (n[nome] ??= {}) as Nodo, radice);
    nodo[ultimo] = leggiCella(campo, celle[campo.percorso] ?? '');
  }
  for (const gruppo of gruppi)
    if (campi.every(c => !c.percorso.startsWith(`${gruppo}.`) || (celle[c.percorso] ?? '') === '')) radice[gruppo] = null;
  return radice;
}

/** The cells of what a form would send. */
export function scomponi({ campi }: Pick<DefinizioneTipo, 'campi'>, valore: unknown): Celle {
  const dove = (percorso: string): unknown =>
    percorso.split('.').reduce<unknown>((n, nome) => (n === null || n === undefined ? null : (n as Nodo)[nome]), valore);
  return Object.fromEntries(campi.map(campo => [campo.percorso, scriviCella(campo, dove(campo.percorso))]));
}

/** Which field each column is: as it was last time, else by its heading. No field twice. */
export function indovina(
  { campi }: Pick<DefinizioneTipo, 'campi'>,
  intestazioni: readonly string[],
  ricordate: Readonly<Record<string, string>> = {},
): (string | null)[] {
  const presi = new Set<string>();
  return intestazioni.map(intestazione => {
    const detto = semplice(intestazione);
    const trovato =
      campi.find(c => ricordate[detto] === c.percorso && !presi.has(c.percorso)) ??
      campi.find(c => !presi.has(c.percorso) && [c.nome, c.percorso, ...c.altriNomi].some(nome => semplice(nome) === detto));
    if (detto === '' || trovato === undefined) return null;
    presi.add(trovato.percorso);
    return trovato.percorso;
  });
}

/** Fields that the kind cannot do without, and that no column gives. */
export const campiMancanti = ({ campi }: Pick<DefinizioneTipo, 'campi'>, colonne: readonly (string | null)[]): Campo[] =>
  campi.filter(c => c.obbligatorio && !colonne.includes(c.percorso));

/** A text that a spreadsheet would take for a formula, after any blanks. */
const FORMULA = /^(?:[\t\r\n]|\s*[\0=+\-@\uff1d\uff0b\uff0d\uff20])/;
const FORMULA_PROTETTA = /^'+(?:[\t\r\n]|\s*[\0=+\-@\uff1d\uff0b\uff0d\uff20])/;

/** What begins as a protected formula gets one more sign, so that `senzaProtezione` gives back what there was. */
export const conProtezione = (testo: string): string => (FORMULA_PROTETTA.test(testo) ? `'${testo}` : testo);
/** Without the sign that exports put before what a spreadsheet would run as a formula. */
export const senzaProtezione = (cella: string): string => (FORMULA_PROTETTA.test(cella) ? cella.slice(1) : cella);
export const eFormula = (testo: string): boolean => FORMULA.test(testo);
