import { Documento } from './documento.schema.js';
import { figli, misura, testoDi } from './nodi.js';
import { contieneOmissis } from './omissis.js';
import { ripulisci } from './ripulisci.js';

const t = (text: string, marks?: unknown[]) => ({ type: 'text', text, ...(marks ? { marks } : {}) });
const p = (...content: unknown[]) => ({ type: 'paragraph', content });
const doc = (...content: unknown[]) => ({ type: 'doc', content });
const riga = (...celle: string[]) => ({
  type: 'tableRow',
  content: celle.map(c => ({ type: 'tableCell', attrs: { colspan: 1 }, content: [p(t(c))] })),
});

describe('what is left of what is pasted', () => {
  it('loses marks and attributes that are not ours, and keeps the words', () => {
    const incollato = doc({
      ...p(t('Il '), t('tavolo', [{ type: 'underline' }, { type: 'bold' }]), { type: 'hardBreak' }, t('decide')),
      attrs: { align: 'center' },
    });
    expect(ripulisci(incollato)).toEqual(doc(p(t('Il '), t('tavolo', [{ type: 'bold' }]), t(' decide'))));
  });

  it('opens nodes that it does not know', () => {
    const incollato = doc(
      { type: 'blockquote', content: [p(t('dentro')), t('sciolto')] },
      { type: 'heading', attrs: { level: 1 }, content: [t('Titolo')] },
    );
    expect(ripulisci(incollato)).toEqual(
      doc(p(t('dentro')), p(t('sciolto')), { type: 'heading', attrs: { level: 3 }, content: [t('Titolo')] }),
    );
  });

  it('drops a link that leads nowhere good, and puts right one that is only badly written', () => {
    const link = (href: string) => t('qui', [{ type: 'link', attrs: { href, target: '_blank' } }]);
    expect(ripulisci(doc(p(link('javascript:alert(1)'))))).toEqual(doc(p(t('qui'))));
    expect(ripulisci(doc(p(link(' HTTPS://esempio.it/A '))))).toEqual(
      doc(p(t('qui', [{ type: 'link', attrs: { href: 'https://esempio.it/A' } }]))),
    );
  });

  it('never uncovers an omissis, whatever its reason became', () => {
    for (const attrs of [undefined, {}, { motivo: '\u0000' }, { motivo: 7 }, { motivo: 'x'.repeat(500) }]) {
      expect(contieneOmissis(ripulisci(doc(p(t('riservato', [{ type: 'omissis', attrs }])))))).toBe(true);
    }
  });

  it('flattens lists that are too deep', () => {
    let lista: unknown = p(t('in fondo'));
    for (let i = 0; i < 6; i += 1) lista = { type: 'bulletList', content: [{ type: 'listItem', content: [p(t(`voce ${i}`)), lista] }] };
    expect(testoDi(ripulisci(doc(lista)))).toBe('voce 5\nvoce 4\nvoce 3\nvoce 2\nvoce 1\nvoce 0\nin fondo');
  });

  it('fills short rows, parts long tables, and unrolls wide ones', () => {
    expect(testoDi(ripulisci(doc({ type: 'table', content: [riga('a', 'b'), riga('c')] })))).toBe('a\tb\nc\t');
    const lunga = ripulisci(doc({ type: 'table', content: Array.from({ length: 130 }, (_, i) => riga(`${i}`)) }));
    expect(lunga.content.map(b => figli(b).length)).toEqual([60, 60, 10]);
    expect(ripulisci(doc({ type: 'table', content: [riga('1', '2', '3', '4', '5', '6', '7')] }))).toEqual(doc(p(t('1 2 3 4 5 6 7'))));
  });

  it('stops where a document is full', () => {
    const lungo = ripulisci(doc(...Array.from({ length: 30 }, () => p(t('👋'.repeat(2_500))))));
    expect(misura(lungo).caratteri).toBe(100_000);
    // The last place is for half of a character only: it stays empty.
    expect(misura(ripulisci(doc(p(t(`x${'👋'.repeat(60_000)}`))))).caratteri).toBe(99_999);
    const fitto = ripulisci(
      doc({ type: 'bulletList', content: Array.from({ length: 4_000 }, () => ({ type: 'listItem', content: [p(t('x'))] })) }),
    );
    expect(misura(fitto).nodi).toBeGreaterThan(4_990);
    expect([lungo, fitto].every(d => Documento.safeParse(d).success)).toBe(true);
  });

  it('survives what turns in a ring', () => {
    const anello: { type: string; content: unknown[] } = { type: 'section', content: [p(t('x'))] };
    anello.content.push(anello, anello);
    expect(Documento.safeParse(ripulisci(anello)).success).toBe(true);
  });
});
