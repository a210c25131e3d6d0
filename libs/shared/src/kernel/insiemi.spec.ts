import { inInsieme, tra, type Insiemi } from './insiemi.js';

type Stato = 'bozza' | 'inviata' | 'ritirata';
const INSIEMI = { bozza: ['aperti'], inviata: ['aperti', 'spediti'], ritirata: ['spediti'] } as const satisfies Insiemi<Stato>;

describe('a set of states', () => {
  it('is what each state says of itself, in their order', () => {
    expect(inInsieme(INSIEMI, 'aperti')).toEqual(['bozza', 'inviata']);
    expect(inInsieme(INSIEMI, 'spediti')).toEqual(['inviata', 'ritirata']);
  });

  it('does not compile without a line for every state', () => {
    // @ts-expect-error `ritirata` is missing
    const senza = { bozza: [], inviata: [] } as const satisfies Insiemi<Stato>;
    expect(Object.keys(senza)).toHaveLength(2);
  });

  it('holds no word that is not in it, whatever a database says', () => {
    const aperti = inInsieme(INSIEMI, 'aperti');
    expect([tra(aperti, 'inviata'), tra(aperti, 'ritirata'), tra(aperti, 'nuova'), tra(aperti, null)]).toEqual([true, false, false, false]);
  });
});
