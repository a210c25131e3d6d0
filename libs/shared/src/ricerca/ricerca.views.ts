import * as z from 'zod';
import { componenteRigaView } from '../componenti/componente.views.js';
import { tavoloBreveView } from '../tavoli/tavolo-breve.views.js';
import { identifier, type Reads } from '../kernel/view.js';
import { TIPI_RICERCA } from './ricerca.schema.js';

/** A piece of text; `trovato` when it is one of the words looked for. */
export const pezzoTestoView = z.strictObject({
  testo: z.string(),
  trovato: z.boolean(),
});
export type PezzoTesto = Reads<typeof pezzoTestoView>;

export const risultatoView = z.strictObject({
  tipo: z.enum(TIPI_RICERCA),
  id: identifier,
  titolo: z.string(),
  /** Path of its page, below the ambito: `/verbali/<id>`. */
  percorso: z.string(),
  tavoli: z.array(tavoloBreveView),
  quando: z.string().nullable(),
  estratto: z.array(pezzoTestoView),
});
export type RisultatoView = Reads<typeof risultatoView>;

/** How many of the results each choice would leave. */
export const faccetteView = z.strictObject({
  tipi: z.array(z.strictObject({ tipo: z.enum(TIPI_RICERCA), quanti: z.int() })),
  tavoli: z.array(z.strictObject({ tavolo: tavoloBreveView, quanti: z.int() })),
  anni: z.array(z.strictObject({ anno: z.int(), quanti: z.int() })),
});
export type FaccetteView = Reads<typeof faccetteView>;

export const ricercaView = z.strictObject({
  items: z.array(risultatoView),
  quanti: z.int(),
  /** There are more than were put in order: only the latest were. */
  altri: z.boolean(),
  pagina: z.int(),
  faccette: faccetteView,
  /** Who sits at a tavolo and is called like that, the ente or the person; only with the first page, when nothing was narrowed. */
  siedono: z.strictObject({ items: z.array(componenteRigaView), altri: z.boolean() }),
  /** What was looked for instead, when nothing was found of what was written; null otherwise. */
  corretta: z.string().nullable(),
});
export type RicercaView = Reads<typeof ricercaView>;
