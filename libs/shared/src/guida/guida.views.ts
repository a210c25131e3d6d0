import * as z from 'zod';
import type { Reads } from '../kernel/view.js';
import { PAGINE_GUIDA } from './guida.pagine.js';

const nome = z.enum(PAGINE_GUIDA);

/** Where a link of the guide leads: a page (null: the index) and a heading of it (null: its beginning). */
export const versoGuidaView = z.strictObject({
  pagina: nome.nullable(),
  ancora: z.string().nullable(),
});
export type VersoGuida = Reads<typeof versoGuidaView>;

/** A run of words, all written in one way. */
export const trattoGuidaView = z.strictObject({
  testo: z.string(),
  forte: z.boolean(),
  enfasi: z.boolean(),
  verso: versoGuidaView.nullable(),
});
export type TrattoGuida = Reads<typeof trattoGuidaView>;

const tratti = z.array(trattoGuidaView);

/** An entry of a list: its words, and the entries of a list below it. */
export const voceGuidaView = z.strictObject({ tratti, sotto: z.array(tratti) });

/** All that a page of the guide is made of: there is no other markup. */
export const bloccoGuidaView = z.discriminatedUnion('tipo', [
  z.strictObject({ tipo: z.literal('titolo'), livello: z.union([z.literal(2), z.literal(3)]), ancora: z.string(), tratti }),
  z.strictObject({ tipo: z.literal('paragrafo'), tratti }),
  z.strictObject({ tipo: z.literal('elenco'), ordinato: z.boolean(), voci: z.array(voceGuidaView) }),
  z.strictObject({ tipo: z.literal('tabella'), intestazione: z.array(tratti), righe: z.array(z.array(tratti)) }),
  z.strictObject({ tipo: z.literal('figura'), file: z.string(), descrizione: z.string(), larghezza: z.int(), altezza: z.int() }),
]);
export type BloccoGuida = Reads<typeof bloccoGuidaView>;

/** A page of the guide; the index is one of them. */
export const paginaGuidaView = z.strictObject({
  titolo: z.string(),
  blocchi: z.array(bloccoGuidaView),
});
export type PaginaGuida = Reads<typeof paginaGuidaView>;

/** A section of the guide in which the words were found. */
export const trovatoGuidaView = z.strictObject({
  pagina: nome,
  titolo: z.string(),
  /** The heading of the section; null where it is the beginning of the page. */
  sezione: z.string().nullable(),
  ancora: z.string().nullable(),
  /** The sentence that has the words. */
  brano: z.string(),
});
export type TrovatoGuida = Reads<typeof trovatoGuidaView>;

export const ricercaGuidaView = z.strictObject({ items: z.array(trovatoGuidaView), altri: z.boolean() });
export type RicercaGuida = Reads<typeof ricercaGuidaView>;
