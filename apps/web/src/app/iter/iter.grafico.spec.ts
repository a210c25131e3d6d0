import type { IterPubblicoView } from '@tavoli/shared';
import { iterNelTempo } from './iter.grafico';

type Fase = IterPubblicoView['fasi'][number];
const fase = (change: Partial<Fase>): Fase => ({
  id: 'f',
  titolo: 'Consultazione',
  organo: 'Ufficio di piano',
  descrizione: '',
  stato: 'da_avviare',
  previstaDal: null,
  previstaAl: null,
  iniziataIl: null,
  conclusaIl: null,
  motivoSaltata: null,
  atti: [],
  ...change,
});
const forme = (change: Partial<Fase>, oggi = '2026-02-15', scadenza: string | null = null) =>
  iterNelTempo({ fasi: [fase({ previstaDal: '2026-01-01', previstaAl: '2026-03-31', ...change })], scadenza }, oggi)?.righe[0]?.forme;

describe('The iter along the months', () => {
  it('shows what was foreseen, what was, today and the day on which the Piano is due', () => {
    expect(forme({ stato: 'conclusa', iniziataIl: '2026-01-01', conclusaIl: '2026-02-14' })).toEqual([
      { tipo: 'previsto', x: 0, larghezza: 100 },
      { tipo: 'pieno', x: 0, larghezza: 50 },
      { tipo: 'segno', x: 49.6, larghezza: 0.8 },
    ]);
    expect(forme({}, '2026-02-15', '2026-03-31')?.map(f => f.tipo)).toEqual(['previsto', 'segno', 'segno']);
  });

  it('what goes on has come as far as today; what has not begun is only foreseen; today is left out where it is not on the row', () => {
    expect(forme({ stato: 'in_corso', iniziataIl: '2026-01-01' })?.[1]).toEqual({ tipo: 'pieno', x: 0, larghezza: 51.1 });
    expect(forme({}, '2027-01-01')?.map(f => f.tipo)).toEqual(['previsto']);
    expect(forme({ stato: 'in_corso', iniziataIl: '2026-03-01' }, '2026-02-15')?.map(f => f.tipo)).toEqual(['previsto', 'segno']);
  });

  it('there is none while no phase has a day', () => {
    expect(iterNelTempo({ fasi: [fase({})], scadenza: '2026-12-31' }, '2026-02-15')).toBeNull();
  });

  it('each phase is told in words too', () => {
    expect(
      iterNelTempo(
        { fasi: [fase({ stato: 'conclusa', iniziataIl: '2026-01-08', conclusaIl: '2026-02-14' })], scadenza: null },
        '2026-02-15',
      )?.righe[0],
    ).toMatchObject({ nome: '1. Consultazione', celle: [expect.stringMatching(/^Conclusa: .*14 febbraio 2026/)] });
  });
});
