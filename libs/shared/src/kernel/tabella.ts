import * as z from 'zod';
import { paginaQuery } from './fields.js';
import { identifier, type Reads } from './view.js';

export const VERSI_ORDINE = ['asc', 'desc'] as const;
export type VersoOrdine = (typeof VERSI_ORDINE)[number];

/** A filter by whether a thing has something. */
export const SI_NO = ['si', 'no'] as const;

/** As many things as one press may act on: the rest is another press. */
export const INSIEME_MASSIMO = 100;

/** The query of a list that is a table: a page of rows, by one of the keys they may be ordered by. `verso` stands beside `ordina` alone. */
export const tabellaQuery = <const Chiavi extends readonly [string, ...string[]]>(chiavi: Chiavi) =>
  paginaQuery.extend({
    // It holds the value that the page ended with: some words, at most.
    cursor: z
      .string()
      .max(1000)
      .regex(/^[A-Za-z0-9_-]+$/)
      .optional(),
    ordina: z.enum(chiavi).optional(),
    verso: z.enum(VERSI_ORDINE).optional(),
  });

const voceView = z.strictObject({
  /** What the filter of the same name is asked with. */
  valore: z.string(),
  /** Its name, where the portal knows it by words of its own. */
  nome: z.string().nullable(),
  n: z.int(),
});
export type VoceFiltro = Reads<typeof voceView>;

/** How many rows there are, and how many for each value of each filter: as many as choosing it would leave, the other filters being what they are. */
export const conteggiView = <const F extends string>(chiavi: readonly F[]) =>
  z.strictObject({
    totale: z.int(),
    filtri: z.strictObject(Object.fromEntries(chiavi.map(f => [f, z.array(voceView)])) as Record<F, z.ZodArray<typeof voceView>>),
  });
export interface ConteggiView<F extends string = string> {
  readonly totale: number;
  readonly filtri: Readonly<Record<F, readonly VoceFiltro[]>>;
}

/** What became, or would become, of one of several things: done, or the code of the refusal with its words. */
export const esitoInsiemeView = z.strictObject({ id: identifier, esito: z.string(), perche: z.string().nullable() });
export type EsitoInsiemeView = Reads<typeof esitoInsiemeView>;
export const esitiInsiemeView = z.strictObject({ items: z.array(esitoInsiemeView) });
export type EsitiInsiemeView = Reads<typeof esitiInsiemeView>;

/** The outcome of a thing on which the act was done, or could be. */
export const FATTO = 'fatto';
