import * as fc from 'fast-check';
import { ARTICOLI, articoloPer, articoloPlurale, conArticolo, conta, iContati, PREPOSIZIONI, type Parola } from './italiano.js';
import { conEnte } from './italiano-enti.js';

const COMUNE: Parola = { testo: 'comune', plurale: 'comuni', articolo: 'il', genere: 'm' };
const FIRMA: Parola = { testo: 'firma', plurale: 'firme', articolo: 'la', genere: 'f' };
const ENTE: Parola = { testo: 'ente', plurale: 'enti', articolo: 'l’', genere: 'm' };
const SPORTELLO: Parola = { testo: 'sportello', plurale: 'sportelli', articolo: 'lo', genere: 'm' };
const AREA: Parola = { testo: 'area', plurale: 'aree', articolo: 'l’', genere: 'f' };

describe('Italian in sentences', () => {
  it('joins prepositions to articles, and leaves apart those that stand apart', () => {
    expect(conArticolo('di', 'l’', 'Alto Pavese')).toBe('dell’Alto Pavese');
    expect(conArticolo('a', 'gli', 'sportelli')).toBe('agli sportelli');
    expect(conArticolo('in', 'la', 'Zona')).toBe('nella Zona');
    expect(conArticolo('con', 'lo', 'sportello')).toBe('con lo sportello');
    expect(conArticolo(null, 'l’', 'ambito')).toBe('l’ambito');
    for (const articolo of ARTICOLI)
      for (const preposizione of PREPOSIZIONI)
        expect(conArticolo(preposizione, articolo, 'x')).not.toMatch(/\b(?:di|a|da|in|su) (?:il|lo|la|l’|i|gli|le)|undefined/);
  });

  it.each([
    ['ufficio', 'm', 'l’', 'gli'],
    ['sportello', 'm', 'lo', 'gli'],
    ['zona', 'f', 'la', 'le'],
    ['Assemblea', 'f', 'l’', 'le'],
    ['Piano', 'm', 'il', 'i'],
    ['gnomo', 'm', 'lo', 'gli'],
    ['servizio', 'm', 'il', 'i'],
    ['iato', 'm', 'lo', 'gli'],
    ['Unione', 'f', 'l’', 'le'],
  ] as const)('%s wants its article', (parola, genere, uno, molti) => {
    expect([articoloPer(parola, genere), articoloPer(parola, genere, true)]).toEqual([uno, molti]);
  });

  it('finds the plural of an article', () => {
    expect([COMUNE, FIRMA, ENTE, SPORTELLO, AREA].map(articoloPlurale)).toEqual(['i', 'le', 'gli', 'gli', 'le']);
  });

  it('counts: nobody, one, and eleven that sound like a vowel', () => {
    const di = (parola: Parola) => [0, 1, 2, 8, 11, 80, 800, 8000, 11_000, 18, 81].map(n => iContati(n, parola));
    expect(di(COMUNE)).toEqual([
      'nessun comune',
      'il comune',
      'i 2 comuni',
      'gli 8 comuni',
      'gli 11 comuni',
      'gli 80 comuni',
      'gli 800 comuni',
      `gli ${(8000).toLocaleString('it-IT')} comuni`,
      'gli 11.000 comuni',
      'i 18 comuni',
      'gli 81 comuni',
    ]);
    expect([0, 1, 2, 11].map(n => iContati(n, FIRMA, 'di'))).toEqual([
      'di nessuna firma',
      'della firma',
      'delle 2 firme',
      'delle 11 firme',
    ]);
    expect([0, 1, 11].map(n => iContati(n, ENTE, 'a'))).toEqual(['a nessun ente', 'all’ente', 'agli 11 enti']);
    expect([iContati(0, SPORTELLO), iContati(0, AREA)]).toEqual(['nessuno sportello', 'nessun’area']);
    expect([conta(1, 'comune', 'comuni'), conta(0, 'comune', 'comuni'), conta(0, 'x', 'y', 'nessun comune')]).toEqual([
      '1 comune',
      '0 comuni',
      'nessun comune',
    ]);
  });

  it('never says a number of one in the plural, nor of many in the singular', () => {
    fc.assert(
      fc.property(fc.integer({ min: 2, max: 100_000 }), n => {
        expect(iContati(n, COMUNE)).toMatch(/^(?:i|gli) [\d.]+ comuni$/);
        expect(conta(n, 'comune', 'comuni')).toMatch(/ comuni$/);
      }),
    );
  });

  it('says whose: of a body whose kind is known with its article, of others with the bare preposition', () => {
    expect(
      ['Comune di Pavia', 'Associazione Esempio', 'ASL Salerno', 'Istituto Fermi', 'Scuola Media', 'Emmaus', 'Comunità del Lago'].map(n =>
        conEnte('di', n),
      ),
    ).toEqual([
      'del Comune di Pavia',
      'dell’Associazione Esempio',
      'dell’ASL Salerno',
      'dell’Istituto Fermi',
      'della Scuola Media',
      'di Emmaus',
      'della Comunità del Lago',
    ]);
  });
});
