import { OSCURATO, type Taglio } from '../verbali/documento/index.js';

/** A piece of a published text, as it is offered to be blacked out. `chiave` is its own within the thing; `dove` says where it stands. */
export interface Brano {
  readonly chiave: string;
  readonly dove: string;
  readonly testo: string;
}

/** Cuts in order and apart: those that touch or overlap are one, none divides a character, none goes beyond the text. */
export function unisciTagli(testo: string, tagli: readonly Taglio[]): Taglio[] {
  const half = (at: number): boolean => /[\udc00-\udfff]/.test(testo.charAt(at)) && /[\ud800-\udbff]/.test(testo.charAt(at - 1));
  const interi = tagli
    .map(t => ({ dal: half(t.dal) ? t.dal - 1 : t.dal, al: Math.min(half(t.al) ? t.al + 1 : t.al, testo.length) }))
    .filter(t => t.dal < t.al)
    .sort((a, b) => a.dal - b.dal);
  const uniti: { dal: number; al: number }[] = [];
  for (const t of interi) {
    const ultimo = uniti.at(-1);
    if (ultimo && t.dal <= ultimo.al) ultimo.al = Math.max(ultimo.al, t.al);
    else uniti.push(t);
  }
  return uniti;
}

/** The text with `[oscurato]` in the place of each cut. */
export function oscuraTesto(testo: string, tagli: readonly Taglio[]): string {
  let fatto = '';
  let da = 0;
  for (const { dal, al } of unisciTagli(testo, tagli)) {
    fatto += testo.slice(da, dal) + OSCURATO;
    da = al;
  }
  return fatto + testo.slice(da);
}

/** Shorter words would be found everywhere by chance. */
export const PAROLA_MINIMA = 2;

const LETTERA = /[\p{L}\p{N}]/u;
const SPAZIO = /\s/;

/** A text as it is compared: small letters, one space for each run of them; `posti` is where each of its units stands in the original, and the end of it. */
function piano(testo: string): { testo: string; posti: number[] } {
  const posti: number[] = [];
  let fatto = '';
  for (let i = 0; i < testo.length; i++) {
    const unita = testo.charAt(i);
    const spazio = SPAZIO.test(unita);
    if (spazio && fatto.endsWith(' ')) continue;
    const piccola = unita.toLowerCase();
    fatto += spazio ? ' ' : piccola.length === 1 ? piccola : unita;
    posti.push(i);
  }
  return { testo: fatto, posti: [...posti, testo.length] };
}

/**
 * Where the same words stand in a text, whatever their case and the spaces between them; never inside a longer word. Words shorter than `PAROLA_MINIMA` are
 * nowhere.
 */
export function ricorrenze(testo: string, parole: readonly string[]): Taglio[] {
  const dove = piano(testo);
  return unisciTagli(
    testo,
    parole.flatMap(p => volte(testo, dove, piano(p.trim()).testo)),
  );
}

function volte(testo: string, dove: ReturnType<typeof piano>, parola: string): Taglio[] {
  if (parola.length < PAROLA_MINIMA || parola === OSCURATO) return [];
  const trovate: Taglio[] = [];
  for (let i = dove.testo.indexOf(parola); i >= 0; i = dove.testo.indexOf(parola, i + 1)) {
    const dal = dove.posti[i] ?? 0;
    // Of what ends in a space of several, the first alone: the words end before it.
    const al = (dove.posti[i + parola.length - 1] ?? 0) + 1;
    const dentro = (a: number) => a > 0 && LETTERA.test(testo.charAt(a - 1)) && LETTERA.test(testo.charAt(a));
    if (!dentro(dal) && !dentro(al)) trovate.push({ dal, al });
  }
  return trovate;
}

/** What was chosen, by the `chiave` of each brano. */
export type Scelti = ReadonlyMap<string, readonly Taglio[]>;

/**
 * The words that were chosen, each once, as they are looked for elsewhere: whole words, and apart where something else was left out between them.
 */
export function paroleScelte(brani: readonly Brano[], scelti: Scelti): string[] {
  const parole = brani.flatMap(b => unisciTagli(b.testo, scelti.get(b.chiave) ?? []).flatMap(t => intere(b.testo, t).split(SEGNI)));
  return [...new Set(parole.map(p => p.trim()))].filter(p => p.length >= PAROLA_MINIMA && /[\p{L}\p{N}]/u.test(p));
}

const SEGNI = /\[(?:omissis|oscurato)\]/;

/** The passage with the rest of the words that it begins or ends in. */
function intere(testo: string, { dal, al }: Taglio): string {
  let [da, a] = [dal, al];
  while (da > 0 && LETTERA.test(testo.charAt(da)) && LETTERA.test(testo.charAt(da - 1))) da -= 1;
  while (a < testo.length && LETTERA.test(testo.charAt(a - 1)) && LETTERA.test(testo.charAt(a))) a += 1;
  return testo.slice(da, a);
}
