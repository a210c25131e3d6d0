import { Readable } from 'node:stream';
import { conProtezione } from '@tavoli/shared';
import { inMemoria, zip } from '../platform/zip/zip.js';

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

const riga = (celle: readonly string[], n: number): string =>
  `<row r="${n}">${celle.map((c, i) => (c === '' ? '' : `<c r="${lettere(i)}${n}" t="inlineStr"><is><t xml:space="preserve">${xml(conProtezione(c).replace(/_(?=x[0-9A-Fa-f]{4}_)/g, '_x005F_'))}</t></is></c>`)).join('')}</row>`;

/** A workbook of one sheet, all of texts: no cell can be a formula, and no code loses its zeros. */
export function scriviXlsx(foglio: string, righe: readonly (readonly string[])[]): Readable {
  const parti = {
    ...FISSE,
    'xl/workbook.xml': `<workbook xmlns="${MAIN}" xmlns:r="${REL}"><sheets><sheet name="${xml(foglio)}" sheetId="1" r:id="rId1"/></sheets></workbook>`,
    'xl/worksheets/sheet1.xml': `<worksheet xmlns="${MAIN}"><sheetData>${righe.map((celle, i) => riga(celle, i + 1)).join('')}</sheetData></worksheet>`,
  };
  const voci = Object.entries(parti).map(([percorso, testo]) => ({ percorso, apri: inMemoria(Buffer.from(TESTA + testo)) }));
  return Readable.from(zip(voci), { objectMode: false });
}
