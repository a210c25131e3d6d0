import { fra, ordineDi } from './fra.js';

describe('words of the code as SQL', () => {
  it('are a list, an order, or a list that holds nothing', () => {
    expect(fra(['bozza', 'verbale.oscura'])).toBe(`('bozza', 'verbale.oscura')`);
    expect(ordineDi(['titolare', 'supplente'], 'm.ruolo')).toBe(`array_position(ARRAY['titolare', 'supplente'], m.ruolo)`);
    expect(fra([])).toBe('(NULL)');
  });

  it.each(["x'; DROP TABLE ente", 'Bozza', '', '1', 'a b'])('are never what anybody types: «%s»', parola => {
    expect(() => fra([parola])).toThrow('Not a word of the code');
  });
});
