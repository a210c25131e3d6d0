import * as z from 'zod';
import { riferimento } from '../permissions/riferimenti.js';

/** What can be found. Each kind is a view `ricerca_da_<tipo>` of the database. */
export const TIPI_RICERCA = ['tavolo', 'incontro', 'verbale', 'decisione', 'avviso', 'contributo', 'elaborato', 'atto'] as const;
export type TipoRicerca = (typeof TIPI_RICERCA)[number];

/** Results of a page; no more than a thousand of the latest are put in order. */
export const RISULTATI_PER_PAGINA = 20;
export const RISULTATI_ORDINATI = 1000;
/** Enti shown above the results, because they, or who sits for them, are called like what is looked for. */
export const SIEDONO_TROVATI = 5;

/** Words to look for ("in quotes" together, -without), and what to look among. */
export const RicercaQuery = z.strictObject({
  q: z.string().trim().min(2, 'Scrivi almeno due lettere.').max(100, 'Scrivi al massimo 100 caratteri.'),
  tipo: z.enum(TIPI_RICERCA).optional(),
  tavolo: riferimento('tavolo', 'tavolo.vedi').optional(),
  anno: z.coerce.number().int().min(2000).max(2100).optional(),
  pagina: z.coerce
    .number()
    .int()
    .min(1)
    .max(RISULTATI_ORDINATI / RISULTATI_PER_PAGINA)
    .default(1),
});
export type RicercaQuery = z.infer<typeof RicercaQuery>;
