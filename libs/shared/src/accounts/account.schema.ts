import * as z from 'zod';
import { facoltativo, indirizzoEmail, riga } from '../kernel/fields.js';
import { GENERI } from '../kernel/italiano.js';

/** 12 to 128 characters, any of them (NIST SP 800-63B: length, not composition). Common ones are refused by the API. */
export const nuovaPassword = z
  .string('Scegli una password.')
  .min(12, 'La password deve avere almeno 12 caratteri.')
  .max(128, 'La password può avere al massimo 128 caratteri.');

const passwordScritta = z
  .string('Scrivi la password.')
  .min(1, 'Scrivi la password.')
  .max(128, 'La password può avere al massimo 128 caratteri.');
const segreto = z.string().min(20).max(100);

const nome = riga(80, 'Scrivi il tuo nome.');
const cognome = riga(80, 'Scrivi il tuo cognome.');

/** Asks for the mail that opens an account. Whose name and password it gets is said by whoever opens the mail: anybody may write an address. */
export const RegistrazioneInput = z.strictObject({
  email: indirizzoEmail,
  informativaLetta: z.literal(true, 'Per continuare devi aver letto l’informativa.'),
});
export type RegistrazioneInput = z.infer<typeof RegistrazioneInput>;

/** From the mailed link: the account is made of what its holder writes now. */
export const ConfermaInput = z.strictObject({ segreto, nome, cognome, password: nuovaPassword });
export type ConfermaInput = z.infer<typeof ConfermaInput>;

export const AccessoInput = z.strictObject({ email: indirizzoEmail, password: passwordScritta });
export type AccessoInput = z.infer<typeof AccessoInput>;

export const SoloEmailInput = z.strictObject({ email: indirizzoEmail });
export type SoloEmailInput = z.infer<typeof SoloEmailInput>;

export const SegretoInput = z.strictObject({ segreto });
export type SegretoInput = z.infer<typeof SegretoInput>;

/** Whether the secret address of the private calendar ends together with the old password: who knew one may know the other. */
const chiudiCalendario = z.boolean().optional();

export const ReimpostaPasswordInput = z.strictObject({ segreto, password: nuovaPassword, chiudiCalendario });
export type ReimpostaPasswordInput = z.infer<typeof ReimpostaPasswordInput>;

export const CambioPasswordInput = z.strictObject({ attuale: passwordScritta, nuova: nuovaPassword, chiudiCalendario });
export type CambioPasswordInput = z.infer<typeof CambioPasswordInput>;

export const CambioEmailInput = z.strictObject({ email: indirizzoEmail, password: passwordScritta });
export type CambioEmailInput = z.infer<typeof CambioEmailInput>;

/** `genere`: how the person wants to be written to; null: in words that do not tell. */
export const ProfiloInput = z.strictObject({ nome, cognome, genere: facoltativo(z.enum(GENERI, 'Scegli come vuoi che ti scriviamo.')) });
export type ProfiloInput = z.infer<typeof ProfiloInput>;

/** First administrator: from the one-time link printed by `npm run admin -- invite <email>`. */
export const InvitoAmministratoreInput = z.strictObject({ segreto, nome, cognome, password: nuovaPassword });
export type InvitoAmministratoreInput = z.infer<typeof InvitoAmministratoreInput>;
