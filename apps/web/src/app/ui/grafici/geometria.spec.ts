import { barra, lunghezza, ScalaTempo, segno } from './geometria';

describe('The shapes of charts', () => {
  it('a length is the share of the largest, and never leaves the row', () => {
    expect([lunghezza(3, 12), lunghezza(1, 3), lunghezza(20, 12), lunghezza(-1, 12), lunghezza(0, 0)]).toEqual([25, 33.3, 100, 0, 0]);
    expect(barra('pieno', 6, 12)).toEqual({ tipo: 'pieno', x: 0, larghezza: 50 });
  });

  it('a mark is whole at both ends', () => {
    expect([segno(0).x, segno(50).x, segno(100).x]).toEqual([0, 49.6, 99.2]);
  });

  it('days lie between the first of the earliest month and the end of the latest', () => {
    const scala = ScalaTempo.di(['2026-03-10', null, '2026-01-15']);
    expect([scala?.x('2026-01-01'), scala?.x('2026-02-15'), scala?.x('2026-04-01')]).toEqual([0, 50, 100]);
    expect(scala?.tratto('pieno', '2026-01-01', '2026-03-31')).toEqual({ tipo: 'pieno', x: 0, larghezza: 100 });
    expect(scala?.tacche.map(t => t.nome)).toEqual(['gen 2026', 'feb 2026', 'mar 2026']);
    expect([scala?.contiene('2026-03-31'), scala?.contiene('2026-04-01')]).toEqual([true, false]);
  });

  it('one day is seen, in a row of years too; months that do not fit are left out', () => {
    const scala = ScalaTempo.di(['2024-01-01', '2026-12-31']);
    expect(scala?.tratto('pieno', '2025-06-01', '2025-06-01').larghezza).toBeGreaterThanOrEqual(0.8);
    expect(scala?.tacche.map(t => t.nome)).toEqual(['gen 2024', 'set 2024', 'mag 2025', 'gen 2026', 'set 2026']);
  });

  it('there is no scale without days', () => {
    expect(ScalaTempo.di([null])).toBeNull();
  });
});
