import * as z from 'zod';
import { emailIncollata, telefonoIncollato } from './incollato.js';
import { normalizzaSpazi, senzaControlli } from './text.js';
import { paroleDiZod } from './zod-words.js';

// Every schema stands on this file: whatever says nothing of its own is refused in Italian.
z.config({ customError: paroleDiZod });

/** One line of text: controls stripped, spaces folded, 1 to `max` characters. */
export const riga = (max: number, manca = 'Questo campo è obbligatorio.') =>
  z
    .string(manca)
    .max(max * 2, `Al massimo ${max} caratteri.`)
    .overwrite(value => normalizzaSpazi(senzaControlli(value)))
    .min(1, manca)
    .max(max, `Al massimo ${max} caratteri.`);

/** Text on several lines, up to `max` characters; may be empty unless `manca` is given. */
export const brano = (max: number, manca?: string) => {
  const base = z
    .string(manca ?? 'Scrivi un testo.')
    .max(max, `Al massimo ${max} caratteri.`)
    .overwrite(value => senzaControlli(value).trim());
  return manca === undefined ? base : base.min(1, manca);
};

/** A field that may stay empty: '' and missing both become null. */
export const facoltativo = <T extends z.ZodType>(schema: T) =>
  z.preprocess(value => (value === '' || value === undefined ? null : value), schema.nullable());

/**
 * Before the sign, words with single points between; after it the name of a host: parts of letters, digits and inner dashes, of which the last
 * is no number (four numbers are no host of mail).
 */
const EMAIL =
  /^[a-z0-9!#$%&'*+/=?^_`{|}~-]{1,64}(?:\.[a-z0-9!#$%&'*+/=?^_`{|}~-]{1,64}){0,15}@(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\.){1,8}(?:[a-z]{2,63}|xn--[a-z0-9-]{1,59})$/;
const NON_EMAIL = 'Scrivi un indirizzo e-mail valido, per esempio nome@esempio.it.';

/** One mail address, at most 254 characters (RFC 5321), no list, lower case; what was pasted around it is taken away. */
export const indirizzoEmail = z
  .string('Scrivi un indirizzo e-mail.')
  .max(600, 'Al massimo 254 caratteri.')
  .overwrite(emailIncollata)
  .max(254, 'Al massimo 254 caratteri.')
  .regex(EMAIL, NON_EMAIL)
  .refine(value => value.indexOf('@') <= 64, NON_EMAIL);

/** A phone number as people write it: digits, spaces, a leading +; 6 to 20 characters. */
export const telefono = z
  .string('Scrivi un numero di telefono.')
  .max(60, 'Al massimo 20 caratteri.')
  .overwrite(telefonoIncollato)
  .max(20, 'Al massimo 20 caratteri.')
  .regex(/^\+?[0-9][0-9 ./-]{4,18}[0-9]$/, 'Scrivi un numero di telefono valido, per esempio 0983 123456.');

/** An instant as RFC 3339 with offset. */
export const istante = z.iso.datetime({ offset: true, error: 'Indica data e ora.' }).max(40);

export const motivazione = brano(2000, 'Scrivi il motivo: verrà comunicato a chi è interessato.').min(
  10,
  'Spiega il motivo con almeno 10 caratteri.',
);

/** The body of every step of a procedure; the service demands `motivazione` where the table says `motivata`. */
export const AzioneInput = z.strictObject({ motivazione: motivazione.optional() });
export type AzioneInput = z.infer<typeof AzioneInput>;

/** Page of a list: opaque cursor, at most 100 rows. */
export const paginaQuery = z.strictObject({
  cursor: z
    .string()
    .max(200)
    .regex(/^[A-Za-z0-9_-]+$/)
    .optional(),
  limit: z.coerce.number().int().min(1).max(100).default(50),
});
