import * as z from 'zod';
import { riferimento } from '../permissions/riferimenti.js';
import { DesignazioneInput } from './designazione.schema.js';

/** One tavolo that an ente answers for, with the declarations of its avviso that are made (places, from 0). */
const tavoloScelto = z.strictObject({
  avvisoId: riferimento('avviso', 'avviso.vedi'),
  tavoloId: riferimento('tavolo', 'tavolo.vedi'),
  dichiarazioni: z.array(z.int().min(0).max(19)).max(20, 'Al massimo 20 dichiarazioni.').default([]),
});

export const TAVOLI_INSIEME = 20;

/** One answer of an ente for several tavoli: its people are written once, and named to each of them. */
export const DesignazioniInsiemeInput = DesignazioneInput.extend({
  tavoli: z
    .array(tavoloScelto)
    .min(1, 'Scegli almeno un tavolo.')
    .max(TAVOLI_INSIEME, `Al massimo ${TAVOLI_INSIEME} tavoli per volta.`)
    .superRefine((tavoli, ctx) => {
      const visti = new Set<string>();
      tavoli.forEach(({ tavoloId }, i) => {
        if (visti.has(tavoloId)) ctx.addIssue({ code: 'custom', path: [i, 'tavoloId'], message: 'Hai già scelto questo tavolo.' });
        visti.add(tavoloId);
      });
    }),
});
export type DesignazioniInsiemeInput = z.infer<typeof DesignazioniInsiemeInput>;
