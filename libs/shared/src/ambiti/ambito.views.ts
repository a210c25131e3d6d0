import * as z from 'zod';
import { ARTICOLI, GENERI } from '../kernel/italiano.js';
import { identifier, type Reads } from '../kernel/view.js';
import { CHIAVI_PAROLE, type ParoleAmbito } from './ambito.words.js';

const parolaView = z.strictObject({ testo: z.string(), plurale: z.string(), articolo: z.enum(ARTICOLI), genere: z.enum(GENERI) });
const CHIAVI = [...CHIAVI_PAROLE, 'nomeEsteso'] as const;
export const paroleAmbitoView = z.strictObject(
  Object.fromEntries(CHIAVI.map(chiave => [chiave, parolaView])) as Record<(typeof CHIAVI)[number], typeof parolaView>,
) satisfies z.ZodType<ParoleAmbito>;

export const patronoView = z.strictObject({ nome: z.string(), giorno: z.int(), mese: z.int() });

export const ambitoView = z.strictObject({
  id: identifier,
  slug: z.string(),
  nome: z.string(),
  regione: z.string(),
  /** In full: `Comune di Pavia`. */
  capofila: z.string(),
  /** Those of today. */
  comuni: z.array(z.strictObject({ istat: z.string(), nome: z.string(), abitanti: z.int() })),
  contatti: z.strictObject({ indirizzo: z.string(), email: z.string(), pec: z.string(), telefono: z.string() }),
  piano: z.strictObject({ titolo: z.string(), dal: z.int(), al: z.int() }).nullable(),
  aree: z.array(z.strictObject({ id: identifier, nome: z.string() })),
  /** How things are called there, its own name in full among them. */
  parole: paroleAmbitoView,
  codice: z.string().nullable(),
  sito: z.string().nullable(),
  /** The day of its saint patron, which is festivo there. */
  patrono: patronoView.nullable(),
});
export type AmbitoView = Reads<typeof ambitoView>;

export const ambitoRigaView = z.strictObject({
  slug: z.string(),
  nome: z.string(),
  /** In full, as it calls itself. */
  nomeEsteso: z.string(),
  regione: z.string(),
  capofila: z.string(),
});
export type AmbitoRigaView = Reads<typeof ambitoRigaView>;

/** GET /api/v1/installazione */
export const installazioneView = z.strictObject({
  demo: z.boolean(),
  versione: z.string(),
});
export type InstallazioneView = Reads<typeof installazioneView>;

/** A message that the staff of a tavolo or ambito hears, live, and who has a public page open that is followed: "look again at this". Never carries data. */
export const liveEventView = z.strictObject({
  tipo: z.enum([
    'designazione',
    'decadenza',
    'ente',
    'avviso',
    'email',
    'incontro',
    'verbale',
    'iter',
    'adesione',
    'piano',
    'elaborato',
    'contributo',
    'impegno',
    'caricamento',
    'segnalazione',
  ]),
  id: identifier,
  ambitoId: identifier,
});
export type LiveEvent = Reads<typeof liveEventView>;
