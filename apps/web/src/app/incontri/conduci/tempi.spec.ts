import { cronometro, finePrevista, oltre, secondiDiscussi } from './tempi';

const at = (minuti: number) => new Date(Date.UTC(2026, 10, 23, 15, minuti));
const iso = (minuti: number) => at(minuti).toISOString();
const view = (puntoCorrente: string | null, puntoDal: string | null, ...secondi: (number | null)[]) => ({
  puntoCorrente,
  puntoDal,
  punti: secondi.map((s, i) => ({ id: `p${i + 1}`, secondi: s })),
});

describe('The time of each punto', () => {
  it('is what was counted, and the stretch under way', () => {
    expect([...secondiDiscussi(view('p2', iso(10), 600, 60, null), [], at(12))]).toEqual([
      ['p1', 600],
      ['p2', 180],
    ]);
  });

  it('goes on without network, through the steps that wait', () => {
    const passaggi = [
      { puntoId: 'p2', prima: 'p1', at: iso(15) },
      { puntoId: 'p1', prima: 'p2', at: iso(20) },
      { puntoId: null, prima: 'p1', at: iso(21) },
    ];
    expect([...secondiDiscussi(view('p1', iso(10), null, null), passaggi, at(40))]).toEqual([
      ['p1', 360],
      ['p2', 300],
    ]);
  });

  it('never runs backwards, where the device is behind', () => {
    expect(secondiDiscussi(view('p1', iso(10), 30), [], at(9)).get('p1')).toBe(30);
  });

  it('is told as a clock, and what is over in words', () => {
    expect([cronometro(0), cronometro(725), cronometro(3725)]).toEqual(['0:00', '12:05', '1:02:05']);
    expect([oltre(500, null), oltre(899, 15), oltre(900, 15), oltre(960, 15), oltre(1100, 15)]).toEqual([
      null,
      null,
      'tempo finito',
      '1 minuto oltre il previsto',
      '3 minuti oltre il previsto',
    ]);
  });

  it('says when it would end, where every time is known', () => {
    const punti = [
      { id: 'p1', minuti: 10, stato: 'concluso' },
      { id: 'p2', minuti: 20, stato: 'in_corso' },
      { id: 'p3', minuti: 30, stato: 'prossimo' },
    ];
    expect(finePrevista(punti, new Map([['p2', 300]]), at(0))).toEqual(at(45));
    expect(finePrevista(punti, new Map([['p2', 3000]]), at(0))).toEqual(at(30));
    expect(finePrevista([...punti, { id: 'p4', minuti: null, stato: 'da_trattare' }], new Map(), at(0))).toBeNull();
    expect(finePrevista(punti.slice(0, 1), new Map(), at(0))).toBeNull();
  });
});
