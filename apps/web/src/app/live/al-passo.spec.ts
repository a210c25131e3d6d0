import { alPasso } from './al-passo';

/** A reader whose time passes only when the test says so. */
function lettore(subito: boolean) {
  let ora = 0;
  const attese = new Map<() => void, number>();
  const rete = { collegato: true };
  const letture: number[] = [];
  const passo = alPasso({
    reload: () => letture.push(ora),
    subito: () => subito,
    collegato: () => rete.collegato,
    caso: () => 0.9,
    dopo: (ms, what) => {
      attese.set(what, ora + ms);
      return () => attese.delete(what);
    },
  });
  const passano = (ms: number) => {
    const fine = ora + ms;
    for (;;) {
      const [prima] = [...attese].filter(([, quando]) => quando <= fine).sort((a, b) => a[1] - b[1]);
      if (!prima) break;
      attese.delete(prima[0]);
      ora = prima[1];
      prima[0]();
    }
    ora = fine;
  };
  return { passo, passano, rete, letture, attese };
}

describe('Following an incontro', () => {
  it('reads it again shortly after a change, once for many', () => {
    const { passo, passano, letture } = lettore(true);
    for (let i = 0; i < 5; i += 1) passo.cambiato();
    passano(1000);
    passo.cambiato();
    passano(1000);
    expect(letture).toEqual([300, 1300]);
  });

  it('who only follows waits up to two seconds more, so that not all ask at once', () => {
    const { passo, passano, letture } = lettore(false);
    passo.cambiato();
    passano(5000);
    expect(letture).toEqual([2100]);
  });

  it('asks once a minute while the live connection is down, and not otherwise', () => {
    const { passano, rete, letture } = lettore(true);
    passano(180_000);
    expect(letture).toEqual([]);
    rete.collegato = false;
    passano(120_500);
    expect(letture).toEqual([240_300, 300_300]);
  });

  it('asks nothing more once the page is left', () => {
    const { passo, attese } = lettore(true);
    passo.cambiato();
    passo.ferma();
    expect(attese.size).toBe(0);
  });
});
