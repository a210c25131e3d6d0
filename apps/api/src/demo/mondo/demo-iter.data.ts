import type { AdesioneInput, AttoInput, OsservazioneInput } from '@tavoli/shared';

interface DemoFase {
  /** Days from today: foreseen beginning and end, real beginning and end. */
  readonly prevista: readonly [number, number];
  readonly vera: readonly [number | null, number | null];
  /** Each with its day, from today. */
  readonly atti: readonly (Pick<AttoInput, 'direzione' | 'tipo' | 'titolo' | 'numero' | 'pubblico'> & { readonly giorno: number })[];
  readonly responsabile: string | null;
}

const esce = (tipo: AttoInput['tipo'], titolo: string, numero: string | null, giorno: number, pubblico = true) => ({
  direzione: 'uscita' as const,
  tipo,
  titolo,
  numero,
  giorno,
  pubblico,
});

/** The phases of the template, in order: the demo is in the middle of the fourth, while the avviso is still open. */
export const FASI: readonly DemoFase[] = [
  {
    prevista: [-120, -95],
    vera: [-118, -97],
    atti: [esce('atto_indirizzo', 'Atto di indirizzo per il nuovo Piano di Zona (demo)', '4', -97)],
    responsabile: null,
  },
  {
    prevista: [-95, -75],
    vera: [-96, -70],
    atti: [
      esce('determina', 'Costituzione dell’ufficio di piano (demo)', '118', -70),
      esce('altro', 'Nota interna sulla ripartizione dei compiti (demo)', null, -68, false),
    ],
    responsabile: null,
  },
  {
    prevista: [-12, 16],
    vera: [-12, null],
    atti: [esce('avviso', 'Avviso per le designazioni ai tavoli (demo)', '131', -12)],
    responsabile: 'Caterina Modello',
  },
  {
    prevista: [-10, 45],
    vera: [-10, null],
    atti: [
      { ...esce('elenco', 'Primo elenco dei rappresentanti (demo)', '152', -9), direzione: 'ingresso' },
      esce('verbale', 'Verbale del primo giro di incontri (demo)', null, -4),
    ],
    responsabile: 'Caterina Modello',
  },
  { prevista: [46, 75], vera: [null, null], atti: [], responsabile: 'Ugo Campione' },
  { prevista: [76, 90], vera: [null, null], atti: [], responsabile: null },
  { prevista: [91, 110], vera: [null, null], atti: [], responsabile: null },
  { prevista: [111, 125], vera: [null, null], atti: [], responsabile: null },
  { prevista: [126, 150], vera: [null, null], atti: [], responsabile: null },
  { prevista: [151, 160], vera: [null, null], atti: [], responsabile: null },
];
export const SCADENZA = 165;

/** By key of the ente; the first is accepted, the second waits. */
export const ADESIONI: readonly { readonly ente: string; readonly accolta: boolean; readonly input: AdesioneInput }[] = [
  {
    ente: 'aurora',
    accolta: true,
    input: {
      impegno: 'Uno sportello di ascolto per le famiglie, due mattine a settimana, per i tre anni del Piano.',
      risorse: [
        { tipo: 'volontariato', descrizione: 'Dodici volontarie e volontari formati', centesimi: null },
        { tipo: 'sede', descrizione: 'Una sala con accesso senza scalini', centesimi: 360_000 },
        { tipo: 'denaro', descrizione: 'Cofinanziamento annuo', centesimi: 500_000 },
      ],
    },
  },
  {
    ente: 'fili',
    accolta: false,
    input: {
      impegno: 'Il trasporto sociale per le visite mediche.',
      risorse: [{ tipo: 'mezzi', descrizione: 'Un pulmino attrezzato', centesimi: 1_250_050 }],
    },
  },
];

export const OSSERVAZIONE: Omit<OsservazioneInput, 'ricevutaIl'> & { readonly giorno: number; readonly risposta: string } = {
  tipo: 'sindacato',
  da: 'Pensionati Inventati (demo)',
  testo: 'Chiediamo che il Piano preveda più ore di assistenza a casa per le persone sole con più di 80 anni.',
  giorno: -6,
  risposta: 'L’osservazione è accolta: il tavolo Anziani ne terrà conto nella sua scheda.',
};
