import * as z from 'zod';
import { indirizzoEmail } from '../kernel/fields.js';
import { riferimento } from '../permissions/riferimenti.js';
import { delTavolo, RUOLI_INCARICO, RUOLO } from '../permissions/ruoli.js';

/** «referente», or all that are of a tavolo: «referente o coordinatore di tavolo». */
const DEL_TAVOLO = RUOLI_INCARICO.filter(delTavolo)
  .map(ruolo => RUOLO[ruolo].incarico.nome)
  .join(' o ');

export const IncaricoInput = z
  .strictObject({
    email: indirizzoEmail,
    ruolo: z.enum(RUOLI_INCARICO, 'Scegli un ruolo.'),
    tavoloId: riferimento('tavolo', 'incarico.assegna').nullable(),
  })
  .superRefine((incarico, ctx) => {
    if (delTavolo(incarico.ruolo) !== (incarico.tavoloId !== null)) {
      ctx.addIssue({
        code: 'custom',
        path: ['tavoloId'],
        message: `Il tavolo si indica per il ${DEL_TAVOLO}, e solo per il ${DEL_TAVOLO}.`,
      });
    }
  });
export type IncaricoInput = z.infer<typeof IncaricoInput>;
