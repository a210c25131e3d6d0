import * as z from 'zod';
import { brano, motivazione } from '../kernel/fields.js';
import { riferimento } from '../permissions/riferimenti.js';

export const STATI_PROPOSTA_DECADENZA = ['in_attesa', 'accolta', 'declinata'] as const;
export type StatoPropostaDecadenza = (typeof STATI_PROPOSTA_DECADENZA)[number];

/** What the referente proposes to who decides: that the seat of the designazione in the URL be weighed, and the absences that show why. */
export const PropostaDecadenzaInput = z.strictObject({
  incontri: z
    .array(riferimento('incontro', 'incontro.vedi'))
    .min(1, 'Scegli almeno un incontro a cui l’ente non è venuto.')
    .max(50, 'Al massimo 50 incontri.'),
  ragioni: brano(4000, 'Scrivi perché lo proponi: lo legge chi decide.').min(10, 'Spiega perché con almeno 10 caratteri.'),
});
export type PropostaDecadenzaInput = z.infer<typeof PropostaDecadenzaInput>;

/** Who decides does not take it up, and says why. */
export const PropostaDeclinataInput = z.strictObject({ motivazione });
export type PropostaDeclinataInput = z.infer<typeof PropostaDeclinataInput>;
