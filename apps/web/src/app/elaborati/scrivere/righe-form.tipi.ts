import type { ElencoAmbito, TipoContenuto } from '@tavoli/shared';

export type Riga = Readonly<Record<string, string | number | null>>;

export interface Colonna {
  readonly campo: string;
  readonly etichetta: string;
  readonly tipo: 'testo' | 'brano' | 'numero' | 'euro' | 'scelta';
  readonly aiuto?: string;
  readonly facoltativa?: true;
  /** The list of the ambito that one chooses from. */
  readonly elenco?: ElencoAmbito;
}

/** How the rows of a kind of part are asked for. */
export interface FormaRighe {
  /** One row, in a word. */
  readonly nome: string;
  readonly aggiungi: string;
  readonly colonne: readonly Colonna[];
  readonly vuota: Riga;
  readonly massimo: number;
  /** Their order says something. */
  readonly ordinate: boolean;
}

const testo = (campo: string, etichetta: string, aiuto?: string): Colonna => ({
  campo,
  etichetta,
  tipo: 'testo',
  ...(aiuto === undefined ? {} : { aiuto }),
});
const facoltativa = (colonna: Colonna): Colonna => ({ ...colonna, facoltativa: true });

/** The parts that are written in rows. */
export const FORME_RIGHE: Partial<Readonly<Record<TipoContenuto, FormaRighe>>> = {
  dati: {
    nome: 'Dato',
    aggiungi: 'Aggiungi un dato',
    massimo: 60,
    ordinate: false,
    vuota: { dato: '', valore: '', periodo: null, fonte: '' },
    colonne: [
      testo('dato', 'Dato', 'Per esempio: persone con più di 65 anni.'),
      testo('valore', 'Valore'),
      facoltativa(testo('periodo', 'Periodo (facoltativo)')),
      testo('fonte', 'Fonte', 'Da dove viene.'),
    ],
  },
  elenco: {
    nome: 'Voce',
    aggiungi: 'Aggiungi una voce',
    massimo: 60,
    ordinate: true,
    vuota: { voce: '' },
    colonne: [testo('voce', 'Testo')],
  },
  priorita: {
    nome: 'Priorità',
    aggiungi: 'Aggiungi una priorità',
    massimo: 30,
    ordinate: true,
    vuota: { titolo: '', motivo: '' },
    colonne: [testo('titolo', 'Priorità'), { campo: 'motivo', etichetta: 'Perché', tipo: 'brano' }],
  },
  destinatari: {
    nome: 'Gruppo',
    aggiungi: 'Aggiungi un gruppo',
    massimo: 30,
    ordinate: false,
    vuota: { gruppo: '', numero: null },
    colonne: [testo('gruppo', 'A chi è rivolto'), { campo: 'numero', etichetta: 'Quante persone', tipo: 'numero', facoltativa: true }],
  },
  azioni: {
    nome: 'Azione',
    aggiungi: 'Aggiungi un’azione',
    massimo: 40,
    ordinate: true,
    vuota: { azione: '', chi: null },
    colonne: [testo('azione', 'Che cosa si farà'), facoltativa(testo('chi', 'Chi se ne occupa'))],
  },
  risorse: {
    nome: 'Risorsa',
    aggiungi: 'Aggiungi una risorsa',
    massimo: 40,
    ordinate: false,
    vuota: { fonte: '', descrizione: null, centesimi: null },
    colonne: [
      { campo: 'fonte', etichetta: 'Da dove viene', tipo: 'scelta', elenco: 'fondi' },
      facoltativa(testo('descrizione', 'Per che cosa (facoltativo)')),
      { campo: 'centesimi', etichetta: 'Importo in euro', tipo: 'euro' },
    ],
  },
  indicatori: {
    nome: 'Indicatore',
    aggiungi: 'Aggiungi un indicatore',
    massimo: 30,
    ordinate: false,
    vuota: { nome: '', unita: '', iniziale: null, atteso: null, fonte: null },
    colonne: [
      testo('nome', 'Che cosa si misura'),
      testo('unita', 'Unità di misura', 'Per esempio: persone, ore, %.'),
      facoltativa(testo('iniziale', 'Valore di oggi')),
      facoltativa(testo('atteso', 'Valore atteso')),
      facoltativa(testo('fonte', 'Da dove viene il dato')),
    ],
  },
};
