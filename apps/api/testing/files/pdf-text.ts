import { inflateSync } from 'node:zlib';

/**
 * The text of a PDF made by the portal, read back without the program that wrote it: runs in drawing order, one space between them.
 * It knows only what Typst writes: plain objects, Type 0 fonts with a ToUnicode map, `(…) Tj` and `[(…) n (…)] TJ`.
 */
export function pdfText(pdf: Buffer): string {
  const objects = readObjects(pdf);
  const pages = [...objects.values()].filter(object => /\/Type \/Page\b/.test(object.head));
  if (pages.length === 0) throw new Error('no page found');
  return pages.map(page => pageText(page.head, objects)).join(' ');
}

/** The same without any blank, since lines may break anywhere: for `toContain`. */
export function pdfGlyphs(pdf: Buffer): string {
  return withoutBlanks(pdfText(pdf));
}

export function withoutBlanks(text: string): string {
  return text.replace(/[\s\u200b]+/g, '');
}

interface PdfObject {
  readonly head: string;
  readonly stream: string;
}

function readObjects(pdf: Buffer): Map<string, PdfObject> {
  const source = pdf.toString('latin1');
  const objects = new Map<string, PdfObject>();
  for (const match of source.matchAll(/(?:^|\n)(\d+) 0 obj\n/g)) {
    const start = match.index + match[0].length;
    const end = source.indexOf('\nendobj', start);
    const body = source.slice(start, end);
    const at = body.indexOf('\nstream\n');
    const head = at < 0 ? body : body.slice(0, at);
    const data = at < 0 ? '' : body.slice(at + '\nstream\n'.length);
    objects.set(match[1] ?? '', { head, stream: head.includes('/FlateDecode') ? inflated(data) : data });
  }
  return objects;
}

function inflated(data: string): string {
  return inflateSync(Buffer.from(data, 'latin1')).toString('latin1');
}

/** A literal string may hold balanced brackets as they are (ISO 32000-1, 7.3.4.2); three deep is more than glyph numbers make. */
const within = (inner: string): string => String.raw`\((?:\\[^]|[^\\()]${inner === '' ? '' : `|${inner}`})*\)`;
const LITERAL = within(within(within('')));
const SHOWN = new RegExp(String.raw`\/(f\d+) [\d.]+ Tf|(?:${LITERAL}|[-\d. \[\]])+ T[jJ]`, 'g');

function pageText(head: string, objects: Map<string, PdfObject>): string {
  const fonts = new Map([...head.matchAll(/\/(f\d+) (\d+) 0 R/g)].map(([, name, id]) => [name, toUnicode(id ?? '', objects)]));
  const contents = objects.get(/\/Contents (\d+) 0 R/.exec(head)?.[1] ?? '')?.stream ?? '';
  let font = new Map<number, string>();
  const runs: string[] = [];
  for (const [token, name] of contents.matchAll(SHOWN)) {
    if (name) font = fonts.get(name) ?? new Map();
    else runs.push([...token.matchAll(new RegExp(LITERAL, 'g'))].map(([s]) => decode(s.slice(1, -1), font)).join(''));
  }
  return runs.join(' ');
}

function toUnicode(fontId: string, objects: Map<string, PdfObject>): Map<number, string> {
  const id = /\/ToUnicode (\d+) 0 R/.exec(objects.get(fontId)?.head ?? '')?.[1] ?? '';
  const map = objects.get(id)?.stream ?? '';
  return new Map(
    [...map.matchAll(/<([0-9A-F]{4})> <([0-9A-F]+)>/g)].map(([, glyph = '', text = '']) => [
      Number.parseInt(glyph, 16),
      Buffer.from(text, 'hex').swap16().toString('utf16le'),
    ]),
  );
}

const ESCAPES: Record<string, string> = { n: '\n', r: '\r', t: '\t', b: '\b', f: '\f' };

/** A PDF literal string of two-byte glyph numbers. */
function decode(literal: string, font: Map<number, string>): string {
  const bytes = literal.replace(/\\([0-7]{3}|[^])/g, (_all, code: string) =>
    code.length === 3 ? String.fromCharCode(Number.parseInt(code, 8)) : (ESCAPES[code] ?? code),
  );
  let text = '';
  for (let i = 0; i + 1 < bytes.length; i += 2) text += font.get(bytes.charCodeAt(i) * 256 + bytes.charCodeAt(i + 1)) ?? '';
  return text;
}
