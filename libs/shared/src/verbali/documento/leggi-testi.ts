import { MOTIVO_MASSIMO, NODI_MASSIMI, type Segno, type Testo } from './documento.tipi.js';
import { compatta, hrefAmmesso, puliziaTesto, testo } from './nodi.js';

/** What comes from outside may be anything: also endless, or in a ring. */
export const PROFONDITA_LETTA = 100;
/** A passage that somebody left out stays so, also where the reason was lost. */
const MOTIVO_PERSO = 'Motivo da indicare';

/** How much more is read: well over what a document holds, for the nodes that will fall away. */
export interface Lettura {
  nodi: number;
}
export const nuovaLettura = (): Lettura => ({ nodi: NODI_MASSIMI * 20 });

const oggetto = (v: unknown): Record<string, unknown> => (v !== null && typeof v === 'object' ? (v as Record<string, unknown>) : {});
export const tipoDi = (v: unknown) => oggetto(v)['type'];
export const attributi = (v: unknown) => oggetto(oggetto(v)['attrs']);

/** The nodes inside, as long as there is something left to read. */
export function contenuto(v: unknown, lettura: Lettura): unknown[] {
  const content = oggetto(v)['content'];
  if (!Array.isArray(content)) return [];
  const letti: unknown[] = content.slice(0, Math.max(lettura.nodi, 0));
  lettura.nodi -= letti.length;
  return letti;
}

function collegamento(href: unknown): Segno[] {
  if (typeof href !== 'string') return [];
  const scritto = href.trim().replace(/^(?:https?|mailto):/i, schema => schema.toLowerCase());
  return hrefAmmesso(scritto) ? [{ type: 'link', attrs: { href: scritto } }] : [];
}

function omissis(grezzo: unknown): Segno {
  const motivo = typeof grezzo === 'string' ? puliziaTesto(puliziaTesto(grezzo).slice(0, MOTIVO_MASSIMO)) : '';
  return { type: 'omissis', attrs: { motivo: motivo.trim() === '' ? MOTIVO_PERSO : motivo } };
}

function segno(v: unknown): Segno[] {
  const tipo = tipoDi(v);
  if (tipo === 'bold' || tipo === 'italic') return [{ type: tipo }];
  if (tipo === 'link') return collegamento(attributi(v)['href']);
  return tipo === 'omissis' ? [omissis(attributi(v)['motivo'])] : [];
}

/** At most one mark of each type: the first. */
function segni(v: unknown): Segno[] {
  const marks = oggetto(v)['marks'];
  const buoni = Array.isArray(marks) ? marks.slice(0, 50).flatMap(segno) : [];
  return buoni.filter((s, i) => buoni.findIndex(x => x.type === s.type) === i);
}

function raccogli(v: unknown, lettura: Lettura, livello: number): Testo[] {
  const text = oggetto(v)['text'];
  if (tipoDi(v) === 'text') return typeof text === 'string' ? [testo(puliziaTesto(text), segni(v))] : [];
  if (tipoDi(v) === 'hardBreak') return [testo(' ')];
  if (livello > PROFONDITA_LETTA) return [];
  return contenuto(v, lettura).flatMap((figlio, i) => [
    ...(i > 0 && 'content' in oggetto(figlio) ? [testo(' ')] : []),
    ...raccogli(figlio, lettura, livello + 1),
  ]);
}

/** All the text inside a node, whatever the nodes between; what parted two paragraphs or two lines is a space. */
export function leggiTesti(v: unknown, lettura: Lettura): { content?: Testo[] } {
  const content = compatta(raccogli(v, lettura, 0));
  return content.length > 0 ? { content } : {};
}
