import type { StatoIncontro } from '@tavoli/shared';
import { gruppoDi, prossimoPasso } from './prossimo-passo';

const now = new Date('2026-11-23T09:00:00Z');
const incontro = (stato: StatoIncontro, inizioAt: string, fineAt = inizioAt) => ({ stato, inizioAt, fineAt });
const domani = '2026-11-24T15:00:00Z';
const ieri = '2026-11-22T15:00:00Z';

describe('The next thing to do with an incontro', () => {
  it('follows its state and the clock', () => {
    expect(prossimoPasso(incontro('bozza', domani), now)).toBe('Controlla e convoca.');
    expect(prossimoPasso(incontro('bozza', ieri), now)).toMatch(/^La data è passata/);
    expect(prossimoPasso(incontro('convocato', domani), now)).toMatch(/^Segui le risposte/);
    expect(prossimoPasso(incontro('convocato', '2026-11-23T15:00:00Z'), now)).toMatch(/^È oggi/);
    expect(prossimoPasso(incontro('convocato', ieri), now)).toMatch(/^Non risulta aperto/);
    expect(prossimoPasso(incontro('in_corso', ieri, domani), now)).toBe('Rileva le presenze.');
    expect(prossimoPasso(incontro('in_corso', ieri), now)).toMatch(/chiudi/);
    expect(prossimoPasso(incontro('annullato', domani), now)).toBe('');
  });

  it('puts what went past without its act apart from what is to come', () => {
    expect(gruppoDi(incontro('bozza', ieri), now)).toBe('da_sistemare');
    expect(gruppoDi(incontro('convocato', ieri), now)).toBe('da_sistemare');
    expect(gruppoDi(incontro('convocato', ieri, domani), now)).toBe('in_arrivo');
    expect(gruppoDi(incontro('bozza', domani), now)).toBe('bozze');
    expect(gruppoDi(incontro('annullato', domani), now)).toBe('passati');
    expect(gruppoDi(incontro('in_corso', ieri), now)).toBe('in_corso');
  });
});
