import type { VoceLavoro } from '../voci/voci';
import { vociCome } from './mete';

const voce = (titolo: string, testo: string): VoceLavoro => ({
  titolo,
  testo,
  sezione: 'Oggi',
  link: ['/'],
  permesso: 'cruscotto.oggi',
  url: `/a/${titolo}`,
  corrente: null,
});
const VOCI = [
  voce('Avvisi', 'Prepara e segui gli avvisi, per chi cerca un’attività.'),
  voce('Enti', 'Gli enti che si sono registrati, la verifica.'),
  voce('Verifica della città', 'Altro.'),
];

it.each([
  ['', ['Avvisi', 'Enti', 'Verifica della città']],
  ['enti', ['Enti']],
  ['VERIFICA', ['Verifica della città', 'Enti']],
  ['avviso', ['Avvisi']],
  ['citta', ['Verifica della città']],
  ["un'attivita segui", ['Avvisi']],
  ['niente di questo', []],
])('«%s» leads to %j: without accents, whatever the order of the words, titles first', (q, attese) => {
  expect(vociCome(VOCI, q).map(v => v.titolo)).toEqual(attese);
});
