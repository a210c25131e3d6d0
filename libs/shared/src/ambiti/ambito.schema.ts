import * as z from 'zod';
import { brano, indirizzoEmail, riga, telefono } from '../kernel/fields.js';
import { nonRiferimento, parteDi } from '../permissions/riferimenti.js';
import { codiceIstat, NomeEstesoInput } from './impostazioni.schema.js';
import { NOMI_REGIONI } from './preset-regioni.js';

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
  'date',
  'disiscrizione',
  'inviti',
  'verifica',
  'demo',
  'guida',
  'nomina',
  'segui',
  'sicurezza',
  's',
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

/** A new ambito of this installation, with its comuni, its Piano and its first coordinatore. */
export const NuovoAmbitoInput = z.strictObject({
  slug,
  nome: riga(120, 'Scrivi il nome dell’ambito.'),
  nomeEsteso: NomeEstesoInput,
  regione: z.enum(NOMI_REGIONI as [string, ...string[]], 'Scegli la Regione o la Provincia autonoma.'),
  /** In full: `Comune di Pavia`. */
  capofila: riga(120, 'Scrivi il nome completo dell’ente capofila, per esempio Comune di Pavia.'),
  contatti: Contatti,
  /** Of the list of ISTAT. */
  comuni: z.array(codiceIstat).max(400, 'Al massimo 400 comuni.'),
  piano: z
    .strictObject({ titolo: riga(160, 'Scrivi il titolo del Piano.'), dal: z.int().min(2000).max(2100), al: z.int().min(2000).max(2100) })
    .refine(piano => piano.al >= piano.dal, { path: ['al'], message: 'Il Piano non può finire prima di cominciare.' }),
  coordinatore: indirizzoEmail,
});
export type NuovoAmbitoInput = z.infer<typeof NuovoAmbitoInput>;

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
