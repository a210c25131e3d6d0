import { incontro } from '../../../testing/incontri';
import { novita, novitaPresenze, seguiPunti, tempoRimasto } from './punti';

const AT = '2026-11-23T15:00:00Z';
const punto = (id: string, iniziatoAt: string | null = null) => ({
  id,
  titolo: `Punto ${id}`,
  minuti: 5,
  relatore: null,
  quorum: null,
  iniziatoAt,
  aggiuntoAt: null,
  soloDiscussione: false,
});
const dopo = (secondi: number) => new Date(Date.parse(AT) + secondi * 1000);

describe('The punti of an incontro in corso', () => {
  it.each([
    [null, [null, null, null], ['prossimo', 'da_trattare', 'da_trattare']],
    ['a', [AT, null, null], ['in_corso', 'prossimo', 'da_trattare']],
    ['c', [AT, null, AT], ['concluso', 'prossimo', 'in_corso']],
    [null, [AT, null, AT], ['concluso', 'prossimo', 'concluso']],
    ['a', [AT, AT, AT], ['in_corso', 'concluso', 'concluso']],
  ])('with %s under discussion', (puntoCorrente, iniziati, stati) => {
    const punti = ['a', 'b', 'c'].map((id, i) => punto(id, iniziati[i] ?? null));
    expect(seguiPunti({ punti, puntoCorrente }).map(p => p.stato)).toEqual(stati);
  });

  it.each([
    [0, 'Restano 5 min e 00 s'],
    [-30, 'Restano 5 min e 00 s'],
    [55, 'Restano 4 min e 05 s'],
    [299, 'Restano 0 min e 01 s'],
    [300, 'Tempo finito'],
    [359, 'Tempo finito'],
    [420, 'Tempo finito da 2 minuti'],
    [3960, 'Tempo finito da 1 ora e 1 minuto'],
  ])('tell the time left after %i seconds', (secondi, parole) => expect(tempoRimasto(punto('a', AT), dopo(secondi))).toBe(parole));

  it('tell no time where none was foreseen, or before they begin', () => {
    expect(tempoRimasto({ iniziatoAt: AT, minuti: null }, dopo(0))).toBeNull();
    expect(tempoRimasto(punto('a'), dopo(0))).toBeNull();
  });

  it('tell what is new, and nothing when nothing is', () => {
    const prima = incontro({ stato: 'in_corso' });
    expect(novita(incontro(), prima)).toBe('L’incontro è cominciato.');
    expect(novita(prima, incontro({ stato: 'in_corso', puntoCorrente: 'p2' }))).toBe('Ora si discute il punto 2: Le famiglie numerose.');
    expect(novita(incontro({ stato: 'in_corso', puntoCorrente: 'p2' }), prima)).toBe('Il punto è concluso.');
    expect(novita(prima, incontro({ stato: 'svolto' }))).toBe('L’incontro è chiuso.');
    expect(novita(prima, prima)).toBeNull();
    const quorum = { posti: 3, presenti: 2, richiesti: 2, raggiunto: true };
    expect(novitaPresenze({ quorum: { ...quorum, presenti: 1, raggiunto: false } }, { quorum })).toBe(
      'Presenti 2 posti su 3: numero legale raggiunto (ne servono 2).',
    );
    expect(novitaPresenze({ quorum }, { quorum: { ...quorum, presenti: 3 } })).toBeNull();
  });
});
