import { senzaControlli } from '../../kernel/text.js';
import { HREF_MASSIMO, type Blocco, type BloccoDiTesto, type Documento, type Nodo, type Segno, type Testo } from './documento.tipi.js';

/** One line, in NFC, without what nobody can see; line ends and tabs become spaces. */
export function puliziaTesto(value: string): string {
  return senzaControlli(value)
    .replace(/[\t\n]/g, ' ')
    .normalize('NFC');
}

export function testoAmmesso(value: string): boolean {
  return puliziaTesto(value) === value;
}

/** An authority without user name (it is there only to deceive), then anything that needs no quoting. */
const WEB = /^https?:\/\/[^\s/?#@"<>\\^`{|}]+(?:[/?#][^\s"<>\\^`{|}]*)?$/;
const POSTA = /^mailto:[^\s"<>\\^`{|}@?]+@[^\s"<>\\^`{|}@?]+(?:\?[^\s"<>\\^`{|}]*)?$/;

export function hrefAmmesso(href: string): boolean {
  return href.length <= HREF_MASSIMO && testoAmmesso(href) && (WEB.test(href) || POSTA.test(href));
}

/** The nodes inside, whatever the node. */
export function figli(nodo: Nodo): readonly Nodo[] {
  return nodo.type === 'text' ? [] : (nodo.content ?? []);
}

/** How much of the limits the node takes, itself included. */
export function misura(nodo: Nodo): { caratteri: number; nodi: number } {
  const totale = { caratteri: nodo.type === 'text' ? nodo.text.length : 0, nodi: 1 };
  for (const figlio of figli(nodo)) {
    const parte = misura(figlio);
    totale.caratteri += parte.caratteri;
    totale.nodi += parte.nodi;
  }
  return totale;
}

/** Paragraphs and headings, in reading order, wherever they stand. */
export function* blocchiDiTesto(nodo: Nodo): Generator<BloccoDiTesto> {
  if (nodo.type === 'paragraph' || nodo.type === 'heading') yield nodo;
  else for (const figlio of figli(nodo)) yield* blocchiDiTesto(figlio);
}

/** The same tree with every paragraph and heading changed by `cambia`. */
export function conTesti<T extends Nodo>(nodo: T, cambia: (testi: readonly Testo[]) => Testo[]): T {
  if (nodo.type === 'text') return nodo;
  if (nodo.type !== 'paragraph' && nodo.type !== 'heading') {
    return { ...nodo, content: figli(nodo).map(figlio => conTesti(figlio, cambia)) } as T;
  }
  const { content = [], ...resto } = nodo;
  const nuovi = cambia(content);
  return (nuovi.length > 0 ? { ...resto, content: nuovi } : resto) as T;
}

const ORDINE = ['link', 'bold', 'italic', 'omissis'];

/** Marks in one order, and no list of marks where there are none. */
export function testo(text: string, marks: readonly Segno[] = []): Testo {
  if (marks.length === 0) return { type: 'text', text };
  return { type: 'text', text, marks: [...marks].sort((a, b) => ORDINE.indexOf(a.type) - ORDINE.indexOf(b.type)) };
}

export function segnoDi<T extends Segno['type']>(t: Testo, tipo: T): Extract<Segno, { type: T }> | undefined {
  return t.marks?.find((s): s is Extract<Segno, { type: T }> => s.type === tipo);
}

/** Objects with their keys in order: equal text, equal meaning. */
export function jsonCanonico(value: unknown): string {
  return JSON.stringify(value, (_chiave, v: unknown) =>
    v !== null && typeof v === 'object' && !Array.isArray(v)
      ? Object.fromEntries(Object.entries(v).sort(([a], [b]) => (a < b ? -1 : 1)))
      : v,
  );
}

/** Runs with the same marks become one; none is empty; each is in NFC, also where two met. */
export function compatta(testi: readonly Testo[]): Testo[] {
  const fatti: { testo: Testo; chiave: string }[] = [];
  for (const t of testi) {
    if (t.text === '') continue;
    const uno = testo(t.text, t.marks);
    const chiave = jsonCanonico(uno.marks ?? []);
    const ultimo = fatti.at(-1);
    if (ultimo?.chiave === chiave) ultimo.testo = { ...ultimo.testo, text: ultimo.testo.text + uno.text };
    else fatti.push({ testo: uno, chiave });
  }
  return fatti.map(f => ({ ...f.testo, text: f.testo.text.normalize('NFC') }));
}

/** One form for all the ways to write the same thing: what is compared when two versions meet. */
export function chiaveDi(blocco: Blocco): string {
  return jsonCanonico(conTesti(blocco, compatta));
}

export function testoDeiTesti(testi: readonly Testo[] | undefined): string {
  return (testi ?? []).map(t => t.text).join('');
}

/** Plain text: a line for each paragraph, heading and row of a table, whose cells are parted by tabs. */
export function testoDi(nodo: Nodo): string {
  if (nodo.type === 'text') return nodo.text;
  if (nodo.type === 'paragraph' || nodo.type === 'heading') return testoDeiTesti(nodo.content);
  return figli(nodo)
    .map(testoDi)
    .join(nodo.type === 'tableRow' ? '\t' : '\n');
}

/** The blocks of a document with what tells them apart and what they say. */
export function blocchi(doc: Documento): { blocco: Blocco; chiave: string; testo: string }[] {
  return doc.content.map(blocco => ({ blocco, chiave: chiaveDi(blocco), testo: testoDi(blocco) }));
}

/** Every address that the document links to, once: they too are published, and must be looked at. */
export function collegamentiDi(doc: Documento): string[] {
  const href = [...blocchiDiTesto(doc)].flatMap(b => (b.content ?? []).map(t => segnoDi(t, 'link')?.attrs.href));
  return [...new Set(href.filter(h => h !== undefined))];
}

/** The runs from one character to another, cut where needed. */
export function fetta(testi: readonly Testo[], da: number, a: number): Testo[] {
  let inizio = 0;
  return testi.flatMap(t => {
    const [p, q] = [Math.max(da - inizio, 0), Math.min(a - inizio, t.text.length)];
    inizio += t.text.length;
    return p < q ? [testo(t.text.slice(p, q), t.marks)] : [];
  });
}
