import type { IncontroView } from '@tavoli/shared';
import { fineDopo } from '../dove.model';
import {
  IncontroFormSchema,
  type IncontroModel,
  inizioProposto,
  modelOf,
  nuovoInput,
  nuovoModel,
  senzaRigheVuote,
  serieInput,
} from './incontro.model';

const now = new Date('2026-11-23T09:00:00Z');
const completo: IncontroModel = {
  ...nuovoModel('Anziani', now, null),
  sede: { nome: 'Municipio', indirizzo: 'Piazza 1', accessibile: 'si' },
  punti: [{ id: '', titolo: 'Bilancio', minuti: 30, relatore: '' }],
};
const errori = (model: IncontroModel) =>
  (IncontroFormSchema.safeParse(model).error?.issues ?? []).map(i => `${i.path.join('/')}: ${i.message}`);

describe('The form of an incontro', () => {
  it('proposes a working day two weeks from now, at four in the afternoon in Italy', () => {
    expect(inizioProposto(now, null).toISOString()).toBe('2026-12-07T15:00:00.000Z');
    // 8 December is festivo; 25 December too, then come a Saturday, a Sunday.
    expect(inizioProposto(new Date('2026-11-24T09:00:00Z'), null).toISOString()).toBe('2026-12-09T15:00:00.000Z');
    expect(inizioProposto(new Date('2026-12-11T09:00:00Z'), null).toISOString()).toBe('2026-12-28T15:00:00.000Z');
    expect(inizioProposto(now, { nome: 'Sant’Ambrogio', giorno: 7, mese: 12 }).toISOString()).toBe('2026-12-09T15:00:00.000Z');
    expect(inizioProposto(new Date('2026-06-01T09:00:00Z'), null).toISOString()).toBe('2026-06-15T14:00:00.000Z');
  });

  it('lets the end follow the start, as long as it was', () => {
    const prima = { inizioAt: '2026-12-07T15:00:00.000Z', fineAt: '2026-12-07T16:30:00.000Z' };
    expect(fineDopo(prima, '2026-12-09T09:00:00.000Z')).toBe('2026-12-09T10:30:00.000Z');
    expect(fineDopo({ inizioAt: '', fineAt: '' }, '2026-12-09T09:00:00.000Z')).toBe('2026-12-09T11:00:00.000Z');
    expect(fineDopo(prima, '')).toBe(prima.fineAt);
  });

  it('asks only for somewhere to go when all the rest is as proposed', () => {
    expect(errori(nuovoModel('Anziani', now, null))).toEqual(['sede/nome: Indica una sede, il collegamento video, o tutti e due.']);
    expect(errori(completo)).toEqual([]);
    expect(errori({ ...nuovoModel(null, now, null), linkVideo: 'https://video.esempio.it/stanza' })).toEqual([]);
  });

  it('tells all that is wrong at once', () => {
    expect(errori({ ...completo, titolo: '', fineAt: completo.inizioAt })).toEqual([
      'titolo: Scrivi il titolo dell’incontro.',
      'fineAt: La fine deve venire dopo l’inizio.',
    ]);
    expect(errori({ ...completo, inizioAt: '' })).toEqual(['inizioAt: Indica data e ora.']);
  });

  it('tells each error on its own row, although empty rows are not sent', () => {
    const vuoto = { id: '', titolo: '', minuti: null, relatore: '' };
    const model = {
      ...completo,
      punti: [vuoto, { id: '', titolo: '', minuti: 10, relatore: '' }],
      ospiti: [
        { nome: '', email: '' },
        { nome: 'Ada', email: 'a' },
      ],
    };
    expect(errori(model).map(e => e.split(':')[0])).toEqual(['punti/1/titolo', 'ospiti/1/email']);
    expect(senzaRigheVuote(model)).toMatchObject({ punti: [{ minuti: 10 }], ospiti: [{ nome: 'Ada' }] });
  });

  it('sends other tavoli only for a joint incontro and people only for a small group, and demands them there', () => {
    const scelti = { ...completo, altriTavoli: ['a'], membri: ['b'] };
    expect(nuovoInput(scelti)).toMatchObject({ altriTavoli: [], membri: [] });
    expect(nuovoInput({ ...scelti, tipo: 'congiunto' })).toMatchObject({ altriTavoli: ['a'], membri: [] });
    expect(errori({ ...completo, tipo: 'congiunto' })).toEqual(['altriTavoli: Scegli almeno un altro tavolo.']);
    expect(errori({ ...completo, tipo: 'focus' })).toEqual(['membri: Scegli almeno una persona.']);
  });

  it('repeats until the end of the day told, in Italy', () => {
    expect(serieInput({ cadenza: 'nessuna', ogni: 2, finoAl: '2026-12-31' })).toBeNull();
    expect(serieInput({ cadenza: 'mese', ogni: null, finoAl: '2026-12-31' })).toEqual({
      cadenza: 'mese',
      finoAl: '2026-12-31T22:59:00.000Z',
    });
    expect(errori({ ...completo, serie: { cadenza: 'mese', ogni: null, finoAl: '' } })).toEqual([
      'serie/finoAl: Indica fino a quando si ripete.',
    ]);
    expect(errori({ ...completo, serie: { cadenza: 'settimane', ogni: null, finoAl: '2027-06-30' } })).toEqual([
      'serie/ogni: Almeno una settimana.',
    ]);
  });

  it('reads back what was stored', () => {
    const { serie: _, ...input } = nuovoInput(completo);
    const stored = {
      ...input,
      tipo: 'tavolo',
      tavoli: [],
      punti: [{ id: 'p', ...input.punti[0], quorum: null, iniziatoAt: null }],
      gestione: { ospiti: [], membri: [] },
    } as unknown as IncontroView;
    expect(nuovoInput(modelOf(stored))).toEqual({ ...input, punti: [{ id: 'p', ...input.punti[0] }], serie: null });
  });
});
