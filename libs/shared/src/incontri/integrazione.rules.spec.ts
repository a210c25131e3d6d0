import fc from 'fast-check';
import { cambiaIlCalendario, differenze, differenzeDocumenti, soloDiscussione, type PuntoScritto } from './integrazione.rules.js';

const punto = (titolo: string, rest: Partial<PuntoScritto> = {}): PuntoScritto => ({ titolo, minuti: null, relatore: null, ...rest });
const doc = (id: string, nome = `${id}.pdf`, sostituisce: string | null = null) => ({ id, nome, puntoId: null, sostituisce });
const unPunto = fc.record({
  titolo: fc.string({ minLength: 1 }),
  minuti: fc.option(fc.integer({ min: 1, max: 600 })),
  relatore: fc.option(fc.string()),
});

describe('what an integrazione tells', () => {
  it('is the title, the words and the punti that are other than they were, one a line', () => {
    const prima = { titolo: 'Primo incontro', punti: [punto('Apertura', { minuti: 1 }), punto('Varie')] };
    const dopo = {
      titolo: 'Incontro di maggio',
      punti: [punto('Apertura', { minuti: 20 }), punto('Varie'), punto('Il bando', { soloDiscussione: true })],
    };
    expect(differenze(prima, dopo)).toEqual([
      'Titolo corretto: «Primo incontro» diventa «Incontro di maggio».',
      'Punto 1 corretto: «Apertura (1 minuto)» diventa «Apertura (20 minuti)».',
      'Punto 3 aggiunto: Il bando (si discute, non si decide).',
    ]);
  });

  it('is nothing where nothing is another, and one line for each punto that is added', () => {
    fc.assert(
      fc.property(fc.string(), fc.array(unPunto), fc.array(unPunto), (titolo, punti, nuovi) => {
        expect(cambiaIlCalendario({ titolo, punti }, { titolo, punti })).toBe(false);
        expect(differenze({ titolo, punti }, { titolo, punti: [...punti, ...nuovi] })).toHaveLength(nuovi.length);
      }),
    );
  });

  it('of documents: what came, what took the place of what, what went', () => {
    const dopo = [doc('b'), doc('d', 'rivisto.pdf', 'a'), { ...doc('e'), puntoId: 'p2' }];
    expect(differenzeDocumenti([doc('a'), doc('b'), doc('c')], dopo, ['p1', 'p2'])).toEqual([
      'Documento sostituito: rivisto.pdf al posto di a.pdf.',
      'Documento aggiunto per il punto 2: e.pdf.',
      'Documento tolto: c.pdf.',
    ]);
    expect(differenzeDocumenti(dopo, dopo, [])).toEqual([]);
  });
});

it.each([
  ['ok', false, false],
  ['ok', true, false],
  ['serve_urgenza', false, true],
  ['serve_urgenza', true, false],
  ['troppo_tardi', true, true],
] as const)('in a notice that is %s, with urgency %s, what is added may only be discussed: %s', (esito, urgenza, solo) => {
  expect(soloDiscussione({ esito }, urgenza)).toBe(solo);
});
