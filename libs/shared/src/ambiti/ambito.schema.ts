import * as z from 'zod';
import { brano, indirizzoEmail, riga, telefono } from '../kernel/fields.js';
import { nonRiferimento, parteDi } from '../permissions/riferimenti.js';
import { ORGANI_POLITICI, ORGANI_TECNICI } from './ambito.words.js';

/** First words of addresses that are not ambiti. */
const RISERVATI = new Set([
  'accedi',
  'registrati',
  'conferma',
  'password',
  'amministratore',
  'amministrazione',
  'account',
  'consenso',
  'contributo',
  'invito',
  'disiscrizione',
  'inviti',
  'verifica',
  'demo',
  'privacy',
  'note-legali',
  'accessibilita',
  'errore',
  'area',
  'api',
  'health',
  'metrics',
  'kit',
  'cal',
  'u',
]);

const slug = nonRiferimento(
  z
    .string('Scrivi l’indirizzo breve.')
    .max(60, 'Al massimo 60 caratteri.')
    .regex(/^[a-z0-9]+(?:-[a-z0-9]+)*$/, 'Usa lettere minuscole, cifre e trattini, per esempio corigliano-rossano.')
    .min(2, 'Almeno 2 caratteri.')
    .refine(value => !RISERVATI.has(value), 'Questo indirizzo serve al portale: scegline un altro.'),
  'The address of the ambito that is being made.',
);

const Contatti = z.strictObject({ indirizzo: riga(200, 'Scrivi l’indirizzo.'), email: indirizzoEmail, pec: indirizzoEmail, telefono });

/** A comune of an ambito. */
export const ComuneInput = z.strictObject({
  istat: z
    .string()
    .max(6)
    .regex(/^\d{6}$/, 'Il codice ISTAT ha 6 cifre.'),
  nome: riga(80, 'Scrivi il nome del comune.'),
  belfiore: z
    .string()
    .max(4)
    .regex(/^[A-Z]\d{3}$/, 'Il codice catastale ha una lettera e 3 cifre.'),
  abitanti: z.int().min(0).max(10_000_000),
});

/** A new ambito of this installation, with its comuni, its Piano di Zona and its first coordinatore. */
export const NuovoAmbitoInput = z.strictObject({
  slug,
  nome: riga(120, 'Scrivi il nome dell’ambito.'),
  regione: riga(60, 'Scrivi la regione.'),
  capofila: riga(80, 'Scrivi il comune capofila.'),
  contatti: Contatti,
  comuni: z.array(ComuneInput).max(300, 'Al massimo 300 comuni.'),
  piano: z
    .strictObject({ titolo: riga(160, 'Scrivi il titolo del Piano.'), dal: z.int().min(2000).max(2100), al: z.int().min(2000).max(2100) })
    .refine(piano => piano.al >= piano.dal, { path: ['al'], message: 'Il Piano non può finire prima di cominciare.' }),
  coordinatore: indirizzoEmail,
});
export type NuovoAmbitoInput = z.infer<typeof NuovoAmbitoInput>;

export const AmbitoInput = z.strictObject({ nome: riga(120, 'Scrivi il nome dell’ambito.'), contatti: Contatti });
export type AmbitoInput = z.infer<typeof AmbitoInput>;

/** How the bodies of the ambito are called, chosen once. */
export const ParoleInput = z.strictObject({
  organoPolitico: z.enum(ORGANI_POLITICI, 'Scegli come si chiama l’organo dei sindaci.'),
  organoTecnico: z.enum(ORGANI_TECNICI, 'Scegli come si chiama l’organo tecnico.'),
});
export type ParoleInput = z.infer<typeof ParoleInput>;

/** A new tavolo: its code (A, B, …) is unique in the Piano. */
export const NuovoTavoloInput = z.strictObject({
  codice: z
    .string('Scrivi il codice.')
    .max(5, 'Al massimo 5 caratteri.')
    .overwrite(v => v.trim().toUpperCase())
    .regex(/^[A-Z0-9]{1,5}$/, 'Usa da 1 a 5 lettere o cifre, per esempio A.'),
  nome: riga(120, 'Scrivi il nome del tavolo.'),
  scopo: brano(2000, 'Scrivi di che cosa si occupa il tavolo.'),
  aree: z.array(parteDi('area')).min(1, 'Scegli almeno un’area tematica.').max(20),
});
export type NuovoTavoloInput = z.infer<typeof NuovoTavoloInput>;

/** Thematic areas that a new ambito starts with; it edits the list (domain.md, usual set). */
export const AREE_TEMATICHE = [
  'Famiglia, infanzia e minori',
  'Giovani',
  'Anziani e non autosufficienza',
  'Disabilità',
  'Povertà, inclusione sociale e abitare',
  'Immigrazione e intercultura',
  'Dipendenze',
  'Salute mentale',
  'Contrasto alla violenza di genere',
] as const;
