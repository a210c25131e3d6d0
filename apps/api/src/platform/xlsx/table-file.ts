import { FORMATI_TABELLA, type FormatoTabella } from '@tavoli/shared';
import { type CsvCell, type CsvColumn, csvStream } from '../csv/csv-stream.js';
import type { FileAnswer } from '../http/send-file.js';
import { scriviXlsx } from './xlsx.js';

/** As `ParseEnumPipe` reads it: the end of an address, `….csv` or `….xlsx`. */
export const FORMATI: Readonly<Record<FormatoTabella, FormatoTabella>> = Object.fromEntries(FORMATI_TABELLA.map(f => [f, f])) as Record<
  FormatoTabella,
  FormatoTabella
>;

/** A list to be saved. */
export interface Table<Row> {
  /** Of the file, without its ending. */
  readonly name: string;
  /** Of the sheet: at most 31 characters. */
  readonly sheet: string;
  readonly columns: readonly CsvColumn<Row>[];
  readonly rows: AsyncIterable<Row> | Iterable<Row>;
}

const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

/** The same list for who reads it with a program, row by row, and for who opens it in a sheet, where codes keep their zeros. */
export function tableFile<Row>(formato: FormatoTabella, { name, sheet, columns, rows }: Table<Row>): FileAnswer {
  return formato === 'csv'
    ? { body: csvStream(columns, rows), name: `${name}.csv`, mediaType: 'text/csv; charset=utf-8' }
    : { body: scriviXlsx(sheet, cells(columns, rows)), name: `${name}.xlsx`, mediaType: XLSX };
}

async function* cells<Row>(
  columns: readonly CsvColumn<Row>[],
  rows: AsyncIterable<Row> | Iterable<Row>,
): AsyncGenerator<readonly CsvCell[]> {
  yield columns.map(([heading]) => heading);
  for await (const row of rows) yield columns.map(([, cell]) => cell(row));
}
