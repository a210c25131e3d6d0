import { Readable } from 'node:stream';
import type { CsvCell } from '../csv/csv-stream.js';
import { inMemoria, zip } from '../zip/zip.js';

const TESTA = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const REL = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const PACCHETTO = 'http://schemas.openxmlformats.org/package/2006';

const FISSE: Readonly<Record<string, string>> = {
  '[Content_Types].xml': `<Types xmlns="${PACCHETTO}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/><Override PartName="/xl/worksheets/sheet1.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml"/></Types>`,
  '_rels/.rels': `<Relationships xmlns="${PACCHETTO}/relationships"><Relationship Id="rId1" Type="${REL}/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
  'xl/_rels/workbook.xml.rels': `<Relationships xmlns="${PACCHETTO}/relationships"><Relationship Id="rId1" Type="${REL}/worksheet" Target="worksheets/sheet1.xml"/></Relationships>`,
};

const xml = (testo: string): string =>
  testo
    // What XML cannot hold is left out; a return is written so that no reader folds it.
    .replace(/[\0-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]/g, '')
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
    .replaceAll('\r', '&#13;');

/** `A`, `B`, …, `AA`. */
function lettere(n: number): string {
  return n < 26 ? String.fromCharCode(65 + n) : lettere(Math.floor(n / 26) - 1) + lettere(n % 26);
}

/** What a reader would take for an escape of a letter is written as itself. */
const testo = (t: string): string => xml(t.replace(/_(?=x[0-9A-Fa-f]{4}_)/g, '_x005F_'));

function cella(valore: CsvCell, posto: string): string {
  if (valore === null || valore === undefined || valore === '') return '';
  if (typeof valore === 'number') return Number.isFinite(valore) ? `<c r="${posto}"><v>${valore}</v></c>` : '';
  const t = typeof valore === 'boolean' ? (valore ? 'sì' : 'no') : valore;
  return `<c r="${posto}" t="inlineStr"><is><t xml:space="preserve">${testo(t)}</t></is></c>`;
}

const riga = (celle: readonly CsvCell[], n: number): string =>
  `<row r="${n}">${celle.map((valore, i) => cella(valore, `${lettere(i)}${n}`)).join('')}</row>`;

/** The rows as they are read, kept: an archive measures a file before it writes it. */
async function foglioDi(righe: AsyncIterable<readonly CsvCell[]> | Iterable<readonly CsvCell[]>): Promise<Buffer> {
  const pezzi = [Buffer.from(`${TESTA}<worksheet xmlns="${MAIN}"><sheetData>`)];
  let n = 0;
  for await (const celle of righe) pezzi.push(Buffer.from(riga(celle, ++n)));
  return Buffer.concat([...pezzi, Buffer.from('</sheetData></worksheet>')]);
}

/**
 * A workbook of one sheet: numbers are numbers, and whatever else is text, so that no cell can be a formula and no code loses its zeros. All of it stands in
 * memory until it is sent, some hundreds of bytes a row: for the lists of an ambito.
 */
export function scriviXlsx(foglio: string, righe: AsyncIterable<readonly CsvCell[]> | Iterable<readonly CsvCell[]>): Readable {
  return Readable.from(archivio(foglio, righe), { objectMode: false });
}

async function* archivio(foglio: string, righe: AsyncIterable<readonly CsvCell[]> | Iterable<readonly CsvCell[]>): AsyncGenerator<Buffer> {
  const parti: Readonly<Record<string, Buffer>> = {
    ...Object.fromEntries(Object.entries(FISSE).map(([percorso, parte]) => [percorso, Buffer.from(TESTA + parte)])),
    'xl/workbook.xml': Buffer.from(
      `${TESTA}<workbook xmlns="${MAIN}" xmlns:r="${REL}"><sheets><sheet name="${xml(foglio)}" sheetId="1" r:id="rId1"/></sheets></workbook>`,
    ),
    'xl/worksheets/sheet1.xml': await foglioDi(righe),
  };
  yield* zip(Object.entries(parti).map(([percorso, bytes]) => ({ percorso, apri: inMemoria(bytes) })));
}
