import { once } from 'node:events';
import { text } from 'node:stream/consumers';
import * as fc from 'fast-check';
import { csvStream, type CsvCell, type CsvColumn } from './csv-stream.js';

type Row = readonly CsvCell[];

function written(rows: readonly Row[], width: number): Promise<string> {
  const columns = Array.from({ length: width }, (_, i): CsvColumn<Row> => [`c${i}`, row => row[i]]);
  return text(csvStream(columns, rows));
}

/** RFC 4180 with `;`, written from the RFC: records of cells, the BOM and the heading taken off. */
function parsed(csv: string): string[][] {
  const records: string[][] = [[]];
  for (const [, quoted, plain = '', end] of csv.replace(/^\ufeff/, '').matchAll(/(?:"((?:[^"]|"")*)"|([^";\r\n]*))(;|\r\n)/gy)) {
    records.at(-1)?.push(quoted?.replaceAll('""', '"') ?? plain);
    if (end === '\r\n') records.push([]);
  }
  return records.slice(1, -1);
}

/** What Excel, LibreOffice and Sheets would run, as OWASP lists it. */
const DANGEROUS = ['=', '+', '-', '@', '\t', '\r', '\n', '\0', '＝', '＋', '－', '＠'];

describe('csvStream', () => {
  it('writes what Excel in Italy opens with a double click', async () => {
    const columns = [
      ['Ente', (r: { nome: string; posti: number }) => r.nome],
      ['Quota', (r: { nome: string; posti: number }) => r.posti],
    ] as const;
    expect(await written([], 0)).toBe('\r\n');
    const bytes = await csvStream(columns, [{ nome: 'Città', posti: 1.5 }]).toArray();
    expect(Buffer.concat(bytes as Buffer[]).toString('hex')).toBe(Buffer.from('\ufeffEnte;Quota\r\nCittà;1,5\r\n').toString('hex'));
  });

  it('writes numbers as numbers, yes and no in Italian, and nothing for what is missing', async () => {
    expect(parsed(await written([[-5, true, false, null, undefined, Number.NaN]], 6))).toEqual([['-5', 'sì', 'no', '', '', '']]);
  });

  it.each(DANGEROUS)('B-8: puts a quote before a cell that begins with %j', async start => {
    expect(parsed(await written([[`${start}1+1`]], 1))).toEqual([[`'${start}1+1`]]);
  });

  it.each(['  =1+1', '\u00a0@SUM(A1)', '\ufeff=1+1', '\u3000＝1'])('B-8: is not deceived by blanks before the formula: %j', async cell => {
    expect(parsed(await written([[cell]], 1))).toEqual([[`'${cell}`]]);
  });

  it.each(['Associazione "Il Ponte"; sezione di Rossano', 'a,b', 'due\r\nrighe', '0983 123456', 'D’Angelo', "l'ente", ' con spazi '])(
    'leaves %j as it is',
    async cell => {
      expect(parsed(await written([[cell, 'x']], 2))).toEqual([[cell, 'x']]);
    },
  );

  it('B-8: any table reads back equal, but for the quote before formulas, and holds no formula', async () => {
    const hostile = fc
      .tuple(fc.constantFrom(...DANGEROUS, '"', ';', ' ', '\r\n', "'"), fc.string({ unit: 'binary' }))
      .map(parts => parts.join(''));
    const cell = fc.oneof(fc.string({ unit: 'binary' }), fc.string(), hostile).map(value => value.toWellFormed());
    const untouched = (value: string) => !DANGEROUS.includes(value.trimStart().slice(0, 1)) && !DANGEROUS.includes(value.slice(0, 1));
    await fc.assert(
      fc.asyncProperty(fc.array(fc.tuple(cell, cell, cell), { maxLength: 20 }), async rows => {
        const back = parsed(await written(rows, 3));
        expect(back.map(row => row.length)).toEqual(rows.map(() => 3));
        expect(back.flat().filter(value => DANGEROUS.includes(value.slice(0, 1)))).toEqual([]);
        expect(back.flat()).toEqual(rows.flat().map(value => (untouched(value) ? value : `'${value}`)));
      }),
      { numRuns: 1000 },
    );
  });

  it('reads rows only as fast as they are taken, and stops reading when the reader goes away', async () => {
    let read = 0;
    let released = false;
    async function* rows(): AsyncGenerator<Row> {
      try {
        for (;;) yield [`riga ${(read += 1)} ${'x'.repeat(1000)}`];
      } finally {
        released = true;
      }
    }
    const columns: CsvColumn<Row>[] = [['c', row => row[0]]];
    const stream = csvStream(columns, rows());
    const [first] = (await once(stream, 'data')) as [Buffer];
    expect(String(first)).toContain('riga 1 ');
    stream.destroy();
    await once(stream, 'close');
    expect(released).toBe(true);
    expect(read).toBeLessThan(500);
  });

  it('passes on the failure of the reading', async () => {
    async function* rows(): AsyncGenerator<Row> {
      yield ['prima'];
      throw new Error('cursor lost');
    }
    await expect(text(csvStream([['c', (row: Row) => row[0]]], rows()))).rejects.toThrow('cursor lost');
  });

  it('streams 200,000 rows', async () => {
    const rows = function* (): Generator<Row> {
      for (let i = 0; i < 200_000; i++) yield [i, `Ente ${i}`];
    };
    let bytes = 0;
    for await (const chunk of csvStream(
      [
        ['n', (r: Row) => r[0]],
        ['ente', (r: Row) => r[1]],
      ],
      rows(),
    ))
      bytes += (chunk as Buffer).length;
    expect(bytes).toBeGreaterThan(3_000_000);
  });
});
