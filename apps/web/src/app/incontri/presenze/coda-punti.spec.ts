import { CodaPunti } from './coda-punti';

const deposito = (dati = new Map<string, string>()) => ({
  get: (k: string) => dati.get(k) ?? null,
  set: (k: string, v: string) => void dati.set(k, v),
  remove: (k: string) => void dati.delete(k),
});

describe('The steps of the ordine del giorno that wait', () => {
  it('keep the order and the time in which they were said, each from where the one before left it', () => {
    const coda = new CodaPunti(deposito(), 'punti');
    coda.passa('p2', 'p1', '10:00');
    coda.passa('p2', 'p1', '10:01');
    coda.passa(null, 'p1', '10:05');
    expect(coda.passaggi).toEqual([
      { puntoId: 'p2', prima: 'p1', at: '10:00' },
      { puntoId: null, prima: 'p2', at: '10:05' },
    ]);
    expect([coda.mostrato('p1'), coda.daInviare]).toEqual([null, 2]);
    coda.fatto();
    expect(coda.passaggi.map(p => p.at)).toEqual(['10:05']);
    coda.scarta();
    expect([coda.mostrato('p4'), coda.daInviare]).toEqual(['p4', 0]);
  });

  it('survive a reload, and are there also where the browser keeps nothing', () => {
    const dati = new Map<string, string>();
    new CodaPunti(deposito(dati), 'punti').passa('p2', 'p1', '10:00');
    expect(new CodaPunti(deposito(dati), 'punti').mostrato('p1')).toBe('p2');
    const nulla = new CodaPunti({ get: () => null, set: () => undefined, remove: () => undefined }, 'punti');
    nulla.passa('p2', 'p1', '10:00');
    expect(nulla.mostrato('p1')).toBe('p2');
  });

  it.each(['{', '{}', '[1]', '[{"puntoId":3,"prima":null,"at":"x"}]', 'null'])('what a broken page left is dropped: %s', testo => {
    expect(new CodaPunti(deposito(new Map([['punti', testo]])), 'punti').passaggi).toEqual([]);
  });
});
