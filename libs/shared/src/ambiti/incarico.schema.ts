import * as z from 'zod';
import { indirizzoEmail } from '../kernel/fields.js';
import { riferimento } from '../permissions/riferimenti.js';

export const IncaricoInput = z
  .strictObject({
    email: indirizzoEmail,
    ruolo: z.enum(['coordinatore', 'ufficio_di_piano', 'referente'], 'Scegli un ruolo.'),
    tavoloId: riferimento('tavolo', 'incarico.assegna').nullable(),
  })
  .superRefine((incarico, ctx) => {
    if ((incarico.ruolo === 'referente') !== (incarico.tavoloId !== null)) {
      ctx.addIssue({ code: 'custom', path: ['tavoloId'], message: 'Il tavolo si indica per il referente, e solo per il referente.' });
    }
  });
export type IncaricoInput = z.infer<typeof IncaricoInput>;
