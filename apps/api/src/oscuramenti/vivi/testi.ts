import { OSSERVAZIONI_ACCOLTE, type LiveEvent, type TipoVivo } from '@tavoli/shared';
import { fra } from '../../platform/database/fra.js';
import { publicStates } from '../../platform/access/visible.js';
import type { Genere } from '../oscurare/genere.js';

/** Rows `x` of a table whose words are part of a text. */
export interface Parte {
  readonly tabella: string;
  /** What each column holds, and how the coordinatore is told where it stands. */
  readonly colonne: Readonly<Record<string, readonly [Genere, string]>>;
  /** Which rows, given SQL of the ambito and of the id of the text. */
  readonly di: (ambito: string, id: string) => string;
  readonly ordine?: string;
}

/** A text that pages read where it is written. */
export interface TestoVivo {
  /** SELECT of columns ambito_id, id, titolo, percorso (within the ambito), at: everything of this kind that is public now. */
  readonly pubblicati: string;
  /** The row that who is changing the same thing holds the version of, and what else tells that it changed. */
  readonly testa: { readonly tabella: string; readonly assegna: string } | null;
  readonly parti: readonly Parte[];
  readonly evento: LiveEvent['tipo'] | null;
}

const VERSIONE = 'version = version + 1';
const sua = (ambito: string, id: string): string => `x.ambito_id = ${ambito} AND x.id = ${id}`;
const dentro =
  (colonna: string) =>
  (ambito: string, id: string): string =>
    `x.ambito_id = ${ambito} AND x.${colonna} = ${id}`;
const testo = (dove: string): readonly [Genere, string] => ['testo', dove];

/** Every one of them. A spec reads the list of all texts (`testing/security/canarini/testi.ts`): one that everybody reads and that nothing blacks out fails it. */
export const TESTI_VIVI: Readonly<Record<TipoVivo, TestoVivo>> = {
  tavolo: {
    pubblicati: `SELECT t.ambito_id, t.id, t.nome AS titolo, '/tavoli/' || t.slug AS percorso, NULL::timestamptz AS at FROM tavolo t`,
    testa: { tabella: 'tavolo', assegna: VERSIONE },
    parti: [
      {
        tabella: 'tavolo',
        colonne: {
          nome: testo('Nome'),
          scopo: testo('Di che cosa si occupa'),
          contributi: [{ campi: ['testo'] }, 'Domande per chi scrive un contributo'],
        },
        di: sua,
      },
      {
        tabella: 'tavolo',
        colonne: { chiuso_atto_tipo: testo('Atto di chiusura'), chiuso_atto_numero: testo('Numero dell’atto di chiusura') },
        di: (ambito, id) => `${sua(ambito, id)} AND x.chiuso_il IS NOT NULL`,
      },
    ],
    evento: null,
  },
  avviso: {
    pubblicati: `SELECT v.ambito_id, v.id, v.titolo, '/avvisi/' || v.id AS percorso, v.pubblicato_at AS at FROM avviso v WHERE v.stato IN ${publicStates('avviso')}`,
    testa: { tabella: 'avviso', assegna: VERSIONE },
    parti: [
      {
        tabella: 'avviso',
        colonne: {
          titolo: testo('Titolo'),
          testo: testo('Testo'),
          motivazione: testo('Perché è stato annullato'),
          requisiti: ['json', 'Requisiti'],
          dichiarazioni: ['json', 'Dichiarazioni'],
        },
        di: sua,
      },
      {
        tabella: 'avviso_chiarimento',
        colonne: { domanda: testo('Domanda'), risposta: testo('Chiarimento') },
        di: dentro('avviso_id'),
        ordine: 'x.numero',
      },
      {
        tabella: 'avviso_rettifica',
        colonne: { cambi: ['json', 'Che cosa è stato rettificato'], motivazione: testo('Perché è stato rettificato') },
        di: dentro('avviso_id'),
        ordine: 'x.numero',
      },
      { tabella: 'avviso_proroga', colonne: { motivazione: testo('Perché è stato prorogato') }, di: dentro('avviso_id'), ordine: 'x.da' },
    ],
    evento: 'avviso',
  },
  incontro: {
    pubblicati: `SELECT n.ambito_id, n.id, n.titolo, '/incontri/' || n.id AS percorso, n.inizio_at AS at FROM incontro n WHERE n.stato IN ${publicStates('incontro')}`,
    // Calendars take it again.
    testa: { tabella: 'incontro', assegna: `${VERSIONE}, aggiornato_at = clock_timestamp()` },
    parti: [
      {
        tabella: 'incontro',
        colonne: { titolo: testo('Titolo'), motivazione: testo('Motivo'), sede: ['json', 'Dove'] },
        di: sua,
      },
      {
        tabella: 'incontro_punto',
        colonne: { titolo: testo('Ordine del giorno'), relatore: testo('Chi introduce') },
        di: dentro('incontro_id'),
        ordine: 'x.ordine, x.id',
      },
      {
        tabella: 'convocazione',
        colonne: { motivazione: testo('Motivo della convocazione'), urgenza: testo('Perché è urgente') },
        di: dentro('incontro_id'),
        ordine: 'x.sequence, x.parte',
      },
    ],
    evento: 'incontro',
  },
  piano: {
    pubblicati: `SELECT p.ambito_id, p.id, p.titolo, '/piano' AS percorso, p.pubblicato_at AS at FROM piano_di_zona p WHERE p.stato IN ${publicStates('piano')}`,
    testa: { tabella: 'piano_di_zona', assegna: VERSIONE },
    parti: [
      {
        tabella: 'piano_di_zona',
        colonne: {
          titolo: testo('Titolo'),
          programmi: [{ campi: ['titolo', 'numero'] }, 'Programmi annuali e i loro atti'],
          consegna: [{ campi: ['protocollo', 'protocolloRegione'] }, 'Protocollo dell’invio alla Regione'],
        },
        di: sua,
      },
      { tabella: 'allegato', colonne: { titolo: testo('Titolo di un allegato') }, di: dentro('piano_id'), ordine: 'x.ordine, x.id' },
    ],
    evento: 'piano',
  },
  fase: {
    pubblicati: `SELECT f.ambito_id, f.id, f.titolo, '/iter' AS percorso, NULL::timestamptz AS at FROM fase f WHERE f.stato IN ${publicStates('fase')}`,
    testa: { tabella: 'fase', assegna: VERSIONE },
    parti: [
      {
        tabella: 'fase',
        colonne: {
          titolo: testo('Titolo'),
          organo_nome: testo('Chi decide'),
          descrizione: testo('Descrizione'),
          attesi: [{ campi: ['titolo'] }, 'Atti attesi'],
          motivazione: testo('Perché è stata saltata'),
        },
        di: sua,
      },
    ],
    evento: 'iter',
  },
  atto: {
    pubblicati: `SELECT t.ambito_id, t.id, t.titolo, '/atti' AS percorso, t.creato_at AS at FROM atto t WHERE t.pubblico`,
    testa: { tabella: 'atto', assegna: VERSIONE },
    parti: [
      {
        tabella: 'atto',
        colonne: {
          titolo: testo('Titolo'),
          numero: testo('Numero'),
          organo: testo('Chi lo adotta'),
          ufficio: testo('Ufficio'),
          firmatario: testo('Chi lo firma'),
          parti: ['json', 'Parti'],
          impegni: testo('Impegni'),
        },
        di: sua,
      },
    ],
    evento: 'iter',
  },
  firmatario: {
    pubblicati: `SELECT s.ambito_id, s.id, s.ente AS titolo, '/iter' AS percorso, s.creato_at AS at FROM firmatario s WHERE s.stato IN ${publicStates('firmatario')}`,
    testa: { tabella: 'firmatario', assegna: VERSIONE },
    parti: [{ tabella: 'firmatario', colonne: { ente: testo('Chi firma'), carica: testo('Carica'), atto: testo('Atto') }, di: sua }],
    evento: 'iter',
  },
  adesione: {
    pubblicati: `SELECT d.ambito_id, d.id, 'Adesione: ' || e.denominazione AS titolo, '/iter' AS percorso, d.inviata_at AS at FROM adesione d JOIN ente e ON e.ambito_id = d.ambito_id AND e.id = d.ente_id WHERE d.stato = 'accolta'`,
    testa: { tabella: 'adesione', assegna: VERSIONE },
    parti: [
      { tabella: 'adesione', colonne: { impegno: testo('Che cosa si impegna a fare'), motivazione: testo('Motivo') }, di: sua },
      { tabella: 'adesione_risorsa', colonne: { descrizione: testo('Risorsa') }, di: dentro('adesione_id'), ordine: 'x.ordine' },
    ],
    evento: 'adesione',
  },
  osservazione: {
    pubblicati: `SELECT o.ambito_id, o.id, 'Osservazione: ' || o.da AS titolo, '/iter' AS percorso, o.creata_at AS at FROM osservazione o WHERE o.stato IN ${fra(OSSERVAZIONI_ACCOLTE)}`,
    testa: { tabella: 'osservazione', assegna: VERSIONE },
    parti: [{ tabella: 'osservazione', colonne: { da: testo('Da chi'), testo: testo('Testo'), motivazione: testo('Risposta') }, di: sua }],
    evento: 'iter',
  },
  // All of them together: they are of the ambito. Of each page the highest version stands.
  pagine_legali: {
    pubblicati: `SELECT a.id AS ambito_id, a.id, 'Pagine legali' AS titolo, '/privacy' AS percorso, NULL::timestamptz AS at FROM ambito a`,
    testa: null,
    parti: [
      {
        tabella: 'pagina_legale',
        colonne: { documento: ['documento', 'Pagina legale'] },
        di: ambito => `x.ambito_id = ${ambito}`,
        ordine: 'x.pagina, x.version',
      },
    ],
    evento: null,
  },
  // Which comuni, and whose capofila: the page of the office tells when, and by which act.
  composizione: {
    pubblicati: `SELECT a.id AS ambito_id, a.id, 'Di chi è fatto l’ambito' AS titolo, '/ufficio' AS percorso, NULL::timestamptz AS at FROM ambito a`,
    testa: null,
    parti: [
      {
        tabella: 'capofila',
        colonne: { nome: testo('Capofila'), atto: testo('Atto del capofila') },
        di: ambito => `x.ambito_id = ${ambito}`,
        ordine: 'x.al NULLS LAST, x.id',
      },
      {
        tabella: 'comune_periodo',
        colonne: { atto: testo('Atto di un comune che entra o esce') },
        di: ambito => `x.ambito_id = ${ambito}`,
        ordine: 'x.dal NULLS FIRST, x.id',
      },
    ],
    evento: null,
  },
};
