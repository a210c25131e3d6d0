import type { Contenuto, RiepilogoElaboratiView } from '@tavoli/shared';
import { testWorld, type World } from '../../testing/app.js';
import { baseElaborati, Elaborati, schedaPiena } from '../../testing/scenario/elaborati.js';

let world: World;
beforeAll(async () => {
  world = await testWorld();
});
afterAll(() => world.close());

const risorse = (...righe: [Contenuto<'risorse'>['righe'][number]['fonte'], number][]): Contenuto<'risorse'> => ({
  tipo: 'risorse',
  righe: righe.map(([fonte, centesimi]) => ({ fonte, descrizione: null, centesimi })),
});

describe('budget and indicators across the tavoli', () => {
  it('add up by tavolo and by source, to the cent, for each as far as they may see', async () => {
    const base = await baseElaborati(world);
    const el = new Elaborati(world, base);
    const altro = await world.scenario.tavolo(base.ambito);
    const [obiettivo, una, due] = [
      await el.nuovo('obiettivo'),
      await el.nuovo('scheda_progetto', { titolo: 'Una' }),
      await el.nuovo('scheda_progetto', { titolo: 'Due' }),
    ];
    // Sums that no binary fraction keeps: 0,10 + 0,20, and a thousand million.
    await el.scrivi(una, {
      ...schedaPiena(obiettivo.id, ['000001']),
      risorse: risorse(['pnrr', 10], ['pnrr', 20], ['comunale', 100_000_000_000]),
    });
    await el.scrivi(due, { risorse: risorse(['pnrr', 1]) });
    await world.db.query('UPDATE elaborato SET tavolo_id = $2 WHERE id = $1', [due.id, altro.id]);
    await el.porta(una, 'accolto');
    const somme = async (chi: typeof base.referente | null, query = '') =>
      (await world.as(chi).get<RiepilogoElaboratiView>(el.at(`/riepilogo/elaborati${query}`))).body;
    const tutto = await somme(base.coordinatore);
    expect(tutto.totale).toMatchObject({ totale: 100_000_000_031, perFonte: { pnrr: 31, comunale: 100_000_000_000, fse: 0 } });
    expect(tutto.tavoli.map(t => [t.tavolo.id, t.schede, t.totale]).sort()).toEqual(
      [
        [base.tavolo.id, 1, 100_000_000_030],
        [altro.id, 1, 1],
      ].sort(),
    );
    expect(tutto.indicatori).toMatchObject([{ nome: 'Persone seguite', iniziale: '0', atteso: '120.5', elaborato: { id: una.id } }]);
    expect((await somme(null)).totale.totale).toBe(100_000_000_030);
    expect((await somme(base.referente)).schede.map(s => s.elaborato.titolo)).toEqual(['Una']);
    expect((await somme(base.coordinatore, `?tavolo=${altro.id}`)).totale.totale).toBe(1);
    const csv = (await world.as(base.coordinatore).get(el.at('/riepilogo/risorse.csv'))).text;
    expect(csv).toContain('"1000000000,00"');
    expect(csv).toContain('"1000000000,31"');
    expect((await world.as(null).get(el.at('/riepilogo/indicatori.csv'))).text).toContain(
      'Persone seguite;persone;0;"120,5";Registro del centro',
    );
  });

  it('B-8: no cell of the files is a formula, whatever was written', async () => {
    const base = await baseElaborati(world);
    const el = new Elaborati(world, base);
    for (const titolo of ['=1+1', '+1+1', '-1+1', '@SUM(A1)', '\t=1+1x', '=HYPERLINK("http://x";"y")']) {
      const e = await el.nuovo('scheda_progetto', { titolo });
      await el.scrivi(e, {
        risorse: risorse(['altro', 100]),
        indicatori: { tipo: 'indicatori', righe: [{ nome: titolo, unita: titolo, iniziale: '-5', atteso: '-0.5', fonte: titolo }] },
      });
    }
    for (const file of ['risorse.csv', 'indicatori.csv']) {
      const { text } = await world.as(base.coordinatore).get(el.at(`/riepilogo/${file}`));
      const cells = text
        .replace('\ufeff', '')
        .split('\r\n')
        .flatMap(line => line.split(';'))
        .map(c => c.replace(/^"/, ''));
      expect(cells.filter(c => /^[=+@\t]/.test(c) || (c.startsWith('-') && !/^-[\d,]+"?$/.test(c)))).toEqual([]);
      expect(cells.filter(c => c.startsWith("'=")).length).toBeGreaterThan(0);
    }
  });
});
