import type { TransitionTable } from '../kernel/state-machine.js';

export const STATI_CARICAMENTO = ['simulazione', 'eseguito', 'annullato'] as const;
export type StatoCaricamento = (typeof STATI_CARICAMENTO)[number];

export const AZIONI_CARICAMENTO = ['esegui', 'annulla'] as const;
export type AzioneCaricamento = (typeof AZIONI_CARICAMENTO)[number];

/** Life of a caricamento: a simulazione writes nothing; what it did may be undone for a day. */
export const CARICAMENTO: TransitionTable<StatoCaricamento, AzioneCaricamento> = {
  esegui: { from: ['simulazione'], to: 'eseguito' },
  annulla: { from: ['eseguito'], to: 'annullato', motivata: true },
};

/** What may be imported, and exported to be imported again. */
export const TIPI_CARICAMENTO = ['comuni', 'enti', 'posti', 'incontri', 'incarichi'] as const;
export type TipoCaricamento = (typeof TIPI_CARICAMENTO)[number];

/** What becomes of a row. */
export const ESITI_RIGA = ['nuova', 'aggiorna', 'uguale', 'errore'] as const;
export type EsitoRiga = (typeof ESITI_RIGA)[number];

/** When those whom it concerns are written to. */
export const QUANDO_SCRIVERE = ['subito', 'dopo', 'nessuno'] as const;
export type QuandoScrivere = (typeof QUANDO_SCRIVERE)[number];

export const FORMATI_TABELLA = ['csv', 'xlsx'] as const;
export type FormatoTabella = (typeof FORMATI_TABELLA)[number];

/** Hours in which a caricamento may be undone. */
export const ORE_PER_ANNULLARE = 24;
export const RIGHE_CARICATE_MASSIME = 5000;
export const COLONNE_CARICATE_MASSIME = 100;
export const CELLA_MASSIMA = 5000;
/** Bytes of the file. */
export const TABELLA_BYTES_MASSIMI = 5 * 1024 * 1024;
