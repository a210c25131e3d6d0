import * as z from 'zod';
import { indirizzoEmail } from '../kernel/fields.js';
import { riferimento } from '../permissions/riferimenti.js';
import { conOrigine, delTavolo, ORIGINI_INCARICO, RUOLI_DALL_AMBITO, RUOLO } from '../permissions/ruoli.js';

/** All that are of a tavolo: «verbalizzante, coordinatore o referente». */
const DEL_TAVOLO = new Intl.ListFormat('it', { type: 'disjunction' }).format(
  RUOLI_DALL_AMBITO.filter(delTavolo).map(ruolo => RUOLO[ruolo].parole.uno),
);

export const IncaricoInput = z
  .strictObject({
    email: indirizzoEmail,
    ruolo: z.enum(RUOLI_DALL_AMBITO, 'Scegli un ruolo.'),
    tavoloId: riferimento('tavolo', 'incarico.assegna').nullable(),
    /** Of who coordinates a tavolo: whether an act gave it, or the tavolo chose, with the verbale that says so where there is one. */
    origine: z.enum(ORIGINI_INCARICO, 'Indica da che cosa nasce l’incarico.').nullable().default(null),
    verbaleId: riferimento('verbale', 'verbale.leggi').nullable().default(null),
  })
  .superRefine((incarico, ctx) => {
    const issue = (campo: string, message: string) => ctx.addIssue({ code: 'custom', path: [campo], message });
    if (delTavolo(incarico.ruolo) !== (incarico.tavoloId !== null))
      issue('tavoloId', `Il tavolo si indica per chi è ${DEL_TAVOLO} di un tavolo, e solo in quel caso.`);
    if (conOrigine(incarico.ruolo) !== (incarico.origine !== null))
      issue(
        'origine',
        'Indica se l’incarico nasce da un atto o dalla scelta del tavolo: si dice di chi coordina un tavolo, e di nessun altro.',
      );
    if (incarico.verbaleId !== null && incarico.origine !== 'scelta_del_tavolo')
      issue('verbaleId', 'Il verbale si indica quando la persona è stata scelta dal tavolo.');
  });
export type IncaricoInput = z.infer<typeof IncaricoInput>;
/** Who sends it may leave out what has a default. */
export type NuovoIncarico = z.input<typeof IncaricoInput>;

/** Who writes the verbale of the incontro of the URL. */
export const VerbalizzanteInput = z.strictObject({ email: indirizzoEmail });
export type VerbalizzanteInput = z.infer<typeof VerbalizzanteInput>;
