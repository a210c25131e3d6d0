import * as z from 'zod';
import { brano, facoltativo, motivazione, riga } from '../kernel/fields.js';
import { parteAltrui } from '../permissions/riferimenti.js';

const giorno = (manca: string) =>
  z.iso
    .date(manca)
    .max(10)
    .refine(v => v >= '2000-01-01', 'Scegli un giorno dal 2000 in poi.');

/** What a sottogruppo is, and who is in it: people who sit at its tavolo. Days are `YYYY-MM-DD`. */
export const SottogruppoInput = z
  .strictObject({
    nome: riga(120, 'Scrivi il nome del sottogruppo.'),
    scopo: brano(2000, 'Scrivi che cosa deve fare il sottogruppo.'),
    iniziaIl: giorno('Scegli da quando il sottogruppo lavora.'),
    /** Foreseen; null: as long as the tavolo wants it. */
    finisceIl: giorno('Scegli un giorno, oppure lascia il campo vuoto.').nullable(),
    membri: z.array(parteAltrui('membro', 'sottogruppo.componi')).min(1, 'Scegli almeno una persona tra chi siede al tavolo.').max(200),
    /** Why these people, told to whom it touches. */
    motivazione: facoltativo(brano(2000)),
  })
  .refine(v => v.finisceIl === null || v.finisceIl >= v.iniziaIl, {
    path: ['finisceIl'],
    message: 'La fine viene dopo l’inizio: scegli un giorno successivo.',
  });
export type SottogruppoInput = z.infer<typeof SottogruppoInput>;

/** Its leader ends it: nobody else has to decide. */
export const ChiudiSottogruppoInput = z.strictObject({ motivazione });
export type ChiudiSottogruppoInput = z.infer<typeof ChiudiSottogruppoInput>;
