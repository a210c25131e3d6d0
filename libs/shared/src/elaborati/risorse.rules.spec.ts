import * as fc from 'fast-check';
import { VOCI_CONSUETE } from '../ambiti/voci.js';
import { MAX_CENTESIMI } from '../kernel/euro.js';
import { ContenutoSezione } from './blocchi.schema.js';
import { testoDiContenuto } from './elaborato.testo.js';
import { anniDi, colonneRisorse, mancanzeRisorse, perFonteEAnno, quadroRisorse, rigaInParole, sommeRisorse } from './risorse.rules.js';
import { MASSIMO_RISORSE, RigaRisorse } from './risorse.schema.js';
import { QUOTE } from './risorse.words.js';

/** As it was written before years and payers were asked for: the keys are not there. */
const DI_PRIMA = { fonte: 'pnrr', descrizione: null, centesimi: 10 } as RigaRisorse;
const riga = fc.record(
  {
    fonte: fc.constantFrom(...VOCI_CONSUETE.fondi.map(v => v.codice)),
    centesimi: fc.nat({ max: MAX_CENTESIMI }),
    anno: fc.option(fc.integer({ min: 2000, max: 2100 })),
    paga: fc.option(fc.constantFrom('ambito', 'altro', '078157', '078047')),
    quota: fc.option(fc.constantFrom(...QUOTE)),
  },
  { requiredKeys: ['fonte', 'centesimi'] },
);
const schede = fc.array(fc.array(riga, { maxLength: MASSIMO_RISORSE }), { maxLength: 5 });
const somma = (importi: Readonly<Record<string, number>>): bigint => Object.values(importi).reduce((s, n) => s + BigInt(n), 0n);

describe('money by source, year and payer', () => {
  it('each way of adding up gives the same whole to the cent, in any order, and schede add up to their sum', () => {
    fc.assert(
      fc.property(schede, tutte => {
        const righe = tutte.flat();
        const q = quadroRisorse(righe);
        const vero = righe.reduce((s, r) => s + BigInt(r.centesimi), 0n);
        expect([BigInt(q.totale), somma(q.perFonte), somma(q.perAnno), somma(q.perChi)]).toEqual([vero, vero, vero, vero]);
        expect(BigInt(q.sanitaria)).toBe(righe.filter(r => r.quota === 'sanitaria').reduce((s, r) => s + BigInt(r.centesimi), 0n));
        expect(quadroRisorse([...righe].reverse())).toEqual(q);
        const una = tutte.map(s => quadroRisorse(s));
        for (const anno of anniDi(q.perAnno))
          expect(una.reduce((s, u) => s + BigInt(u.perAnno[anno] ?? 0), 0n)).toBe(BigInt(q.perAnno[anno] ?? 0));
        for (const [fonte, anni] of Object.entries(perFonteEAnno(righe))) expect(somma(anni)).toBe(BigInt(q.perFonte[fonte] ?? -1));
      }),
    );
  });

  it('says the years only where there are more, and the health share only where there is one', () => {
    const di = (...righe: [anno: number | null, centesimi: number, quota?: 'sanitaria'][]) =>
      sommeRisorse(righe.map(([anno, centesimi, quota = null]) => ({ fonte: 'pnrr', anno, quota, centesimi }))).map(s => [
        s.nome,
        s.centesimi,
      ]);
    expect(di([2027, 1])).toEqual([['In tutto', 1]]);
    expect(di([2028, 1], [2027, 2], [null, 3], [2027, 4, 'sanitaria'])).toEqual([
      ['2027', 6],
      ['2028', 1],
      ['Anno non indicato', 3],
      ['In tutto', 10],
      ['Di cui quota sanitaria', 4],
    ]);
  });
});

describe('rows of before', () => {
  it('are read as they were, and nothing more is asked of them', () => {
    expect(colonneRisorse([DI_PRIMA])).toEqual({ anno: false, chi: false, quota: false });
    expect(rigaInParole(DI_PRIMA, [])).toEqual({ anno: null, chi: null, quota: null });
    expect(mancanzeRisorse([DI_PRIMA])).toEqual([]);
    expect(testoDiContenuto({ tipo: 'risorse', righe: [DI_PRIMA] })).toBe('PNRR\t\t€ 0,10');
    expect(quadroRisorse([DI_PRIMA])).toEqual({
      perFonte: { pnrr: 10 },
      perAnno: { '': 10 },
      perChi: { '': 10 },
      sanitaria: 0,
      totale: 10,
    });
  });

  it('that are saved again have a place for all, and then it is asked', () => {
    const letto = ContenutoSezione.parse({ tipo: 'risorse', righe: [DI_PRIMA, DI_PRIMA] });
    expect(letto).toMatchObject({ righe: [{ anno: null, paga: null, soggetto: null, quota: null }, {}] });
    expect(letto.tipo === 'risorse' && mancanzeRisorse(letto.righe)).toEqual([
      'Scrivi l’anno delle risorse 1 e 2.',
      'Scegli chi paga le risorse 1 e 2.',
      'Scegli la quota delle risorse 1 e 2.',
    ]);
    const tante = Array.from({ length: 13 }, () => ({
      ...DI_PRIMA,
      anno: null,
      paga: 'ambito',
      soggetto: null,
      quota: 'sociale' as const,
    }));
    expect(mancanzeRisorse(tante)).toEqual(['Scrivi l’anno delle risorse 1, 2, 3, 4, 5, 6, 7, 8, 9, 10 e 3 altre.']);
  });
});

describe('a row', () => {
  const CERTA = { ...DI_PRIMA, anno: 2027, paga: '078157', soggetto: null, quota: 'sociale' } as const;
  const errori = (altro: object) => RigaRisorse.safeParse({ ...CERTA, ...altro }).error?.issues.map(i => [i.path[0], i.message]) ?? [];

  it('names another party, and only another party', () => {
    expect(errori({})).toEqual([]);
    expect(errori({ paga: 'altro', soggetto: 'Fondazione di Prova' })).toEqual([]);
    expect(errori({ paga: 'altro' })).toEqual([['soggetto', 'Scrivi chi paga.']]);
    expect(errori({ soggetto: 'Fondazione di Prova' })).toEqual([['soggetto', 'Scegli «Un altro soggetto», oppure togli questo nome.']]);
  });

  it('has a year that a Piano may have, and a payer of the list', () => {
    expect(errori({ anno: 27 })).toEqual([['anno', 'Scrivi un anno dal 2000 in poi.']]);
    expect(errori({ paga: 'chiunque'.slice(0, 6) })).toEqual([['paga', 'Scegli chi paga dall’elenco.']]);
    expect(errori({ quota: 'mista' })).toEqual([['quota', 'Scegli la quota.']]);
  });

  it('in words: the year, the comune or the name, the quota', () => {
    const comuni = [{ istat: '078157', nome: 'Rossano' }];
    expect(rigaInParole(CERTA, comuni)).toEqual({ anno: '2027', chi: 'Rossano', quota: 'Quota sociale' });
    expect(rigaInParole({ ...CERTA, paga: 'ambito' }, comuni).chi).toBe('L’ambito, per tutti i comuni');
    expect(rigaInParole({ ...CERTA, paga: 'altro', soggetto: 'Fondazione di Prova' }, comuni).chi).toBe('Fondazione di Prova');
  });

  it('so many of them and no more', () => {
    const con = (quante: number) => ContenutoSezione.safeParse({ tipo: 'risorse', righe: Array.from({ length: quante }, () => CERTA) });
    expect([con(MASSIMO_RISORSE).success, con(MASSIMO_RISORSE + 1).error?.issues[0]?.message]).toEqual([true, 'Al massimo 120 righe.']);
  });
});
