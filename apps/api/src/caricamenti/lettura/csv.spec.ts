import { text } from 'node:stream/consumers';
import * as fc from 'fast-check';
import { csvStream } from '../../platform/csv/csv-stream.js';
import { leggiCsv } from './csv.js';

const celle = (testo: string | Buffer) => leggiCsv(Buffer.from(testo)).righe.map(r => r.celle);

describe('a CSV', () => {
  it('is read as any program writes it: quotes, separators within them, ends of line of any kind, cells that lack', () => {
    expect(celle('a;b;c\r\n"uno; due";"detto ""così""";\n"su due\r\nrighe";x\ry;;z')).toEqual([
      ['a', 'b', 'c'],
      ['uno; due', 'detto "così"'],
      ['su due\r\nrighe', 'x'],
      ['y', '', 'z'],
    ]);
    expect(celle('a,b\n"x" y,"z"w\n')).toEqual([
      ['a', 'b'],
      ['x y', 'zw'],
    ]);
    expect(celle('a\tb\n1\t2;3,4')).toEqual([
      ['a', 'b'],
      ['1', '2;3,4'],
    ]);
  });

  it('tells what it is written with: letters and separator', () => {
    const come = (bytes: Buffer) => {
      const { codifica, separatore, righe } = leggiCsv(bytes);
      return [codifica, separatore, righe[0]?.celle[0]];
    };
    expect(come(Buffer.from('Città;b\n1;2'))).toEqual(['UTF-8', ';', 'Città']);
    expect(come(Buffer.from('\ufeffCittà,"a;b;c"\n1,2'))).toEqual(['UTF-8', ',', 'Città']);
    expect(come(Buffer.from('Città\tb\n1\t2', 'latin1'))).toEqual(['Windows-1252', '\t', 'Città']);
    expect(come(Buffer.from('\ufeffCittà\tb\n1\t2', 'utf16le'))).toEqual(['UTF-16', '\t', 'Città']);
  });

  it('B-8: what the portal writes, it reads back, whatever it is', async () => {
    const cella = fc.string().map(s => s.replaceAll('\0', '').trim());
    await fc.assert(
      fc.asyncProperty(fc.array(fc.tuple(cella, cella, fc.constant('fine')), { minLength: 1, maxLength: 10 }), async righe => {
        const protette = righe.map(r => r.map(c => (/^'/.test(c) ? `x${c}` : c)));
        const colonne = ['a', 'b', 'c'].map((nome, i) => [nome, (r: readonly string[]) => r[i]] as const);
        expect(celle(await text(csvStream(colonne, protette))).slice(1)).toEqual(protette);
      }),
    );
  });
});
