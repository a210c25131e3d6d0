import { PAROLE } from '../ambiti/ambito.words.js';
import type { AttoAtteso } from './atto.schema.js';
import { AttoInput } from './fase.schema.js';
import { attiMancanti, inRitardo, posizione, spostato } from './iter.rules.js';
import { fasiDelModello } from './modelli.js';

const esce = (tipo: AttoAtteso['tipo']): AttoAtteso => ({ direzione: 'uscita', tipo, titolo: tipo });

describe('the foreseen acts', () => {
  it('are answered one by one by acts of their kind that come out of the phase', () => {
    const attesi = [esce('verbale'), esce('verbale'), esce('elaborato'), { ...esce('elenco'), direzione: 'ingresso' as const }];
    expect(attiMancanti(attesi, [])).toHaveLength(3);
    expect(
      attiMancanti(attesi, [
        { direzione: 'uscita', tipo: 'verbale' },
        { direzione: 'ingresso', tipo: 'elaborato' },
      ]).map(a => a.tipo),
    ).toEqual(['verbale', 'elaborato']);
    expect(
      attiMancanti(attesi, [
        { direzione: 'uscita', tipo: 'verbale' },
        { direzione: 'uscita', tipo: 'verbale' },
        { direzione: 'uscita', tipo: 'elaborato' },
      ]),
    ).toEqual([]);
  });
});

describe('where the iter stands', () => {
  const fasi = (...stati: ('da_avviare' | 'in_corso' | 'conclusa' | 'saltata')[]) => stati.map((stato, n) => ({ stato, n }));
  it('phases may overlap; what comes next is the first not begun after those that have', () => {
    const { inCorso, prossima } = posizione(fasi('conclusa', 'in_corso', 'saltata', 'in_corso', 'da_avviare', 'da_avviare'));
    expect([inCorso.map(f => f.n), prossima?.n]).toEqual([[1, 3], 4]);
  });

  it('nothing is next when all is over, and the first is when nothing has begun', () => {
    expect(posizione(fasi('conclusa', 'saltata')).prossima).toBeNull();
    expect(posizione(fasi('da_avviare', 'da_avviare')).prossima?.n).toBe(0);
  });

  it('a phase is late when it should have ended, or begun, before today', () => {
    const fase = { stato: 'in_corso' as const, previstaDal: '2026-01-01', previstaAl: '2026-02-01' };
    expect([
      inRitardo(fase, '2026-02-01'),
      inRitardo(fase, '2026-02-02'),
      inRitardo({ ...fase, stato: 'conclusa' }, '2027-01-01'),
      inRitardo({ ...fase, stato: 'da_avviare' }, '2026-01-02'),
    ]).toEqual([false, true, false, true]);
  });

  it('one step up or down, and never past the ends', () => {
    expect([
      spostato(['a', 'b', 'c'], 'b', -1),
      spostato(['a', 'b', 'c'], 'b', 1),
      spostato(['a', 'b'], 'a', -1),
      spostato(['a'], 'x', 1),
    ]).toEqual([['b', 'a', 'c'], ['a', 'c', 'b'], ['a', 'b'], ['a']]);
  });
});

describe('the template', () => {
  it('has the eleven phases, each with what comes out of it, in the words of the ambito', () => {
    const fasi = fasiDelModello('pavia', {
      ...PAROLE,
      organoPolitico: { testo: 'Comitato di Distretto', plurale: 'Comitati di Distretto', articolo: 'il', genere: 'm' },
    });
    expect(fasi).toHaveLength(11);
    for (const fase of fasi) expect([fase.titolo, fase.attesi.some(a => a.direzione === 'uscita')]).toEqual([fase.titolo, true]);
    expect(fasi[0]?.descrizione).toBe('Il Comitato di Distretto indica le priorità del nuovo Piano e dà il mandato ai tavoli.');
    expect(fasiDelModello('vuoto', PAROLE)).toEqual([]);
  });
});

describe('the address of the albo', () => {
  const atto = (albo: string | null) =>
    AttoInput.safeParse({ direzione: 'uscita', tipo: 'delibera', titolo: 'Delibera', numero: null, data: null, albo, pubblico: true })
      .success;
  it.each(['https://albo.comune.prova.it/atto/12', 'https://albo.prova.it/?id=1#a'])('%s is one', url => expect(atto(url)).toBe(true));
  it.each([
    'http://albo.prova.it',
    'javascript:alert(1)',
    'https://utente:segreto@albo.prova.it',
    'https://localhost',
    'albo',
    'data:text/html,x',
    'https://',
  ])('%s is none', url => expect(atto(url)).toBe(false));
});
