import fc from 'fast-check';
import type { Blocco, Documento, Lista, Paragrafo, Riga, Segno, Tabella, Testo, Voce } from '../documento.tipi.js';
import { compatta, puliziaTesto, testo } from '../nodi.js';

const PAROLE = ['il', 'tavolo', 'perché', 'è', 'minori', '«decide»', 'L’ente', '2026,', 'no.', '👋', '👨', 'di', 'e', 'città'];

const parole = fc.array(fc.constantFrom(...PAROLE), { minLength: 1, maxLength: 6 }).map(p => `${p.join(' ')} `);
const strano = fc.string({ unit: 'binary', minLength: 1, maxLength: 8 }).map(puliziaTesto);
const testoLibero = fc.oneof({ weight: 4, arbitrary: parole }, { weight: 1, arbitrary: strano });

const href = fc.constantFrom(
  'https://www.esempio.it/a?b=c#d',
  'http://esempio.it',
  'mailto:ufficio@esempio.it',
  'https://xn--caff-8oa.it/%C3%A8',
);
const segni: fc.Arbitrary<Segno[]> = fc
  .record({
    bold: fc.boolean(),
    italic: fc.boolean(),
    link: fc.option(href, { freq: 4 }),
    omissis: fc.option(fc.constantFrom('dati di salute', 'minore'), { freq: 3 }),
  })
  .map(({ bold, italic, link, omissis }) => [
    ...(bold ? [{ type: 'bold' as const }] : []),
    ...(italic ? [{ type: 'italic' as const }] : []),
    ...(link ? [{ type: 'link' as const, attrs: { href: link } }] : []),
    ...(omissis ? [{ type: 'omissis' as const, attrs: { motivo: omissis } }] : []),
  ]);

const run: fc.Arbitrary<Testo> = fc.tuple(testoLibero, segni).map(([t, s]) => testo(t, s));
const inLinea = fc.array(run, { maxLength: 4 }).map(t => {
  const content = compatta(t);
  return content.length > 0 ? { content } : {};
});

export const paragrafo: fc.Arbitrary<Paragrafo> = inLinea.map(c => ({ type: 'paragraph', ...c }));
const titolo: fc.Arbitrary<Blocco> = fc
  .tuple(fc.constantFrom(3 as const, 4 as const), inLinea)
  .map(([level, c]) => ({ type: 'heading', attrs: { level }, ...c }));

function lista(livello: number): fc.Arbitrary<Lista> {
  const dentro: fc.Arbitrary<Paragrafo | Lista> = livello < 3 ? fc.oneof(paragrafo, lista(livello + 1)) : paragrafo;
  const voce: fc.Arbitrary<Voce> = fc
    .tuple(paragrafo, fc.array(dentro, { maxLength: 2 }))
    .map(([p, altri]) => ({ type: 'listItem', content: [p, ...altri] }));
  return fc.record({
    type: fc.constantFrom('bulletList' as const, 'orderedList' as const),
    content: fc.array(voce, { minLength: 1, maxLength: 3 }),
  });
}

const tabella: fc.Arbitrary<Tabella> = fc.integer({ min: 1, max: 6 }).chain(colonne => {
  const cella = fc
    .tuple(fc.constantFrom('tableHeader' as const, 'tableCell' as const), paragrafo)
    .map(([type, p]) => ({ type, content: [p] }));
  const riga = fc.array(cella, { minLength: colonne, maxLength: colonne }).map((content): Riga => ({ type: 'tableRow', content }));
  return fc.array(riga, { minLength: 1, maxLength: 4 }).map((content): Tabella => ({ type: 'table', content }));
});

export const blocco: fc.Arbitrary<Blocco> = fc.oneof(
  { weight: 5, arbitrary: paragrafo },
  { weight: 1, arbitrary: titolo },
  { weight: 2, arbitrary: lista(1) },
  { weight: 1, arbitrary: tabella },
);

/** Any document that may be stored, in the form in which we write it. */
export const documento: fc.Arbitrary<Documento> = fc
  .array(blocco, { minLength: 1, maxLength: 8 })
  .map(content => ({ type: 'doc', content }));

const TIPI = [
  'doc',
  'paragraph',
  'heading',
  'bulletList',
  'orderedList',
  'listItem',
  'table',
  'tableRow',
  'tableCell',
  'text',
  'hardBreak',
  'blockquote',
  'script',
  '__proto__',
];
const segnoGuasto = fc.record(
  {
    type: fc.constantFrom('bold', 'link', 'omissis', 'underline', 'constructor'),
    attrs: fc.record(
      {
        href: fc.oneof(href, fc.constantFrom('javascript:alert(1)', ' HTTPS://Esempio.it ', 'https://a@b.it')),
        motivo: fc.oneof(fc.string({ unit: 'binary', maxLength: 300 }), fc.anything()),
      },
      { requiredKeys: [] },
    ),
  },
  { requiredKeys: ['type'] },
);

/** What may be pasted or imported: like a document in something, in something like nothing at all. */
export const guasto: fc.Arbitrary<unknown> = fc.letrec(tie => ({
  nodo: fc.oneof(
    { depthSize: 'medium', withCrossShrink: true },
    fc.anything(),
    fc.record({
      type: fc.constant('text'),
      text: fc.oneof(fc.string({ unit: 'binary' }), parole),
      marks: fc.array(segnoGuasto, { maxLength: 3 }),
    }),
    fc.record(
      {
        type: fc.constantFrom(...TIPI),
        attrs: fc.record({ level: fc.oneof(fc.integer(), fc.anything()) }),
        content: fc.array(tie('nodo'), { maxLength: 5 }),
      },
      { requiredKeys: ['type', 'content'] },
    ),
    blocco,
  ),
})).nodo;
