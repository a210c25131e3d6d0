import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import fc from 'fast-check';
import {
  formatData,
  formatDataBreve,
  formatDataOra,
  giorniLiberi,
  instantToRomeWall,
  quantoManca,
  romeWallToInstant,
} from './rome-time.js';

/** The days on which clocks, years and months do something unusual. */
const CASES: Record<string, string | readonly string[]> = {
  '2026-10-23T12:00': [
    '2026-10-23T10:00:00.000Z',
    '2026-10-23T12:00',
    'venerdì 23 ottobre 2026, ore 12:00',
    '23 ottobre 2026',
    '23/10/2026',
  ],
  '2026-03-29T01:59': ['2026-03-29T00:59:00.000Z', '2026-03-29T01:59', 'domenica 29 marzo 2026, ore 01:59', '29 marzo 2026', '29/03/2026'],
  '2026-03-29T02:00': 'ora_inesistente',
  '2026-03-29T02:59': 'ora_inesistente',
  '2026-03-29T03:00': ['2026-03-29T01:00:00.000Z', '2026-03-29T03:00', 'domenica 29 marzo 2026, ore 03:00', '29 marzo 2026', '29/03/2026'],
  '2026-10-25T02:30': [
    '2026-10-25T00:30:00.000Z',
    '2026-10-25T02:30',
    'domenica 25 ottobre 2026, ore 02:30',
    '25 ottobre 2026',
    '25/10/2026',
  ],
  '2026-10-25T03:00': [
    '2026-10-25T02:00:00.000Z',
    '2026-10-25T03:00',
    'domenica 25 ottobre 2026, ore 03:00',
    '25 ottobre 2026',
    '25/10/2026',
  ],
  '2026-12-31T23:59': [
    '2026-12-31T22:59:00.000Z',
    '2026-12-31T23:59',
    'giovedì 31 dicembre 2026, ore 23:59',
    '31 dicembre 2026',
    '31/12/2026',
  ],
  '2027-01-01T00:00': [
    '2026-12-31T23:00:00.000Z',
    '2027-01-01T00:00',
    'venerdì 1º gennaio 2027, ore 00:00',
    '1º gennaio 2027',
    '01/01/2027',
  ],
  '2028-02-29T00:00': [
    '2028-02-28T23:00:00.000Z',
    '2028-02-29T00:00',
    'martedì 29 febbraio 2028, ore 00:00',
    '29 febbraio 2028',
    '29/02/2028',
  ],
  '2027-02-29T00:00': 'formato',
};
const WALLS = Object.keys(CASES);
const EXPECTED = Object.values(CASES);

const instant = (wall: string): string => {
  const rome = romeWallToInstant(wall);
  return rome.ok ? rome.instant.toISOString() : rome.reason;
};

describe('wall time in Rome', () => {
  it('is two hours ahead of UTC in summer and one in winter', () => {
    expect(instant('2026-07-01T12:00')).toBe('2026-07-01T10:00:00.000Z');
    expect(instant('2026-12-01T12:00')).toBe('2026-12-01T11:00:00.000Z');
  });

  it('F-7: has no 02:30 on the night that spring takes an hour away', () => {
    expect(instant('2026-03-29T01:59')).toBe('2026-03-29T00:59:00.000Z');
    expect(instant('2026-03-29T02:30')).toBe('ora_inesistente');
    expect(instant('2026-03-29T03:00')).toBe('2026-03-29T01:00:00.000Z');
  });

  it('F-7: means the first 02:30 on the night that autumn gives it twice', () => {
    expect(instant('2026-10-25T02:30')).toBe('2026-10-25T00:30:00.000Z');
    expect(instantToRomeWall(new Date('2026-10-25T01:30:00Z'))).toBe('2026-10-25T02:30');
  });

  it('refuses days that do not exist and other nonsense', () => {
    for (const wall of ['2026-02-29T10:00', '2026-13-01T10:00', '2026-01-01T24:00', 'domani', '', '2026-01-01'])
      expect(instant(wall)).toBe('formato');
    expect(instant('2028-02-29T10:00')).toBe('2028-02-29T09:00:00.000Z');
  });

  it('comes back to itself for every minute that exists', () => {
    fc.assert(
      fc.property(fc.date({ min: new Date('2020-01-01'), max: new Date('2035-01-01'), noInvalidDate: true }), date => {
        const wall = instantToRomeWall(date);
        const back = romeWallToInstant(wall);
        expect(back.ok && instantToRomeWall(back.instant)).toBe(wall);
      }),
    );
  });

  it('F-7: does not depend on the zone of the machine', () => {
    const zones = ['UTC', 'Europe/Rome', 'Asia/Tokyo', 'America/New_York', 'Pacific/Kiritimati'];
    const machines = zones.map(said);
    expect(machines.map(machine => machine.zone)).toEqual(zones);
    for (const { answers } of machines) expect(answers).toEqual(EXPECTED);
  });
});

/** What the source itself says on a machine of that zone; the zone is said too, so that a variable without effect is noticed. */
function said(TZ: string): { zone: string; answers: unknown[] } {
  const source = pathToFileURL(join(import.meta.dirname, 'rome-time.ts')).href;
  const code = `const m = await import(${JSON.stringify(source)});
    const zone = new Intl.DateTimeFormat().resolvedOptions().timeZone;
    const answers = ${JSON.stringify(WALLS)}.map(wall => {
      const rome = m.romeWallToInstant(wall);
      return rome.ok ? [rome.instant.toISOString(), m.instantToRomeWall(rome.instant), m.formatDataOra(rome.instant), m.formatData(rome.instant), m.formatDataBreve(rome.instant)] : rome.reason;
    });
    console.log(JSON.stringify({ zone, answers }))`;
  return JSON.parse(execFileSync(process.execPath, ['--input-type=module', '-e', code], { env: { ...process.env, TZ }, encoding: 'utf8' }));
}

describe('words for dates', () => {
  it('are those of an Italian office', () => {
    const noon = new Date('2026-10-23T10:00:00Z');
    expect(formatDataOra(noon)).toBe('venerdì 23 ottobre 2026, ore 12:00');
    expect(formatData(noon)).toBe('23 ottobre 2026');
    expect(formatDataBreve(noon)).toBe('23/10/2026');
  });

  it('count down in plain words', () => {
    const now = new Date('2026-10-20T10:00:00Z');
    const after = (ms: number) => quantoManca(now, new Date(now.getTime() + ms));
    const [minute, hour, day] = [60_000, 3_600_000, 86_400_000];
    expect([after(30_000), after(minute), after(90 * minute), after(hour * 30), after(day * 3)]).toEqual([
      'manca meno di un minuto',
      'manca 1 minuto',
      'manca 1 ora',
      'mancano 30 ore',
      'mancano 3 giorni',
    ]);
    expect([after(0), after(-2 * day)]).toEqual(['da meno di un minuto', 'da 2 giorni']);
  });
});

describe('giorni liberi', () => {
  it('exclude the day of sending and the day of the incontro', () => {
    const at = (wall: string) => new Date(instant(wall));
    expect(giorniLiberi(at('2026-10-20T23:59'), at('2026-10-26T00:00'))).toBe(5);
    expect(giorniLiberi(at('2026-10-20T09:00'), at('2026-10-21T09:00'))).toBe(0);
    expect(giorniLiberi(at('2026-10-20T09:00'), at('2026-10-20T18:00'))).toBe(0);
    expect(giorniLiberi(at('2026-03-27T09:00'), at('2026-03-31T09:00'))).toBe(3);
    expect(giorniLiberi(at('2026-10-23T09:00'), at('2026-10-27T09:00'))).toBe(3);
    expect(giorniLiberi(at('2026-12-30T23:30'), at('2027-01-02T00:30'))).toBe(2);
    expect(giorniLiberi(at('2028-02-27T09:00'), at('2028-03-01T09:00'))).toBe(2);
    expect(giorniLiberi(at('2026-10-26T09:00'), at('2026-10-20T09:00'))).toBe(0);
  });
});
