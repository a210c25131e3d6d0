import * as z from 'zod';
import { brano, motivazione, riga } from '../kernel/fields.js';
import { riferimento } from '../permissions/riferimenti.js';

/** Of one person at one tavolo, that still wait for an answer. */
export const MASSIMO_PROPOSTE_APERTE = 10;

/** A punto that somebody who sits at the tavolo proposes for one of its incontri. */
export const PropostaInput = z.strictObject({
  titolo: riga(300, 'Scrivi di che cosa vorresti parlare.'),
  perche: brano(2000, 'Scrivi perché il tavolo dovrebbe parlarne.').min(10, 'Scrivi almeno una frase.'),
  /** Minutes that it would take; null: not said. */
  minuti: z.int('Scrivi un numero di minuti.').min(1, 'Almeno un minuto.').max(600, 'Al massimo 600 minuti.').nullable(),
});
export type PropostaInput = z.infer<typeof PropostaInput>;

/** Body of the steps. `incontroId`: the draft whose ordine del giorno it goes into; none: it is kept for the next one. */
export const PropostaAzioneInput = z.strictObject({
  motivazione: motivazione.optional(),
  incontroId: riferimento('incontro', 'incontro.modifica').optional(),
});
export type PropostaAzioneInput = z.infer<typeof PropostaAzioneInput>;
