import type { PostoView, StatoPresenza } from '@tavoli/shared';
import { codaInParole, numeroLegale, quorumLocale } from './presenze.parole';

const posto = (veste: PostoView['veste'], stato: StatoPresenza | null = null) => ({ veste, stato, convocato: true }) as PostoView;

describe('The words of the presences', () => {
  it.each([
    [{ posti: 12, presenti: 7, richiesti: 7, raggiunto: true }, 'Presenti 7 posti su 12: numero legale raggiunto (ne servono 7)'],
    [{ posti: 2, presenti: 1, richiesti: 2, raggiunto: false }, 'Presente 1 posto su 2: numero legale non raggiunto (ne servono 2)'],
    [{ posti: 1, presenti: 0, richiesti: 1, raggiunto: false }, 'Presenti 0 posti su 1: numero legale non raggiunto (ne serve 1)'],
    [{ posti: 3, presenti: 0, richiesti: 0, raggiunto: true }, 'Presenti 0 posti su 3: numero legale non richiesto'],
  ])('say the quorum', (quorum, words) => expect(numeroLegale(quorum)).toBe(words));

  it.each([
    [0, 0, 'fermo', 'Tutto salvato'],
    [1, 0, 'senza_rete', '1 rilevazione da inviare: manca la connessione'],
    [3, 0, 'senza_rete', '3 rilevazioni da inviare: manca la connessione'],
    [2, 1, 'in_invio', '2 rilevazioni da inviare: invio in corso; 1 posto da decidere, cambiato anche da altri'],
    [0, 2, 'fermo', '2 posti da decidere, cambiati anche da altri'],
  ] as const)('say the queue: %i to send, %i to decide, %s', (daInviare, daDecidere, stato, words) =>
    expect(codaInParole(daInviare, daDecidere, stato)).toBe(words),
  );

  it('count the seats as they are on this phone, and leave out who does not make the number', () => {
    const posti = [posto('componente'), posto('istituzionale', 'titolare'), posto('osservatore')];
    const saved = { posti, quorum: { posti: 2, presenti: 1, richiesti: 2, raggiunto: false } };
    expect(quorumLocale(saved, () => 'supplente')).toEqual({ posti: 2, presenti: 2, richiesti: 2, raggiunto: true });
    expect(quorumLocale(saved, p => p.stato)).toEqual(saved.quorum);
  });
});
