import * as z from 'zod';
import { identifier, instant, type Reads } from '../kernel/view.js';

/** Only in the demo: a person to enter as. */
export const demoPersonaView = z.strictObject({
  id: identifier,
  nome: z.string(),
  cognome: z.string(),
  email: z.string(),
  chi: z.string(),
});
export type DemoPersonaView = Reads<typeof demoPersonaView>;

export const demoMessaggioRigaView = z.strictObject({
  id: identifier,
  nome: z.string(),
  indirizzo: z.string(),
  oggetto: z.string(),
  at: instant,
});
export type DemoMessaggioRigaView = Reads<typeof demoMessaggioRigaView>;

/** Only in the demo: a mail as it would have left. */
export const demoMessaggioView = demoMessaggioRigaView.extend({
  testo: z.string(),
  html: z.string(),
  files: z.array(z.strictObject({ name: z.string(), mediaType: z.string() })),
  calendario: z.strictObject({ method: z.string(), ics: z.string() }).nullable(),
});
export type DemoMessaggioView = Reads<typeof demoMessaggioView>;
