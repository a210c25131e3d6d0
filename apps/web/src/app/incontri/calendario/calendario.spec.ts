import { lunediDi, nomeGiorno, perGiorno, periodo, settimane } from './calendario';
import { finestra, giornoDi, inizioDi, isGiorno, piuGiorni, piuMesi } from '../../ui/words/giorni';

const HOUR = 3_600_000;
const hours = (dal: string, al: string) => {
  const { da, a } = finestra({ dal, al });
  return (Date.parse(a) - Date.parse(da)) / HOUR;
};

describe('The days of a calendar', () => {
  it('are those of Rome, whatever the hour in London', () => {
    expect(giornoDi(new Date('2026-11-22T22:59:00Z'))).toBe('2026-11-22');
    expect(giornoDi(new Date('2026-11-22T23:00:00Z'))).toBe('2026-11-23');
    expect(giornoDi(new Date('2026-07-22T22:00:00Z'))).toBe('2026-07-23');
  });

  it('F-7: last 23 hours in the night of spring and 25 in the one of autumn', () => {
    expect(hours('2026-03-29', '2026-03-29')).toBe(23);
    expect(hours('2026-10-25', '2026-10-25')).toBe(25);
    expect(hours('2026-03-23', '2026-03-29')).toBe(7 * 24 - 1);
    expect(inizioDi('2026-10-25').toISOString()).toBe('2026-10-24T22:00:00.000Z');
    expect(inizioDi('2026-10-26').toISOString()).toBe('2026-10-25T23:00:00.000Z');
  });

  it('F-7: follow one another across every change of clock, month and year', () => {
    let day = '2023-12-30';
    for (let n = 0; n < 1500; n++) {
      const next = piuGiorni(day, 1);
      expect(next > day && giornoDi(inizioDi(next)) === next && piuGiorni(next, -1) === day).toBe(true);
      day = next;
    }
    expect(day).toBe('2028-02-07');
  });

  it('stay within shorter months', () => {
    expect([
      piuMesi('2026-01-31', 1),
      piuMesi('2028-01-31', 1),
      piuMesi('2026-12-15', 1),
      piuMesi('2026-01-15', -1),
      piuMesi('2026-03-31', -1),
    ]).toEqual(['2026-02-28', '2028-02-29', '2027-01-15', '2025-12-15', '2026-02-28']);
  });

  it('are read from an address only when they exist', () => {
    expect(['2026-02-28', '2028-02-29'].every(isGiorno)).toBe(true);
    expect(['2026-02-29', '2026-13-01', '1999-01-01', '9999-01-01', '2026-1-1', '', 'domani', '2026-01-01T00:00'].some(isGiorno)).toBe(
      false,
    );
  });

  it('begin the week on Monday', () => {
    expect(['2026-11-23', '2026-11-25', '2026-11-29'].map(lunediDi)).toEqual(['2026-11-23', '2026-11-23', '2026-11-23']);
    expect(nomeGiorno('2026-11-23')).toBe('lunedì 23 novembre 2026');
  });
});

describe('The period of a calendar', () => {
  it('is the whole month', () => {
    expect(periodo('mese', '2026-11-23')).toEqual({
      dal: '2026-11-01',
      al: '2026-11-30',
      nome: 'Novembre 2026',
      prima: '2026-10-01',
      dopo: '2026-12-01',
    });
  });

  it('is the week from Monday to Sunday', () => {
    expect(periodo('settimana', '2026-11-25')).toEqual({
      dal: '2026-11-23',
      al: '2026-11-29',
      nome: 'Settimana dal 23 al 29 novembre 2026',
      prima: '2026-11-16',
      dopo: '2026-11-30',
    });
    expect(periodo('settimana', '2027-01-01').nome).toBe('Settimana dal 28 dicembre 2026 al 3 gennaio 2027');
    expect(periodo('settimana', '2026-06-08').nome).toBe('Settimana dall’8 al 14 giugno 2026');
  });

  it('is three months from the day asked for', () => {
    expect(periodo('agenda', '2026-11-23')).toEqual({
      dal: '2026-11-23',
      al: '2027-02-22',
      nome: 'Dal 23 novembre 2026 al 22 febbraio 2027',
      prima: '2026-08-23',
      dopo: '2027-02-23',
    });
    expect(periodo('agenda', '2026-02-12').nome).toBe('Dal 12 febbraio all’11 maggio 2026');
  });

  it('has weeks of seven cells, empty outside of the month', () => {
    const weeks = settimane(periodo('mese', '2026-11-23'));
    expect(weeks.map(week => week.length)).toEqual([7, 7, 7, 7, 7, 7]);
    expect(weeks[0]).toEqual([null, null, null, null, null, null, '2026-11-01']);
    expect(weeks.flat().filter(day => day !== null)).toHaveLength(30);
    expect(settimane(periodo('settimana', '2026-11-25'))).toHaveLength(1);
  });
});

it('Incontri go under the day on which they begin in Rome', () => {
  const items = ['2026-10-24T22:30:00Z', '2026-10-24T21:30:00Z', '2026-10-25T22:30:00Z'].map(inizioAt => ({ inizioAt }));
  expect(perGiorno(items).map(({ giorno, incontri }) => [giorno, incontri.length])).toEqual([
    ['2026-10-24', 1],
    ['2026-10-25', 2],
  ]);
});
