import { buffer } from 'node:stream/consumers';
import type { Readable } from 'node:stream';
import { leggiTabella } from '../../caricamenti/lettura/leggi.js';
import { tableFile } from './table-file.js';

const LISTA = {
  name: 'enti',
  sheet: 'Enti',
  columns: [
    ['Codice fiscale', (r: (typeof RIGHE)[number]) => r.cf],
    ['Posti', (r: (typeof RIGHE)[number]) => r.posti],
    ['In regola', (r: (typeof RIGHE)[number]) => r.inRegola],
    ['Nota', (r: (typeof RIGHE)[number]) => r.nota],
  ] as const,
};
const RIGHE = [
  { cf: '00123456789', posti: 2.5, inRegola: true, nota: '=SOMMA(A1) & <b>' },
  { cf: '', posti: 0, inRegola: false, nota: null },
];

it('a workbook keeps the zeros of codes, numbers as numbers, and words as words whatever they begin with', async () => {
  const { body, name } = tableFile('xlsx', { ...LISTA, rows: RIGHE });
  expect(name).toBe('enti.xlsx');
  const bytes = await buffer(body as Readable);
  const testo = bytes.toString();
  expect(testo).toContain('<c r="B2"><v>2.5</v></c>');
  expect(testo).toContain('>00123456789<');
  expect(testo).not.toContain('<f>');
  const { righe } = await leggiTabella(bytes);
  expect(righe.map(r => r.celle)).toEqual([
    ['Codice fiscale', 'Posti', 'In regola', 'Nota'],
    ['00123456789', '2,5', 'sì', '=SOMMA(A1) & <b>'],
    ['', '0', 'no'],
  ]);
});

it('the same list is a CSV, row by row', async () => {
  const { body, name, mediaType } = tableFile('csv', { ...LISTA, rows: RIGHE });
  expect([name, mediaType]).toEqual(['enti.csv', 'text/csv; charset=utf-8']);
  expect((await buffer(body as Readable)).toString()).toContain('00123456789;2,5;sì;');
});
