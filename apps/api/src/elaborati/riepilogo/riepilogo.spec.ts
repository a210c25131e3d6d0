import type { Contenuto, RiepilogoElaboratiView, RigaRisorse } from '@tavoli/shared';
import { testWorld, type World } from '../../../testing/app.js';
import { baseElaborati, Elaborati, RISORSA, schedaPiena } from '../../../testing/scenario/elaborati.js';

let world: World;
beforeAll(async () => {
  world = await testWorld();
});
afterAll(() => world.close());

const risorse = (...righe: [fonte: string, centesimi: number, altro?: Partial<RigaRisorse>][]): Contenuto<'risorse'> => ({
  tipo: 'risorse',
  righe: righe.map(([fonte, centesimi, altro]) => ({ ...RISORSA, fonte, centesimi, ...altro })),
});

describe('budget and indicators across the tavoli', () => {
  it('add up by tavolo, source, year and payer, to the cent, what was accepted apart from what is being written, for each as far as they may see', async () => {
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
      risorse: risorse(
        ['pnrr', 10, { anno: 2027, paga: '000001' }],
        ['pnrr', 20, { anno: 2028, paga: 'altro', soggetto: 'Fondazione di Prova', quota: 'sanitaria' }],
        ['comunale', 100_000_000_000, { anno: 2027, paga: '000002' }],
      ),
    });
    await el.scrivi(due, { risorse: risorse(['pnrr', 1, { anno: null, paga: null, quota: null }]) });
    await world.db.query('UPDATE elaborato SET tavolo_id = $2 WHERE id = $1', [due.id, altro.id]);
    await el.porta(una, 'accolto');
    const somme = async (chi: typeof base.referente | null, query = '') =>
      (await world.as(chi).get<RiepilogoElaboratiView>(el.at(`/riepilogo/elaborati${query}`))).body;
    const tutto = await somme(base.coordinatore);
    expect(tutto.accolte.totale).toMatchObject({
      totale: 100_000_000_030,
      perFonte: { pnrr: 30, comunale: 100_000_000_000, fse: 0 },
      perAnno: { 2027: 100_000_000_010, 2028: 20 },
      perChi: { '000001': 10, '000002': 100_000_000_000, altro: 20 },
      sanitaria: 20,
    });
    expect(tutto.accolte.perFonteEAnno).toEqual({ pnrr: { 2027: 10, 2028: 20 }, comunale: { 2027: 100_000_000_000 } });
    expect(tutto.comuni.map(c => c.nome)).toEqual(['Borgo di Prova', 'Villa di Prova']);
    expect(tutto.inLavorazione.totale).toMatchObject({
      totale: 1,
      perFonte: { pnrr: 1 },
      perAnno: { '': 1 },
      perChi: { '': 1 },
      sanitaria: 0,
    });
    const perTavolo = ({ tavoli }: RiepilogoElaboratiView['accolte']) => tavoli.map(t => [t.tavolo.id, t.schede, t.totale]);
    expect([perTavolo(tutto.accolte), perTavolo(tutto.inLavorazione)]).toEqual([
      [[base.tavolo.id, 1, 100_000_000_030]],
      [[altro.id, 1, 1]],
    ]);
    expect(tutto.indicatori).toMatchObject([{ nome: 'Persone seguite', iniziale: '0', atteso: '120.5', elaborato: { id: una.id } }]);
    expect((await somme(null)).accolte.totale.totale).toBe(100_000_000_030);
    expect((await somme(base.referente)).accolte.schede.map(s => s.elaborato.titolo)).toEqual(['Una']);
    expect((await somme(base.coordinatore, `?tavolo=${altro.id}`)).inLavorazione.totale.totale).toBe(1);
    const csv = (await world.as(base.coordinatore).get(el.at('/riepilogo/risorse.csv'))).text;
    expect(csv).toContain('"1000000000,00"');
    expect(csv).toMatch(/Totale delle schede accolte;;;.*"1000000000,10";"0,20";"0,00";"0,20";"1000000000,30"/);
    expect(csv).toMatch(/Totale delle schede in lavorazione;.*"0,01"\r\n$/);
    const importi = (await world.as(base.coordinatore).get(el.at('/riepilogo/importi.csv'))).text;
    expect(importi).toContain('Una;Accolto nel Piano;2028;pnrr;PNRR;Fondazione di Prova;;Quota sanitaria;;"0,20"');
    expect(importi).toContain('2027;comunale;Risorse dei comuni;Villa di Prova;000002;Quota sociale;;"1000000000,00"');
    expect((await world.as(null).get(el.at('/riepilogo/importi.csv'))).text).not.toContain('Due');
    expect((await world.as(base.coordinatore).get(el.at('/riepilogo/importi.xlsx'))).status).toBe(200);
    expect((await world.as(null).get(el.at('/riepilogo/indicatori.csv'))).text).toContain(
      'Persone seguite;persone;0;"120,5";Registro del centro',
    );
  });

  it('by area: a tavolo of two counts in both, one of none apart', async () => {
    const base = await baseElaborati(world);
    const el = new Elaborati(world, base);
    const [una, due] = [await el.nuovo('scheda_progetto'), await el.nuovo('scheda_progetto')];
    await el.scrivi(una, { risorse: risorse(['pnrr', 7]) });
    await el.scrivi(due, { risorse: risorse(['pnrr', 100]) });
    const nuda = await world.scenario.tavolo(base.ambito);
    await world.db.query('DELETE FROM tavolo_area WHERE tavolo_id = $1', [nuda.id]);
    await world.db.query('UPDATE elaborato SET tavolo_id = $2 WHERE id = $1', [due.id, nuda.id]);
    await world.db.query('DELETE FROM tavolo_area WHERE tavolo_id = $1', [base.tavolo.id]);
    for (const nome of ['Area prima', 'Area seconda'])
      await world.db.query(
        `WITH nuova AS (INSERT INTO area_tematica (ambito_id, id, nome, ordine) VALUES ($1, gen_random_uuid(), $3, 90) RETURNING id)
         INSERT INTO tavolo_area (ambito_id, tavolo_id, area_id) SELECT $1, $2, id FROM nuova`,
        [base.ambito.id, base.tavolo.id, nome],
      );
    const { inLavorazione } = (await world.as(base.coordinatore).get<RiepilogoElaboratiView>(el.at('/riepilogo/elaborati'))).body;
    expect(inLavorazione.aree.map(a => [a.area?.nome ?? null, a.schede, a.totale]).sort()).toEqual(
      [
        ['Area prima', 1, 7],
        ['Area seconda', 1, 7],
        [null, 1, 100],
      ].sort(),
    );
    expect(inLavorazione.totale.totale).toBe(107);
  });

  it('B-8: no cell of the files is a formula, whatever was written', async () => {
    const base = await baseElaborati(world);
    const el = new Elaborati(world, base);
    for (const titolo of ['=1+1', '+1+1', '-1+1', '@SUM(A1)', '\t=1+1x', '=HYPERLINK("http://x";"y")']) {
      const e = await el.nuovo('scheda_progetto', { titolo });
      await el.scrivi(e, {
        risorse: risorse(['altro', 100, { paga: 'altro', soggetto: titolo, descrizione: titolo }]),
        indicatori: { tipo: 'indicatori', righe: [{ nome: titolo, unita: titolo, iniziale: '-5', atteso: '-0.5', fonte: titolo }] },
      });
    }
    for (const file of ['risorse.csv', 'importi.csv', 'indicatori.csv']) {
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
