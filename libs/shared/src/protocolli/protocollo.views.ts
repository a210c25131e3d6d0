import * as z from 'zod';
import { identifier, instant, type Reads, version } from '../kernel/view.js';
import { numeroDiRegistroView } from '../kernel/numero-di-registro.js';
import { OGGETTI_PROTOCOLLATI, VERSI } from './protocollo.schema.js';

export const protocolloView = z.strictObject({
  id: identifier,
  verso: z.enum(VERSI),
  amministrazione: z.string(),
  aoo: z.string().nullable(),
  registro: z.string().nullable(),
  /** At least seven digits. */
  numero: z.string(),
  /** Day, `YYYY-MM-DD`. */
  data: z.string(),
  /** How many other things have the same number of the same administration and year; 0 for who may not write it. */
  altrove: z.int(),
  version,
});
export type ProtocolloView = Reads<typeof protocolloView>;

/** GET /protocolli: the numbers of one thing, oldest first. */
export const protocolliView = z.strictObject({ items: z.array(protocolloView), puoScrivere: z.boolean(), amministrazione: z.string() });
export type ProtocolliView = Reads<typeof protocolliView>;

/** Something of the portal that no office has protocolled yet. */
export const daProtocollareView = z.strictObject({
  tipo: z.enum(OGGETTI_PROTOCOLLATI),
  id: identifier,
  titolo: z.string(),
  at: instant,
  numeroDiRegistro: numeroDiRegistroView.nullable(),
});
export type DaProtocollareView = Reads<typeof daProtocollareView>;
