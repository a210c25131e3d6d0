import * as z from 'zod';
import { identifier, instant, type Reads, version } from '../kernel/view.js';
import { AZIONI_CARICAMENTO, ESITI_RIGA, QUANDO_SCRIVERE, STATI_CARICAMENTO, TIPI_CARICAMENTO } from './caricamento.states.js';

export const fileTabellaView = z.strictObject({
  nome: z.string(),
  bytes: z.int(),
  formato: z.enum(['csv', 'xlsx', 'ods']),
  /** Of a CSV: how its letters are written, what parts its cells. */
  codifica: z.string().nullable(),
  separatore: z.string().nullable(),
  /** Of a workbook: the sheet that was read. */
  foglio: z.string().nullable(),
  righe: z.int(),
});
export type FileTabellaView = Reads<typeof fileTabellaView>;

const conteggi = z.strictObject({ nuova: z.int(), aggiorna: z.int(), uguale: z.int(), errore: z.int() });

export const caricamentoRigaView = z.strictObject({
  id: identifier,
  tipo: z.enum(TIPI_CARICAMENTO),
  stato: z.enum(STATI_CARICAMENTO),
  file: z.string(),
  conteggi,
  creatoAt: instant,
  version,
});
export type CaricamentoRigaView = Reads<typeof caricamentoRigaView>;

export const caricamentoView = z.strictObject({
  id: identifier,
  tipo: z.enum(TIPI_CARICAMENTO),
  stato: z.enum(STATI_CARICAMENTO),
  file: fileTabellaView,
  /** Headings and first rows, while the content is kept. */
  intestazioni: z.array(z.string()),
  esempi: z.array(z.array(z.string())),
  colonne: z.array(z.string().nullable()),
  /** Names of due fields that no column gives. */
  mancano: z.array(z.string()),
  conteggi,
  /** Whether the content of the file has been deleted. */
  dimenticato: z.boolean(),
  /** How many would be, or are still to be, written to. */
  daScrivere: z.int(),
  messaggi: z.enum(QUANDO_SCRIVERE).nullable(),
  scrittoAt: instant.nullable(),
  creatoAt: instant,
  eseguitoAt: instant.nullable(),
  annullabileFinoAt: instant.nullable(),
  annullatoAt: instant.nullable(),
  motivazione: z.string().nullable(),
  azioni: z.array(z.enum(AZIONI_CARICAMENTO)),
  version,
});
export type CaricamentoView = Reads<typeof caricamentoView>;

/** What is wrong with a cell: `campo` null where it is of the whole row. */
export const erroreCellaView = z.strictObject({
  campo: z.string().nullable(),
  colonna: z.string().nullable(),
  messaggio: z.string(),
  valore: z.string(),
});
export type ErroreCellaView = Reads<typeof erroreCellaView>;

export const rigaCaricataView = z.strictObject({
  /** As a spreadsheet counts it; the headings are row 1. */
  riga: z.int(),
  esito: z.enum(ESITI_RIGA),
  titolo: z.string(),
  differenze: z.array(z.strictObject({ campo: z.string(), prima: z.string(), dopo: z.string() })),
  errori: z.array(erroreCellaView),
});
export type RigaCaricataView = Reads<typeof rigaCaricataView>;

export const righeCaricateView = z.strictObject({ items: z.array(rigaCaricataView), totale: z.int() });
export type RigheCaricateView = Reads<typeof righeCaricateView>;
