import * as z from 'zod';
import { identifier, type Reads, version } from '../kernel/view.js';
import { fileIterView } from '../iter/iter.views.js';
import { RAPPORTI_ATTO, TIPI_ATTO } from '../iter/atto.schema.js';

/** `revocato`: another act revokes it. `adottato`: it has its number and its day. */
export const STATI_ATTO = ['bozza', 'adottato', 'revocato'] as const;
export type StatoAtto = (typeof STATI_ATTO)[number];

const rapporto = z.strictObject({
  tipo: z.enum(RAPPORTI_ATTO),
  atto: z.strictObject({
    id: identifier,
    titolo: z.string(),
    tipo: z.enum(TIPI_ATTO),
    numero: z.string().nullable(),
    data: z.string().nullable(),
  }),
});

/** An act of the ambito. Days are `YYYY-MM-DD`. */
export const attoDellAmbitoView = z.strictObject({
  id: identifier,
  tipo: z.enum(TIPI_ATTO),
  stato: z.enum(STATI_ATTO),
  organo: z.string().nullable(),
  titolo: z.string(),
  numero: z.string().nullable(),
  data: z.string().nullable(),
  ufficio: z.string().nullable(),
  firmatario: z.string().nullable(),
  esecutivoDal: z.string().nullable(),
  albo: z.string().nullable(),
  alboDal: z.string().nullable(),
  alboAl: z.string().nullable(),
  parti: z.array(z.string()),
  impegni: z.string().nullable(),
  dal: z.string().nullable(),
  al: z.string().nullable(),
  pubblico: z.boolean(),
  file: fileIterView.nullable(),
  /** The phase of the iter that it is of. */
  fase: z.strictObject({ id: identifier, titolo: z.string() }).nullable(),
  /** What it does to others, and what others do to it; only those that the reader may see. */
  rapporti: z.array(rapporto),
  rapportiDaAltri: z.array(rapporto),
  version,
});
export type AttoDellAmbitoView = Reads<typeof attoDellAmbitoView>;
