import * as z from 'zod';
import { motivazione, riga } from '../kernel/fields.js';
import { COLONNE_CARICATE_MASSIME, ESITI_RIGA, FORMATI_TABELLA, QUANDO_SCRIVERE, TIPI_CARICAMENTO } from './caricamento.states.js';

/** Which kind a file holds. */
export const NuovoCaricamentoQuery = z.strictObject({ tipo: z.enum(TIPI_CARICAMENTO, 'Scegli che cosa importare.') });
export type NuovoCaricamentoQuery = z.infer<typeof NuovoCaricamentoQuery>;

export const TabellaQuery = NuovoCaricamentoQuery.extend({ formato: z.enum(FORMATI_TABELLA).default('csv') });
export type TabellaQuery = z.infer<typeof TabellaQuery>;

/** Which field each column is, in their order; null: left out. */
export const ColonneInput = z.strictObject({
  colonne: z
    .array(z.string().max(80).nullable())
    .max(COLONNE_CARICATE_MASSIME)
    .refine(c => new Set(c.filter(x => x !== null)).size === c.filter(x => x !== null).length, 'Due colonne indicano lo stesso campo.'),
});
export type ColonneInput = z.infer<typeof ColonneInput>;

export const RigheQuery = z.strictObject({
  esito: z.enum(ESITI_RIGA).optional(),
  /** How many to pass over. */
  da: z.coerce.number().int().min(0).max(10_000).default(0),
  limit: z.coerce.number().int().min(1).max(100).default(50),
});
export type RigheQuery = z.infer<typeof RigheQuery>;

/** How new enti enter the register. */
export const STATI_ENTE_CARICATO = ['in_verifica', 'verificato'] as const;

/** The body of a step of a caricamento; the service demands `messaggi` of `esegui`, and `atto` for enti that enter as verified. */
export const AzioneCaricamentoInput = z.strictObject({
  motivazione: motivazione.optional(),
  messaggi: z.enum(QUANDO_SCRIVERE, 'Scegli quando scrivere.').optional(),
  statoEnti: z.enum(STATI_ENTE_CARICATO).optional(),
  atto: riga(300)
    .min(10, 'Indica da dove vengono i dati con almeno 10 caratteri, per esempio «dal registro precedente, atto n. 12 del 2024».')
    .optional(),
});
export type AzioneCaricamentoInput = z.infer<typeof AzioneCaricamentoInput>;
