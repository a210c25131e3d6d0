import fc from 'fast-check';
import { easterMonday, festivitaItaliane, nomeFestivita } from './festivita.js';

describe('festività', () => {
  it('follow Easter, early and late', () => {
    const known = [
      '2008-03-24',
      '2011-04-25',
      '2018-04-02',
      '2019-04-22',
      '2024-04-01',
      '2025-04-21',
      '2026-04-06',
      '2027-03-29',
      '2038-04-26',
      '2049-04-19',
      '2076-04-20',
      '2285-03-23',
    ];
    expect(known.map(day => easterMonday(Number(day.slice(0, 4))))).toEqual(known);
  });

  it('put the Monday of Easter on a Monday, 23 March to 26 April', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1583, max: 9999 }), year => {
        const day = easterMonday(year);
        expect(new Date(`${day}T00:00Z`).getUTCDay()).toBe(1);
        expect(day >= `${year}-03-23` && day <= `${year}-04-26`).toBe(true);
      }),
    );
  });

  it('are those of the law, San Francesco from 2026', () => {
    expect(festivitaItaliane(2026)).toEqual([
      '2026-01-01',
      '2026-01-06',
      '2026-04-06',
      '2026-04-25',
      '2026-05-01',
      '2026-06-02',
      '2026-08-15',
      '2026-10-04',
      '2026-11-01',
      '2026-12-08',
      '2026-12-25',
      '2026-12-26',
    ]);
    expect(festivitaItaliane(2025)).not.toContain('2025-10-04');
  });

  it('have a name, each of them', () => {
    for (const day of [2025, 2026, 2027, 2038].flatMap(festivitaItaliane)) expect(nomeFestivita(day, null)).toMatch(/^[A-Z]/);
    expect(['2026-04-05', '2026-04-06', '2026-10-04', '2026-12-31', '2026-11-01'].map(day => nomeFestivita(day, null))).toEqual([
      'Pasqua',
      'Lunedì dell’Angelo',
      'San Francesco',
      null,
      'Ognissanti',
    ]);
    expect(nomeFestivita('2025-10-04', null)).toBeNull();
  });

  it('are also the day of the patron, where there is one, every year', () => {
    const siro = { nome: 'San Siro', giorno: 9, mese: 12 };
    expect(['2026-12-09', '2031-12-09', '2026-12-10', '2026-12-08'].map(day => nomeFestivita(day, siro))).toEqual([
      'San Siro, santo patrono',
      'San Siro, santo patrono',
      null,
      'Immacolata Concezione',
    ]);
  });
});
