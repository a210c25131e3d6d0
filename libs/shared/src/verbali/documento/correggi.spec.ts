import fc from 'fast-check';
import { correggi } from './correggi.js';
import { Documento } from './documento.schema.js';
import { blocchiDiTesto, compatta, conTesti, testoDeiTesti, testoDi } from './nodi.js';
import { passaggiOmissis } from './omissis.js';
import type { Testo } from './documento.tipi.js';
import { documento } from './testing/generatori.js';

const t = (text: string, ...marks: unknown[]) => ({ type: 'text', text, ...(marks.length > 0 ? { marks } : {}) });
const doc = (...righe: unknown[][]) =>
  Documento.parse({
    type: 'doc',
    content: righe.map(content => ({ type: 'paragraph', ...(content.length > 0 ? { content } : {}) })),
  });
const bold = { type: 'bold' };
const italic = { type: 'italic' };
const omissis = { type: 'omissis', attrs: { motivo: 'minore' } };

describe('a correction to a passage', () => {
  it('changes the words and keeps the marks of those it does not change', () => {
    const prima = doc([t('Il tavolo '), t('decide subito', bold), t(' di '), t('rinviare', italic)], [t('altro')]);
    expect(correggi(prima, 'decide subito di rinviare', 'decide oggi di approvare')).toEqual(
      doc([t('Il tavolo '), t('decide oggi', bold), t(' di '), t('approvare', italic)], [t('altro')]),
    );
  });

  it('puts in and takes away', () => {
    expect(correggi(doc([t('uno due', bold)]), 'uno due', 'uno e due')).toEqual(doc([t('uno e due', bold)]));
    expect(correggi(doc([t('uno')], [t('due')]), 'due', '')).toEqual(doc([t('uno')], []));
  });

  it('omits what is written in the place of an omitted passage, or in the middle of it', () => {
    expect(correggi(doc([t('Il minore '), t('Marco', omissis), t(' abita')]), 'minore Marco abita', 'minore Luca abita')).toEqual(
      doc([t('Il minore '), t('Luca', omissis), t(' abita')]),
    );
    const inMezzo = correggi(doc([t('abita in '), t('via Roma', omissis)]), 'in via Roma', 'in casa, via Larga Roma');
    expect(
      passaggiOmissis(inMezzo as Documento)
        .map(x => x.testo)
        .join(''),
    ).toContain('Larga');
    expect(testoDi(inMezzo as Documento)).toBe('abita in casa, via Larga Roma');
  });

  it.each([
    ['is not there', [[t('uno due')]], 'tre'],
    ['is there twice', [[t('uno')], [t('uno')]], 'uno'],
    ['overlaps itself', [[t('ananas')]], 'ana'],
    ['runs over two paragraphs', [[t('uno')], [t('due')]], 'uno\ndue'],
    ['is empty', [[t('uno')]], ''],
  ])('is refused when the passage %s', (_nome, righe, passaggio) => expect(correggi(doc(...righe), passaggio, 'x')).toBeNull());

  it('is refused when the text would become too long', () => expect(correggi(doc([t('uno')]), 'uno', 'x'.repeat(100_001))).toBeNull());

  it('finds a passage as it is copied from a page, and cleans what is written', () => {
    expect(correggi(doc([t('art.\u00a03 del piano')]), 'art. 3', 'art. 4\u0000\n')).toEqual(doc([t('art. 4  del piano')]));
    expect(correggi(doc([t('perché')]), 'perche\u0301', 'poiche\u0301')).toEqual(doc([t('poiché')]));
  });

  it('replaces a passage wherever it is, and nothing else', () => {
    const scelta = fc.record({ d: documento, quale: fc.nat(), da: fc.nat(), quanto: fc.integer({ min: 0, max: 30 }) });
    const nuovo = fc.constantFrom('NUOVO', 'NUOVO testo', 'il NUOVO tavolo', '');
    fc.assert(
      fc.property(scelta, nuovo, ({ d, quale, da, quanto }, parola) => {
        const conSegno = conTesti(d, x => [...x]);
        const blocchi = [...blocchiDiTesto(conSegno)].filter(b => b.content) as unknown as { content: Testo[] }[];
        const scelto = blocchi[quale % Math.max(blocchi.length, 1)];
        fc.pre(scelto?.content !== undefined);
        const i = (da % scelto.content.length) | 0;
        scelto.content = compatta([...scelto.content.slice(0, i), { type: 'text', text: 'UNICO passaggio' }, ...scelto.content.slice(i)]);
        const passaggio = testoDeiTesti(scelto.content)
          .slice(testoDeiTesti(scelto.content).indexOf('UNICO'))
          .slice(0, 15 + quanto);
        fc.pre(passaggio.isWellFormed() && passaggio.normalize('NFC') === passaggio);
        const corretto = correggi(conSegno, passaggio, parola);
        expect(corretto && testoDi(corretto).normalize('NFC')).toBe(
          testoDi(conSegno)
            .replace(passaggio, () => parola)
            .normalize('NFC'),
        );
      }),
      { numRuns: 300 },
    );
  });
});
