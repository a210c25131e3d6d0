import type { IncontroDiSerieView } from '@tavoli/shared';
import { quali } from '../scrivere/serie.quali';
import { sorte, tocca } from './serie.model';

const uno = (id: string, change: Partial<IncontroDiSerieView> = {}): IncontroDiSerieView => ({
  id,
  titolo: 'Incontro',
  stato: 'bozza',
  inizioAt: '2031-10-07T14:00:00.000Z',
  fineAt: '2031-10-07T16:00:00.000Z',
  sede: null,
  online: true,
  version: 1,
  azioni: ['modifica', 'convoca', 'elimina'],
  preavviso: { giorni: 20, richiesti: 5, minimo: 2, esito: 'ok' },
  verso: null,
  conflitti: [],
  ...change,
});

describe('an act on a series', () => {
  it('reaches this one, this and the following, or all', () => {
    const tutti = ['a', 'b', 'c'].map(id => uno(id));
    const ids = (scelta: 'questo' | 'seguenti' | 'tutti') => quali(tutti, 'b', scelta).map(i => i.id);
    expect([ids('questo'), ids('seguenti'), ids('tutti')]).toEqual([['b'], ['b', 'c'], ['a', 'b', 'c']]);
  });

  it('says what becomes of each date, and why some stay as they are', () => {
    const tardi = uno('b', { preavviso: { giorni: 1, richiesti: 5, minimo: 2, esito: 'troppo_tardi' } });
    const convocato = uno('c', { stato: 'convocato', azioni: ['sposta', 'annulla'] });
    const mosso = { ...convocato, verso: { inizioAt: '2031-10-08T14:00:00.000Z', fineAt: '2031-10-08T16:00:00.000Z' } };
    expect([tocca(uno('a'), 'convoca'), tocca(tardi, 'convoca'), tocca(convocato, 'convoca')]).toEqual([true, false, false]);
    expect(sorte(uno('a'), 'convoca', true)).toBe('viene convocato');
    expect(sorte(uno('a'), 'convoca', false)).toBe('resta com’è');
    expect(sorte(tardi, 'convoca', true)).toBe('resta in bozza: non c’è più il preavviso che serve');
    expect(sorte(convocato, 'convoca', true)).toBe('resta com’è');
    expect(sorte(mosso, 'sposta', true)).toBe('viene spostato a mercoledì 8 ottobre 2031, ore 16:00');
  });
});
