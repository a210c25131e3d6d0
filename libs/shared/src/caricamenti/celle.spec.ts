import * as fc from 'fast-check';
import { componi, conProtezione, eFormula, giornoIso, indovina, leggiCella, scomponi, scriviCella, senzaProtezione } from './celle.js';
import { TIPI } from './tipi.js';

const DEFINIZIONI = Object.entries(TIPI);

describe('the cells of a table', () => {
  it.each(DEFINIZIONI)('of %s go round: what a cell is read as, is written as the same cell', (_, definizione) => {
    const celle = Object.fromEntries(definizione.campi.map(c => [c.percorso, c.esempio]));
    expect(scomponi(definizione, componi(definizione, celle))).toEqual(celle);
    for (const campo of definizione.campi)
      if (campo.come.forma === 'scelta')
        for (const [codice, parole] of Object.entries(campo.come.valori)) {
          expect([leggiCella(campo, parole), leggiCella(campo, codice), scriviCella(campo, codice)]).toEqual([codice, codice, parole]);
          expect(leggiCella(campo, parole.toUpperCase())).toBe(codice);
        }
  });

  it.each(DEFINIZIONI)('of %s are known by the headings of its own template, each once', (_, definizione) => {
    const nomi = definizione.campi.map(c => c.nome);
    expect(indovina(definizione, nomi)).toEqual(definizione.campi.map(c => c.percorso));
    expect(definizione.campi.map(c => c.percorso)).toContain(definizione.chiave);
  });

  it('B-8: a text that is protected reads back as it was, and none that is sent begins a formula', () => {
    const inizio = fc.constantFrom('=', '+', '-', '@', "'", "''", '\t', ' ', '');
    fc.assert(
      fc.property(fc.array(inizio, { maxLength: 4 }), fc.string(), (segni, resto) => {
        const testo = segni.join('') + resto;
        const scritto = conProtezione(testo);
        // As the CSV writes it, or as a workbook does, which runs no text.
        for (const cella of [eFormula(scritto) ? `'${scritto}` : scritto, ...(eFormula(testo) ? [] : [scritto])]) {
          expect(senzaProtezione(cella)).toBe(testo);
          expect(eFormula(cella)).toBe(false);
        }
      }),
    );
  });

  it('a day is read as people write it, and one that there is not is none', () => {
    expect(['5/3/2024', '05-03-2024', '2024-03-05', '05.03.2024'].map(giornoIso)).toEqual(Array(4).fill('2024-03-05'));
    expect(['31/02/2024', 'ieri', '5/3/24', ''].map(giornoIso)).toEqual([null, null, null, null]);
  });

  it('no heading is taken for two fields, and what was said the last time comes first', () => {
    const { comuni } = TIPI;
    expect(indovina(comuni, ['Comune', 'comune', 'Boh', ''])).toEqual(['nome', null, null, null]);
    expect(indovina(comuni, ['Comune', 'Boh'], { comune: 'istat', boh: 'nome' })).toEqual(['istat', 'nome']);
  });
});
