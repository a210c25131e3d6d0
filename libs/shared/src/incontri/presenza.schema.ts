import * as z from 'zod';
import { inInsieme, type Insiemi } from '../kernel/insiemi.js';
import { istante, riga } from '../kernel/fields.js';
import { parteDi } from '../permissions/riferimenti.js';

/** What is recorded of a seat. `null` in a view: not recorded yet, which counts as absent. */
export const STATI_PRESENZA = ['titolare', 'supplente', 'giustificato', 'assente'] as const;
export type StatoPresenza = (typeof STATI_PRESENZA)[number];

const PRESENZA_INSIEMI = {
  titolare: ['presenti'],
  supplente: ['presenti'],
  giustificato: [],
  assente: [],
} as const satisfies Insiemi<StatoPresenza>;
/** Somebody sat there. */
export const PRESENTI = inInsieme(PRESENZA_INSIEMI, 'presenti');

/** One tap on one seat. `prima` is what the list showed when it was tapped: another value now stored is a conflict, told and not overwritten. */
export const VocePresenza = z.strictObject({
  postoId: parteDi('posto'),
  stato: z.enum(STATI_PRESENZA).nullable(),
  prima: z.enum(STATI_PRESENZA).nullable(),
  /** When it was tapped, by the clock of the phone. */
  at: istante,
});
export type VocePresenza = z.infer<typeof VocePresenza>;

/** Taps queued on a phone, in order. */
export const PresenzeInput = z.strictObject({ voci: z.array(VocePresenza).min(1).max(500) });
export type PresenzeInput = z.infer<typeof PresenzeInput>;

/** Someone in the room who holds no seat. */
export const OspitePresenteInput = z.strictObject({ nome: riga(120, 'Scrivi nome e cognome.'), per: riga(160).nullable() });
export type OspitePresenteInput = z.infer<typeof OspitePresenteInput>;

/**
 * The punto that is being discussed from then on; null: between one and another. `prima` is the one that was when it was said: another one now is told, and not
 * moved on from.
 */
export const PuntoCorrenteInput = z.strictObject({
  puntoId: parteDi('punto').nullable(),
  prima: parteDi('punto').nullable(),
  /** When it was said, by the clock of the phone. */
  at: istante,
});
export type PuntoCorrenteInput = z.infer<typeof PuntoCorrenteInput>;
