import fc from 'fast-check';
import type { Blocco, Documento } from './documento.tipi.js';
import { chiaveDi, testoDi } from './nodi.js';
import { documento } from './testing/generatori.js';
import { risolvi, unisci } from './unisci.js';

const p = (text: string): Blocco => (text === '' ? { type: 'paragraph' } : { type: 'paragraph', content: [{ type: 'text', text }] });
const doc = (...righe: string[]): Documento => ({ type: 'doc', content: righe.map(p) });
const dice = (d: Documento) => testoDi(d).split('\n');

/** What a writer does to a block: changes it, puts something after it, takes it away, repeats the one before. */
const gesto = fc.record({ dove: fc.nat(20), fa: fc.constantFrom('cambia', 'cambia', 'aggiunge', 'toglie', 'ripete') });
const gesti = fc.array(gesto, { maxLength: 6 });
const storia = fc.record({
  righe: fc.array(fc.constantFrom('', 'uno', 'due', 'tre', 'quattro'), { minLength: 1, maxLength: 8 }),
  giri: fc.array(fc.tuple(gesti, gesti), { minLength: 1, maxLength: 4 }),
});

let contatore = 0;
/** The document after the gestures; the words it says for the first time end in the writer's name and a number. */
function scrive(d: Documento, chi: string, tutti: { dove: number; fa: string }[]): Documento {
  const blocchi = [...d.content];
  for (const { dove, fa } of tutti) {
    const i = dove % blocchi.length;
    const nuova = `${chi}${(contatore += 1)}x`;
    if (fa === 'cambia') blocchi[i] = p(`${testoDi(blocchi[i] as Blocco)} ${nuova}`.trim());
    else if (fa === 'aggiunge') blocchi.splice(i + 1, 0, p(nuova));
    else if (fa === 'ripete') blocchi.splice(i, 0, blocchi[Math.max(i - 1, 0)] as Blocco);
    else if (blocchi.length > 1) blocchi.splice(i, 1);
  }
  return { type: 'doc', content: blocchi };
}

const nuove = (prima: Documento, dopo: Documento) => {
  const note = new Set(testoDi(prima).match(/(?<![a-z])[a-z]+\d+x/g) ?? []);
  return (testoDi(dopo).match(/(?<![a-z])[a-z]+\d+x/g) ?? []).filter(parola => !note.has(parola));
};

describe('two versions of the same text', () => {
  it('F-8: lose no word of either side, in 500 generated histories', () => {
    let [conflitti, pacifiche] = [0, 0];
    fc.assert(
      fc.property(storia, ({ righe, giri }) => {
        let base = doc(...righe);
        for (const [miei, suoi] of giri) {
          const [mio, loro] = [scrive(base, 'mio', miei), scrive(base, 'loro', suoi)];
          const unione = unisci(base, mio, loro);
          const contesi = unione.conflitti.map(c => testoDi({ type: 'doc', content: [...c.mio, ...c.loro] })).join('\n');
          const detto = `${testoDi(unione.documento)}\n${contesi}`;
          for (const parola of [...nuove(base, mio), ...nuove(base, loro)]) expect(detto).toContain(parola);
          for (const parola of nuove(base, loro)) expect(testoDi(unione.documento)).toContain(parola);
          conflitti += unione.conflitti.length;
          pacifiche += unione.conflitti.length === 0 && nuove(base, mio).length > 0 && nuove(base, loro).length > 0 ? 1 : 0;
          const tutto = risolvi(unione, []);
          for (const parola of [...nuove(base, mio), ...nuove(base, loro)]) expect(testoDi(tutto)).toContain(parola);
          base = tutto;
        }
      }),
      { numRuns: 500 },
    );
    expect(conflitti).toBeGreaterThan(100);
    expect(pacifiche).toBeGreaterThan(100);
  });

  it('are the one that changed, when one alone did; and whatever both became, when they became the same', () => {
    fc.assert(
      fc.property(documento, documento, (base, x) => {
        expect(unisci(base, x, base)).toEqual({ documento: x, conflitti: [] });
        expect(unisci(base, base, x)).toEqual({ documento: x, conflitti: [] });
        expect(unisci(base, x, x)).toEqual({ documento: x, conflitti: [] });
      }),
    );
  });

  it('merge in silence when each changed blocks of its own, neighbours too', () => {
    const blocchi = fc
      .integer({ min: 1, max: 12 })
      .chain(n => fc.array(fc.constantFrom('mio', 'loro', 'nessuno'), { minLength: n, maxLength: n }));
    fc.assert(
      fc.property(blocchi, chi => {
        const versione = (lato: string) => doc(...chi.map((c, i) => (c === lato ? `${lato} ${i}` : `base ${i}`)));
        const atteso = doc(...chi.map((c, i) => (c === 'nessuno' ? `base ${i}` : `${c} ${i}`)));
        expect(unisci(versione('nobody'), versione('mio'), versione('loro'))).toEqual({ documento: atteso, conflitti: [] });
      }),
    );
  });

  it('say the same conflicts, whoever is first', () => {
    fc.assert(
      fc.property(storia, ({ righe, giri }) => {
        const base = doc(...righe);
        const [miei, suoi] = giri[0] as (typeof giri)[number];
        const [mio, loro] = [scrive(base, 'mio', miei), scrive(base, 'loro', suoi)];
        const [una, altra] = [unisci(base, mio, loro), unisci(base, loro, mio)];
        expect(altra.conflitti.map(c => ({ mio: c.loro, loro: c.mio, base: c.base }))).toEqual(
          una.conflitti.map(({ mio: m, loro: l, base: b }) => ({ mio: m, loro: l, base: b })),
        );
        if (una.conflitti.length === 0) expect(altra.documento.content.map(chiaveDi)).toEqual(una.documento.content.map(chiaveDi));
      }),
    );
  });

  it('quarrel over a block that both changed, and the saved one stays until somebody chooses', () => {
    const unione = unisci(doc('a', 'b', 'c'), doc('a', 'b mio', 'c', 'd mio'), doc('a loro', 'b loro', 'c'));
    expect(dice(unione.documento)).toEqual(['a loro', 'b loro', 'c', 'd mio']);
    expect(unione.conflitti).toEqual([{ indice: 1, quanti: 1, base: [p('b')], mio: [p('b mio')], loro: [p('b loro')] }]);
    expect(dice(risolvi(unione, ['mio']))).toEqual(['a loro', 'b mio', 'c', 'd mio']);
    expect(dice(risolvi(unione, ['loro']))).toEqual(['a loro', 'b loro', 'c', 'd mio']);
    expect(dice(risolvi(unione, ['entrambi']))).toEqual(['a loro', 'b mio', 'b loro', 'c', 'd mio']);
  });

  it('quarrel when one took away what the other changed, or both put something in the same place', () => {
    expect(unisci(doc('a', 'b', 'c'), doc('a', 'c'), doc('a', 'b loro', 'c')).conflitti).toMatchObject([
      { indice: 1, quanti: 1, mio: [], loro: [p('b loro')] },
    ]);
    expect(unisci(doc('a', 'b', 'c'), doc('a', 'b mio', 'c'), doc('a', 'c')).conflitti).toMatchObject([
      { indice: 1, quanti: 0, mio: [p('b mio')], loro: [] },
    ]);
    expect(unisci(doc('a'), doc('a', 'mio'), doc('a', 'loro')).conflitti).toMatchObject([
      { indice: 1, quanti: 1, mio: [p('mio')], loro: [p('loro')] },
    ]);
  });

  it('are never left without a paragraph', () => {
    expect(unisci(doc('a', 'b'), doc('a'), doc('b')).documento).toEqual(doc(''));
  });
});
