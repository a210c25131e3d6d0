import fc from 'fast-check';
import { Documento } from './documento.schema.js';
import { blocchiDiTesto, conTesti, segnoDi, testoDi } from './nodi.js';
import { contieneOmissis, passaggiOmissis, senzaOmissis } from './omissis.js';
import { documento } from './testing/generatori.js';

const o = (text: string, altri: unknown[] = [], motivo = 'dati di salute') => ({
  type: 'text',
  text,
  marks: [...altri, { type: 'omissis', attrs: { motivo } }],
});
const t = (text: string, marks?: unknown[]) => ({ type: 'text', text, ...(marks ? { marks } : {}) });
const p = (...content: unknown[]) => ({ type: 'paragraph', content });
const doc = (...content: unknown[]) => Documento.parse({ type: 'doc', content });
const bold = { type: 'bold' };
const link = (href: string) => ({ type: 'link', attrs: { href } });
const pubblico = (...content: unknown[]) => senzaOmissis(doc(...content)).content;

/** Every omitted run says words of its own, found nowhere else: in the text, in the reason, in the address. */
const conSegreti = documento.map(d => {
  let n = 0;
  return conTesti(d, testi =>
    testi.map(x => {
      if (!segnoDi(x, 'omissis')) return x;
      n += 1;
      const marks = (x.marks ?? []).map(s =>
        s.type === 'omissis'
          ? { ...s, attrs: { motivo: `segreto${n}m` } }
          : s.type === 'link'
            ? { ...s, attrs: { href: `https://segreto${n}l.it` } }
            : s,
      );
      return { ...x, text: `segreto${n}a ${x.text}segreto${n}z`, marks };
    }),
  );
});

describe('the public twin', () => {
  it('G-4: never says an omitted word, in 2,000 generated documents', () => {
    let omessi = 0;
    fc.assert(
      fc.property(conSegreti, d => {
        const twin = senzaOmissis(d);
        omessi += passaggiOmissis(d).length;
        expect(`${JSON.stringify(twin)}${testoDi(twin)}`).not.toMatch(/segreto/i);
        expect(contieneOmissis(twin)).toBe(false);
        expect(testoDi(twin).includes('[omissis]')).toBe(contieneOmissis(d));
        expect(Documento.parse(twin)).toEqual(twin);
        expect(senzaOmissis(twin)).toEqual(twin);
      }),
      { numRuns: 2000 },
    );
    expect(omessi).toBeGreaterThan(2000);
  });

  it('says the same of a short passage and of a long one', () => {
    fc.assert(
      fc.property(documento, fc.string({ minLength: 1, maxLength: 40 }), (d, altro) => {
        const cambiato = conTesti(d, testi => testi.map(x => (segnoDi(x, 'omissis') ? { ...x, text: `${altro}${x.text}` } : x)));
        const senzaCollegamenti = (v: typeof d) =>
          senzaOmissis(conTesti(v, testi => testi.map(({ marks, ...x }) => ({ ...x, marks: marks?.filter(s => s.type !== 'link') }))));
        expect(senzaCollegamenti(cambiato)).toEqual(senzaCollegamenti(d));
      }),
    );
  });

  it('is the same text where nothing is left out', () => {
    fc.assert(
      fc.property(
        documento.filter(d => !contieneOmissis(d)),
        d => expect(senzaOmissis(d)).toEqual(d),
      ),
    );
  });

  it('joins omitted runs that touch, also when only spaces part them', () => {
    expect(pubblico(p(t('Il signor '), o('Mario'), t(' '), t(' ', [bold]), o('Rossi', [bold], 'altro'), t(' chiede')))).toEqual([
      p(t('Il signor [omissis] chiede')),
    ]);
  });

  it('keeps one sign for a paragraph left out whole, and one for several in a row', () => {
    expect(pubblico(p(o('tutto')), p(t('poi')))).toEqual([p(t('[omissis]')), p(t('poi'))]);
    expect(pubblico(p(o('tutto')), p(o('anche', [bold])), p(t('poi')))).toEqual([p(t('[omissis]')), p(t('poi'))]);
    const voce = (x: unknown) => ({ type: 'listItem', content: [p(x)] });
    expect(pubblico({ type: 'bulletList', content: [voce(o('a')), voce(o('b')), voce(t('c'))] })).toEqual([
      { type: 'bulletList', content: [voce(t('[omissis]')), voce(t('c'))] },
    ]);
  });

  it('drops the links that would tell what is left out', () => {
    const posta = link('mailto:mario.rossi@esempio.it');
    expect(pubblico(p(t('scrivi a ', [posta]), o('Mario', [posta])), p(t('qui', [posta])))).toEqual([
      p(t('scrivi a [omissis]')),
      p(t('qui')),
    ]);
    expect(pubblico(p(o('Mario Rossi'), t(' sul '), t('sito', [link('https://esempio.it/mario-rossi')])))).toEqual([
      p(t('[omissis] sul sito')),
    ]);
    expect(pubblico(p(o('scrivere a mario.rossi@esempio.it'), t(' qui', [posta])))).toEqual([p(t('[omissis] qui'))]);
    expect(pubblico(p(o('Mario'), t(' sul '), t('sito', [link('https://esempio.it')])))).toEqual([
      p(t('[omissis] sul '), t('sito', [link('https://esempio.it')])),
    ]);
  });
});

describe('the list of what is left out', () => {
  it('joins runs of the same passage, and parts passages with different reasons', () => {
    expect(
      passaggiOmissis(doc(p(o('Mario '), o('Rossi', [bold]), o(' di 8 anni', [], 'minore'), t(' e '), o('Anna')), p(o('fine')))),
    ).toEqual([
      { motivo: 'dati di salute', testo: 'Mario Rossi' },
      { motivo: 'minore', testo: ' di 8 anni' },
      { motivo: 'dati di salute', testo: 'Anna' },
      { motivo: 'dati di salute', testo: 'fine' },
    ]);
  });

  it('finds what is left out wherever it stands', () => {
    fc.assert(
      fc.property(documento, d =>
        expect(contieneOmissis(d)).toBe([...blocchiDiTesto(d)].some(b => b.content?.some(x => segnoDi(x, 'omissis')))),
      ),
    );
  });
});
