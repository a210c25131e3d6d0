import type { NomeAttesa, Tempi } from './attese.js';
import { quandoAttese, titoloAttese, urgenzaDi } from './attese.words.js';

const ORA = new Date('2026-11-30T10:00:00Z');
const ENTI: NomeAttesa = { una: 'ente da verificare', molte: 'enti da verificare', genere: 'm' };
const DESIGNAZIONI: NomeAttesa = { una: 'designazione da esaminare', molte: 'designazioni da esaminare', genere: 'f' };
const INCONTRI: NomeAttesa = { una: 'incontro vicino', molte: 'incontri vicini', genere: 'm', entro: 'comincia' };
const tra = (giorni: number): Date => new Date(ORA.getTime() + giorni * 86_400_000);
const dal = (giorni: number): Tempi => ({ dal: tra(-giorni), entro: null });
const entro = (giorni: number): Tempi => ({ dal: null, entro: tra(giorni) });
const frase = (nome: NomeAttesa, quante: number, tempi: Tempi) =>
  [titoloAttese(nome, quante), quandoAttese(nome, quante, tempi, ORA)].filter(p => p !== '').join(', ');

it.each([
  [ENTI, 57, dal(6), '57 enti da verificare, il più vecchio da 6 giorni'],
  [ENTI, 1, dal(6), '1 ente da verificare, da 6 giorni'],
  [ENTI, 2, dal(1), '2 enti da verificare, il più vecchio da ieri'],
  [ENTI, 12000, dal(0), '12.000 enti da verificare, il più vecchio da oggi'],
  [ENTI, 3, { dal: null, entro: null }, '3 enti da verificare'],
  [DESIGNAZIONI, 8, dal(11), '8 designazioni da esaminare, la più vecchia da 11 giorni'],
  [DESIGNAZIONI, 4, entro(1), '4 designazioni da esaminare, la prima scade domani'],
  [DESIGNAZIONI, 1, entro(-1), '1 designazione da esaminare, scaduta ieri'],
  [ENTI, 2, entro(-4), '2 enti da verificare, il primo scaduto da 4 giorni'],
  [INCONTRI, 1, entro(0.1), '1 incontro vicino, comincia oggi'],
  [INCONTRI, 2, entro(3), '2 incontri vicini, il primo comincia fra 3 giorni'],
])('says how many and since when (%#)', (nome, quante, tempi, detto) => {
  expect(frase(nome, quante, tempi)).toBe(detto);
});

it.each([
  [entro(-2), undefined, 'subito'],
  [entro(0.2), undefined, 'subito'],
  [entro(7), undefined, 'presto'],
  [entro(8), undefined, 'in_attesa'],
  [dal(8), 7, 'subito'],
  [dal(7), 7, 'in_attesa'],
  [dal(100), undefined, 'in_attesa'],
  [{ dal: null, entro: null }, 0, 'in_attesa'],
] as const)('presses as its term, or as long as it has waited (%#)', (tempi, pazienza, urgenza) => {
  expect(urgenzaDi(tempi, pazienza, ORA)).toBe(urgenza);
});
