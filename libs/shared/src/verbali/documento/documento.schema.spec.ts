import fc from 'fast-check';
import { DOCUMENTO_VUOTO, Documento } from './documento.schema.js';
import type { Blocco } from './documento.tipi.js';
import { chiaveDi, testoDi } from './nodi.js';
import { ripulisci } from './ripulisci.js';
import { documento, guasto } from './testing/generatori.js';

const p = (text: string, marks?: unknown[]) => ({
  type: 'paragraph',
  content: [{ type: 'text', text, ...(marks ? { marks } : {}) }],
});
const doc = (...content: unknown[]) => ({ type: 'doc', content });
const voce = (...content: unknown[]) => ({ type: 'listItem', content });
const lista = (...content: unknown[]) => ({ type: 'bulletList', content });
const tabella = (righe: number, colonne: number) => ({
  type: 'table',
  content: Array.from({ length: righe }, () => ({
    type: 'tableRow',
    content: Array.from({ length: colonne }, () => ({ type: 'tableCell', content: [p('x')] })),
  })),
});
const passa = (value: unknown) => Documento.safeParse(value).success;

describe('the document of a verbale', () => {
  it('gives back every document as it is', () => {
    fc.assert(fc.property(documento, d => expect(Documento.parse(JSON.parse(JSON.stringify(d)))).toEqual(d)));
    expect(Documento.parse(DOCUMENTO_VUOTO)).toEqual(doc({ type: 'paragraph' }));
  });

  it.each([
    ['a node that is not of ours', doc({ type: 'codeBlock', content: [{ type: 'text', text: 'x' }] })],
    ['raw HTML', doc({ type: 'html', attrs: { html: '<script>' } })],
    ['an image', doc({ type: 'image', attrs: { src: 'https://x.it/a.png' } })],
    ['text without a paragraph', doc({ type: 'text', text: 'x' })],
    ['a heading of another level', doc({ type: 'heading', attrs: { level: 1 } })],
    ['a mark that is not of ours', doc(p('x', [{ type: 'underline' }]))],
    ['the same mark twice', doc(p('x', [{ type: 'bold' }, { type: 'bold' }]))],
    ['an attribute too many', doc({ type: 'paragraph', attrs: { style: 'color:red' } })],
    ['an attribute of a mark too many', doc(p('x', [{ type: 'link', attrs: { href: 'https://x.it', onclick: 'x' } }]))],
    ['an omissis without a reason', doc(p('x', [{ type: 'omissis', attrs: { motivo: ' ' } }]))],
    ['a list item that does not begin with a paragraph', doc(lista(voce(lista(voce(p('x'))))))],
    ['four lists one inside the other', doc(lista(voce(p('1'), lista(voce(p('2'), lista(voce(p('3'), lista(voce(p('4'))))))))))],
    ['seven columns', doc(tabella(1, 7))],
    ['sixty-one rows', doc(tabella(61, 1))],
    ['rows of different length', doc({ type: 'table', content: [...tabella(1, 2).content, ...tabella(1, 1).content] })],
    ['a control character', doc(p('a\u0007b'))],
    ['a line end', doc(p('a\nb'))],
    ['a bidi override', doc(p('a\u202eb'))],
    ['half a character', doc(p('a\ud800'))],
    ['text that is not in NFC', doc(p('perche\u0301'))],
    ['empty text', doc(p(''))],
    ['no block', doc()],
    ['too much text', doc(p('x'.repeat(60_000)), p('x'.repeat(40_001)))],
    ['too many nodes', doc(...Array.from({ length: 2_500 }, () => p('x')))],
  ])('refuses %s', (_nome, value) => {
    expect(passa(value)).toBe(false);
    expect(passa(ripulisci(value))).toBe(true);
  });

  it('takes all that its limits allow', () => {
    expect(passa(doc(p('x'.repeat(100_000))))).toBe(true);
    expect(passa(doc(...Array.from({ length: 2_499 }, () => p('x')), { type: 'paragraph' }))).toBe(true);
    expect(passa(doc(tabella(60, 6), lista(voce(p('1'), lista(voce(p('2'), lista(voce(p('3')))))))))).toBe(true);
  });

  it.each(['https://esempio.it', 'http://esempio.it/a?b=1#c', 'mailto:a@b.it?subject=Verbale'])('links to %s', href => {
    expect(passa(doc(p('x', [{ type: 'link', attrs: { href } }])))).toBe(true);
  });

  it.each([
    'javascript:alert(1)',
    ' https://a.it',
    'https://',
    'https://banca.it@altro.it/',
    'data:text/html,x',
    '//a.it',
    '/interno',
    'https://a.it/"x',
    'mailto:',
    `https://a.it/${'x'.repeat(2_000)}`,
    'https://a.it/\u202e',
  ])('does not link to %j', href => expect(passa(doc(p('x', [{ type: 'link', attrs: { href } }])))).toBe(false));

  it('refuses what is endlessly deep without falling over', () => {
    let profondo: unknown = p('in fondo');
    for (let i = 0; i < 50_000; i += 1) profondo = lista(voce(p('x'), profondo));
    expect(passa(doc(profondo))).toBe(false);
    expect(passa(ripulisci(doc(profondo)))).toBe(true);
  });

  it('reads as plain text, a line for each paragraph and row', () => {
    expect(testoDi(Documento.parse(doc(p('Uno'), lista(voce(p('due')), voce(p('tre'))), tabella(2, 2))))).toBe('Uno\ndue\ntre\nx\tx\nx\tx');
  });

  it('has one key for all the ways to write the same block', () => {
    const intero = p('uno due', [{ type: 'bold' }, { type: 'italic' }]) as Blocco;
    const aPezzi = {
      content: [
        { text: 'uno ', type: 'text', marks: [{ type: 'italic' }, { type: 'bold' }] },
        ...p('due', [{ type: 'bold' }, { type: 'italic' }]).content,
      ],
      type: 'paragraph',
    } as Blocco;
    expect(chiaveDi(aPezzi)).toBe(chiaveDi(intero));
  });
});

describe('cleaning what is pasted or imported', () => {
  it('always gives a document, and the second time changes nothing', () => {
    fc.assert(
      fc.property(fc.oneof(guasto, fc.anything()), value => {
        const pulito = ripulisci(value);
        expect(Documento.safeParse(pulito).error).toBeUndefined();
        expect(ripulisci(pulito)).toEqual(pulito);
      }),
      { numRuns: 500 },
    );
  });

  it('gives back a document as it is', () => {
    fc.assert(fc.property(documento, d => expect(ripulisci(d)).toEqual(d)));
  });
});
