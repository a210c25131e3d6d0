import { Readable } from 'node:stream';

export type CsvCell = string | number | boolean | null | undefined;
/** A heading, and how to get its cell from a row. */
export type CsvColumn<Row> = readonly [heading: string, cell: (row: Row) => CsvCell];

/** Excel in Italy takes UTF-8 only with this mark, and parts cells at `;` because the comma is for decimals. */
const BOM = '\ufeff';
const SEPARATOR = ';';
const RECORD_END = '\r\n';
/** Rows are sent in pieces of about this many characters: a row a write would be slow. */
const CHUNK = 16 * 1024;

/**
 * A cell that a spreadsheet would take for a formula: it begins, after any blanks, with one of `= + - @` (half or full width), or with
 * a control that importers skip before they look (TAB, CR, LF, NUL).
 */
const FORMULA = /^(?:[\t\r\n]|\s*[\0=+\-@\uff1d\uff0b\uff0d\uff20])/;
const TO_QUOTE = /[;,"\r\n\t]|^\s|\s$/;

/**
 * A CSV file (RFC 4180 quoting, `;`, UTF-8 with BOM, CRLF) written while `rows` are read, in constant memory. Text that a spreadsheet
 * would run as a formula gets a `'` before it; numbers are written with a decimal comma. Destroying the stream ends the reading.
 */
export function csvStream<Row>(columns: readonly CsvColumn<Row>[], rows: AsyncIterable<Row> | Iterable<Row>): Readable {
  return Readable.from(chunks(columns, rows), { objectMode: false });
}

async function* chunks<Row>(columns: readonly CsvColumn<Row>[], rows: AsyncIterable<Row> | Iterable<Row>): AsyncGenerator<Buffer> {
  let text = BOM + record(columns.map(([heading]) => heading));
  for await (const row of rows) {
    text += record(columns.map(([, cell]) => cell(row)));
    if (text.length < CHUNK) continue;
    yield Buffer.from(text);
    text = '';
  }
  if (text !== '') yield Buffer.from(text);
}

function record(cells: readonly CsvCell[]): string {
  return cells.map(field).join(SEPARATOR) + RECORD_END;
}

function field(cell: CsvCell): string {
  if (cell === null || cell === undefined) return '';
  // A number holds only digits: a minus in front of it is no formula.
  if (typeof cell === 'number') return Number.isFinite(cell) ? String(cell).replace('.', ',') : '';
  if (typeof cell === 'boolean') return cell ? 'sì' : 'no';
  const text = FORMULA.test(cell) ? `'${cell}` : cell;
  return TO_QUOTE.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
