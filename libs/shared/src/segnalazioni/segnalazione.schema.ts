import * as z from 'zod';
import { brano, facoltativo, indirizzoEmail, paginaQuery } from '../kernel/fields.js';
import { STATI_SEGNALAZIONE } from './segnalazione.states.js';

/** An address of the portal: path only, so that no link elsewhere ever stands in the list of the office. */
const paginaDelPortale = z
  .string('Scrivi l’indirizzo della pagina.')
  .max(300, 'Al massimo 300 caratteri.')
  .overwrite(value => value.trim())
  .regex(
    /^\/(?:[A-Za-z0-9_~.%-][A-Za-z0-9_~.%/-]*)?$/,
    'Scrivi l’indirizzo della pagina come compare dopo il nome del sito: comincia con una barra /.',
  );

/** What is wrong, on which page; an address only if one wants an answer. `sito` stays empty: nobody sees it. */
export const SegnalazioneInput = z.strictObject({
  testo: brano(2000, 'Scrivi che cosa non va.').min(10, 'Scrivi almeno una frase.'),
  pagina: paginaDelPortale,
  email: facoltativo(indirizzoEmail),
  sito: z.string().max(500).default(''),
});
export type SegnalazioneInput = z.infer<typeof SegnalazioneInput>;

export const SegnalazioniQuery = paginaQuery.extend({ stato: z.enum(STATI_SEGNALAZIONE).optional() });
export type SegnalazioniQuery = z.infer<typeof SegnalazioniQuery>;
