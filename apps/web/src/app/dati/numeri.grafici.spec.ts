import { MINORI } from '../../testing/incontri';
import { giorniDiRisposta, numeroLegaleInBreve, numeroLegaleNelTempo } from './numeri.grafici';

const volta = (presenti: number, richiesti: number, posti = 12) => ({
  id: `n${presenti}`,
  inizioAt: '2026-03-08T15:00:00Z',
  quorum: { posti, presenti, richiesti, raggiunto: presenti >= richiesti },
});

describe('The figures as charts', () => {
  it('the number at each incontro: who was there, of how many, and whether they were enough', () => {
    const [riga, altra] = numeroLegaleNelTempo([volta(6, 7), volta(3, 0, 6)], 'ambito');
    expect(riga).toEqual({
      nome: '8 marzo 2026',
      percorso: ['/', 'ambito', 'incontri', 'n6'],
      celle: ['6 su 12', 'non raggiunto (ne servivano 7)'],
      forme: [
        { tipo: 'fondo', x: 0, larghezza: 100 },
        { tipo: 'pieno', x: 0, larghezza: 50 },
        { tipo: 'segno', x: 57.9, larghezza: 0.8 },
      ],
    });
    expect([altra?.celle[1], altra?.forme.length]).toEqual(['non richiesto', 2]);
  });

  it('in one sentence', () => {
    expect(numeroLegaleInBreve([volta(7, 7), volta(6, 7), volta(3, 0)])).toBe('Il numero legale è stato raggiunto in 1 incontro su 2.');
    expect(numeroLegaleInBreve([volta(3, 0)])).toBe('Il numero legale non era richiesto.');
  });

  it('a tavolo that has not answered yet has no bar', () => {
    const righe = giorniDiRisposta(
      [
        { tavolo: MINORI, ricevuti: 3, conRisposta: 2, giorniRisposta: 12.5 },
        { tavolo: { ...MINORI, nome: 'Altro' }, ricevuti: 1, conRisposta: 0, giorniRisposta: null },
      ],
      'ambito',
    );
    expect(righe.map(r => [r.celle[0], r.forme.length])).toEqual([
      ['2', 1],
      ['0', 0],
    ]);
    expect(righe[1]?.celle[1]).toBe('nessuna risposta, per ora');
  });
});
