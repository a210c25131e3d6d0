import type { IncontroRigaView, IncontroView, InvitoIncontroView, TavoloBreve } from '@tavoli/shared';

export const MINORI: TavoloBreve = { id: '11111111-1111-4111-8111-111111111111', slug: 'minori', codice: 'T1', nome: 'Minori e famiglie' };
export const ANZIANI: TavoloBreve = { id: '22222222-2222-4222-8222-222222222222', slug: 'anziani', codice: 'T2', nome: 'Anziani' };

/** A row of the calendar: Monday 23 November 2026, four to six in the afternoon in Rome. */
export const riga = (change: Partial<IncontroRigaView> = {}): IncontroRigaView => ({
  id: '33333333-3333-4333-8333-333333333333',
  tipo: 'tavolo',
  titolo: 'Bisogni delle famiglie',
  stato: 'convocato',
  inizioAt: '2026-11-23T15:00:00Z',
  fineAt: '2026-11-23T17:00:00Z',
  sede: { nome: 'Castello Ducale', indirizzo: 'Piazza Inventata 1', accessibile: true },
  online: true,
  tavoli: [MINORI],
  ...change,
});

/** The same incontro as the public reads it. */
export const incontro = (change: Partial<IncontroView> = {}): IncontroView => ({
  ...riga(),
  tavoloId: MINORI.id,
  linkVideo: null,
  punti: [
    {
      id: 'p1',
      titolo: 'Apertura',
      minuti: 10,
      relatore: null,
      quorum: null,
      iniziatoAt: null,
      secondi: null,
      aggiuntoAt: null,
      soloDiscussione: false,
    },
    {
      id: 'p2',
      titolo: 'Le famiglie numerose',
      minuti: 65,
      relatore: 'Rachele Finta',
      quorum: null,
      iniziatoAt: null,
      secondi: null,
      aggiuntoAt: null,
      soloDiscussione: false,
    },
  ],
  files: [],
  secondaConvocazione: false,
  convocatoAt: '2026-11-10T09:00:00Z',
  apertoAt: null,
  chiusoAt: null,
  puntoCorrente: null,
  puntoDal: null,
  quorum: null,
  motivazione: null,
  sequence: 0,
  serieId: null,
  azioni: [],
  puoModificare: false,
  puoRilevare: false,
  invito: null,
  gestione: null,
  version: 1,
  ...change,
});

/** What a titolare with a supplente finds behind the mailed link. */
export function invito(
  change: Partial<InvitoIncontroView> = {},
  dellIncontro: Partial<InvitoIncontroView['incontro']> = {},
): InvitoIncontroView {
  const { online: _, ...row } = riga();
  const proprio = {
    risposta: change.risposta ?? 'in_attesa',
    azioni: change.azioni ?? (['partecipa', 'declina', 'passa'] as const),
    supplente: change.supplente === undefined ? 'Bice Vice' : change.supplente,
  } as const;
  return {
    ...proprio,
    posti: [{ id: 'posto', ruolo: 'titolare', ente: 'Associazione Il Ponte', tavolo: 'Minori', atteso: true, ...proprio }],
    persona: { nome: 'Gino Raccontato', ruolo: 'titolare', ente: 'Associazione Il Ponte' },
    incontro: {
      ...row,
      linkVideo: null,
      motivazione: null,
      punti: [{ titolo: 'Apertura', minuti: 10, relatore: null, soloDiscussione: false }],
      ...dellIncontro,
    },
    ambito: { nome: 'Corigliano-Rossano', slug: 'ambito' },
    verbaleFinoAt: null,
    ...change,
  };
}
