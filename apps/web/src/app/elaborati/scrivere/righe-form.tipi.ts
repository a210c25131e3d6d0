import { type ElencoAmbito, ETICHETTE_QUOTA, MASSIMO_RISORSE, QUOTE, type TipoContenuto } from '@tavoli/shared';
import type { Option } from '../../ui/fields/option';

export type Riga = Readonly<Record<string, string | number | null>>;

export interface Colonna {
  readonly campo: string;
  readonly etichetta: string;
  readonly tipo: 'testo' | 'brano' | 'numero' | 'euro' | 'scelta';
  readonly aiuto?: string;
  readonly facoltativa?: true;
  /** The list of the ambito that one chooses from, or who may pay. */
  readonly elenco?: Elenco;
  /** What one chooses from where it is the same everywhere. */
  readonly opzioni?: readonly Option[];
  /** Asked for only where another column has this value, or while something stands in it. */
  readonly se?: readonly [campo: string, valore: string];
}
/** What a column may be chosen from. */
export type Elenco = ElencoAmbito | 'paga';

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
    massimo: MASSIMO_RISORSE,
    ordinate: false,
    vuota: { fonte: '', anno: null, paga: null, soggetto: null, quota: 'sociale', descrizione: null, centesimi: null },
    colonne: [
      { campo: 'fonte', etichetta: 'Da dove viene', tipo: 'scelta', elenco: 'fondi' },
      { campo: 'anno', etichetta: 'Anno', tipo: 'numero', facoltativa: true, aiuto: 'Quello in cui si spende.' },
      facoltativa({ campo: 'paga', etichetta: 'Chi paga', tipo: 'scelta', elenco: 'paga' }),
      facoltativa({ ...testo('soggetto', 'Nome di chi paga'), se: ['paga', 'altro'] }),
      facoltativa({
        campo: 'quota',
        etichetta: 'Quota',
        tipo: 'scelta',
        opzioni: QUOTE.map(value => ({ value, label: ETICHETTE_QUOTA[value] })),
      }),
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
