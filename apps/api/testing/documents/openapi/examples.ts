interface Example {
  readonly request?: unknown;
  readonly answer?: unknown;
}

const UN_TAVOLO = { id: '5f0d3c5e-6c1f-4c0e-9d57-2f4a1b7c9e10', slug: 'minori-e-famiglie', codice: 'T1', nome: 'Minori e famiglie' };
const UN_ENTE = { id: '0b9c2f64-1a7d-4f3b-8e52-6d1f0a9b3c21', denominazione: 'Associazione Il Ponte' };
const ADA = { ruolo: 'titolare', nome: 'Ada', cognome: 'Verdi' };
const RECAPITI = { email: 'ada.verdi@example.org', telefono: null, qualifica: 'Educatrice' };
const AVVISO = '9e2b7a18-3d40-4c6f-a1b5-7c8d9e0f1a32';

const DESIGNAZIONE = {
  id: 'c4a1e8d2-7b35-4f96-8c0d-1e2f3a4b5c43',
  stato: 'bozza',
  veste: null,
  ente: UN_ENTE,
  tavolo: { id: UN_TAVOLO.id, slug: UN_TAVOLO.slug, nome: UN_TAVOLO.nome },
  avviso: { id: AVVISO, titolo: 'Rinnovo dei tavoli' },
  rappresentanti: [
    { ...ADA, ...RECAPITI, id: 'd5b2f9e3-8c46-4a07-9d1e-2f3a4b5c6d54', consenso: 'in_attesa', consensoAt: null, dimissioni: null },
  ],
  numeroDiRegistro: null,
  inviataAt: null,
  integrareEntro: null,
  reinviataAt: null,
  sostituisce: null,
  attendeElenco: false,
  limiteTavoli: null,
  azioni: ['invia'],
  version: 1,
  motivazione: null,
  causaFine: null,
  puoRegistrareDimissioni: false,
  scoperto: null,
  decadenza: null,
  puoAprireDecadenza: false,
  posti: { titolari: 1, supplenti: 1 },
  sostituitaDa: null,
  emails: [],
  storia: [],
  dichiarazioni: [],
  puoModificare: true,
  puoCompletare: false,
  puoCorreggere: false,
};

/** What is sent and answered in the operations that one begins with; the documents' spec holds each against its schema. */
export const EXAMPLES: Readonly<Record<string, Example>> = {
  'Sessioni.accedi': { request: { email: 'ada.verdi@example.org', password: 'una frase lunga che ricordo' } },
  'Sessioni.chiediLink': { request: { email: 'ada.verdi@example.org' } },
  'Ambiti.elenco': {
    answer: {
      items: [
        {
          slug: 'valle-verde',
          nome: 'Valle Verde',
          nomeEsteso: 'Ambito distrettuale della Valle Verde',
          regione: 'Lombardia',
          capofila: 'Comune di Borgo Alto',
        },
      ],
      limit: 50,
      nextCursor: null,
    },
  },
  'Tavoli.elenco': {
    answer: {
      items: [
        {
          ...UN_TAVOLO,
          scopo: 'Sostenere chi cresce.',
          aree: ['Minori'],
          referente: 'Bea Rossi',
          numeroEnti: 7,
          chiusoIl: null,
          sottogruppi: [],
        },
      ],
      limit: 100,
      nextCursor: null,
    },
  },
  'Designazioni.crea': {
    request: { avvisoId: AVVISO, tavoloId: UN_TAVOLO.id, rappresentanti: [{ ...ADA, ...RECAPITI }] },
    answer: DESIGNAZIONE,
  },
  'Designazioni.esegui': {
    request: { motivazione: 'Indicate chi sostituisce il titolare.' },
    answer: {
      ...DESIGNAZIONE,
      stato: 'inviata',
      veste: 'componente',
      inviataAt: '2026-11-23T09:00:00.000Z',
      numeroDiRegistro: { numero: 41, anno: 2026 },
      azioni: [],
      puoModificare: false,
      puoCorreggere: true,
      version: 2,
    },
  },
};
