import * as z from 'zod';
import { brano, motivazione, riga } from '../kernel/fields.js';
import { riferimento } from '../permissions/riferimenti.js';
import { MOTIVI_DECADENZA } from './decadenza.states.js';

/** Opens a procedimento on the seat of the designazione in the URL: why, with which incontri, by which office. */
export const DecadenzaInput = z
  .strictObject({
    motivo: z.enum(MOTIVI_DECADENZA, 'Scegli il motivo.'),
    /** The incontri that are held against the ente. */
    incontri: z.array(riferimento('incontro', 'incontro.vedi')).max(50, 'Al massimo 50 incontri.'),
    ragioni: brano(4000, 'Scrivi le ragioni: le leggono l’ente e le persone che lo rappresentano.').min(
      10,
      'Spiega le ragioni con almeno 10 caratteri.',
    ),
    ufficio: riga(150, 'Scrivi quale ufficio segue il procedimento.'),
    responsabile: riga(150, 'Scrivi chi è il responsabile del procedimento.'),
    doveAtti: riga(300, 'Scrivi dove si possono vedere gli atti.'),
  })
  .superRefine(({ motivo, incontri }, ctx) => {
    if (motivo === 'assenze' && incontri.length === 0)
      ctx.addIssue({ code: 'custom', path: ['incontri'], message: 'Scegli almeno un incontro a cui l’ente non è venuto.' });
  });
export type DecadenzaInput = z.infer<typeof DecadenzaInput>;

/** A step: `memorie` is what the ente writes (`presenta_memorie`). */
export const DecadenzaAzioneInput = z.strictObject({
  motivazione: motivazione.optional(),
  memorie: brano(10_000, 'Scrivi le memorie dell’ente.').min(10, 'Scrivi almeno 10 caratteri.').optional(),
});
export type DecadenzaAzioneInput = z.infer<typeof DecadenzaAzioneInput>;
