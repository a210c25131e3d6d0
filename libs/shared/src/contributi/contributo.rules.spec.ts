import fc from 'fast-check';
import { avvisiContributo, conOmissis, ricezione, SEGNO_OMISSIS, testiPubblici } from './contributo.rules.js';
import { CodiceInput, ContributoAzioneInput } from './contributo.schema.js';

it('a window is open from its first instant to before its last', () => {
  const finestra = { tipo: 'finestra', dal: '2026-11-01T08:00:00Z', al: '2026-11-10T12:00:00Z' } as const;
  const at = (iso: string) => ricezione(finestra, new Date(iso));
  expect(['2026-11-01T07:59:59Z', '2026-11-01T08:00:00Z', '2026-11-10T11:59:59Z', '2026-11-10T12:00:00Z'].map(at)).toEqual([
    'non_ancora',
    'aperta',
    'aperta',
    'finita',
  ]);
  expect([ricezione({ tipo: 'sempre' }, new Date()), ricezione({ tipo: 'chiusi' }, new Date())]).toEqual(['aperta', 'chiusa']);
});

it('pieces left out that touch are one, and none cuts a character in two', () => {
  expect(
    conOmissis('Mario Rossi abita qui', [
      { dal: 0, al: 5 },
      { dal: 5, al: 11 },
    ]),
  ).toBe(`${SEGNO_OMISSIS} abita qui`);
  expect(conOmissis('a😀b', [{ dal: 1, al: 2 }])).toBe(`a${SEGNO_OMISSIS}b`);
  expect(conOmissis('a😀b', [{ dal: 2, al: 4 }])).toBe(`a${SEGNO_OMISSIS}`);
  expect(conOmissis('a😀b', [{ dal: 2, al: 2 }])).toBe('a😀b');
});

it('whatever the pieces, nothing of them is left, and all the rest is', () => {
  const tratto = fc.record({ dal: fc.nat(60), al: fc.nat(60) });
  fc.assert(
    fc.property(fc.string({ maxLength: 50, unit: 'binary' }), fc.array(tratto, { maxLength: 6 }), (text, tratti) => {
      const out = conOmissis(text, tratti);
      const kept = Array.from(text).filter((_, i, all) => {
        const dal = all.slice(0, i).join('').length;
        const al = dal + (all[i] ?? '').length;
        return !tratti.some(t => t.dal < al && dal < Math.min(t.al, text.length) && t.dal < t.al);
      });
      return out.split(SEGNO_OMISSIS).join('') === kept.join('');
    }),
  );
});

it('each answer has its own pieces, questions have none', () => {
  const testi = {
    titolo: 'Titolo',
    testo: 'Testo',
    risposte: [
      { domanda: 'Chi?', testo: 'Anna' },
      { domanda: 'Dove?', testo: 'Qui' },
    ],
  };
  expect(testiPubblici(testi, [{ campo: 'risposta', indice: 1, dal: 0, al: 3 }])).toEqual({
    ...testi,
    risposte: [testi.risposte[0], { domanda: 'Dove?', testo: SEGNO_OMISSIS }],
  });
});

it('what looks private is told with the field where it stands', () => {
  const avvisi = avvisiContributo({
    titolo: 'Aiuto',
    testo: 'Scrivete a x@prova.it',
    risposte: [{ testo: 'niente' }, { testo: 'Tel. 347 1234567' }],
  });
  expect(avvisi.map(a => [a.tipo, a.campo, a.indiceRisposta])).toEqual([
    ['email', 'testo', 0],
    ['telefono', 'risposta', 1],
  ]);
});

it('a code is read as people copy it', () => {
  expect(['con-7k3m-9qxt', 'CON7K3M9QXT', ' 7k3m 9qxt ', 'CON–7K3M–9QXT'].map(codice => CodiceInput.parse({ codice }).codice)).toEqual(
    Array(4).fill('CON-7K3M-9QXT'),
  );
  expect(CodiceInput.parse({ codice: 'con-oiLu-0000' }).codice).toBe('CON-011V-0000');
  expect(CodiceInput.safeParse({ codice: 'CON-7K3M' }).success).toBe(false);
});

it('pieces are left out only with a reason', () => {
  const omissis = [{ campo: 'testo', dal: 0, al: 3 }];
  expect([
    ContributoAzioneInput.safeParse({ omissis }).success,
    ContributoAzioneInput.safeParse({ omissis, motivoOmissis: 'Nome di altri' }).success,
  ]).toEqual([false, true]);
});
