import * as z from 'zod';
import { brano, facoltativo, indirizzoEmail, riga } from '../kernel/fields.js';
import { riferimento } from '../permissions/riferimenti.js';
import { conOrigine, delTavolo, ORIGINI_INCARICO, RUOLI_DALL_AMBITO, RUOLO } from '../permissions/ruoli.js';
import { giornoScritto } from './impostazioni.schema.js';

/** All that are of a tavolo: «verbalizzante, coordinatore o referente». */
const DEL_TAVOLO = new Intl.ListFormat('it', { type: 'disjunction' }).format(
  RUOLI_DALL_AMBITO.filter(delTavolo).map(ruolo => RUOLO[ruolo].parole.uno),
);

/** The act by which an incarico is given, or goes on. */
const attoDiIncarico = z.strictObject({ numero: riga(40, 'Scrivi il numero dell’atto.'), data: giornoScritto });

export const IncaricoInput = z
  .strictObject({
    email: indirizzoEmail,
    ruolo: z.enum(RUOLI_DALL_AMBITO, 'Scegli un ruolo.'),
    tavoloId: riferimento('tavolo', 'incarico.assegna').nullable(),
    /** Of who coordinates a tavolo: whether an act gave it, or the tavolo chose, with the verbale that says so where there is one. */
    origine: z.enum(ORIGINI_INCARICO, 'Indica da che cosa nasce l’incarico.').nullable().default(null),
    verbaleId: riferimento('verbale', 'verbale.leggi').nullable().default(null),
    /** Null where it is not known, or there is none. */
    atto: attoDiIncarico.nullable().default(null),
    /** Days; null: it begins today, and ends a year later (`fineDiIncarico`). */
    dal: facoltativo(giornoScritto).default(null),
    scadeIl: facoltativo(giornoScritto).default(null),
    /** The comune, or another body, whose person it is. */
    comuneDi: facoltativo(riga(120)).default(null),
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
    if (incarico.dal !== null && incarico.scadeIl !== null && incarico.scadeIl < incarico.dal)
      issue('scadeIl', 'La fine viene dopo l’inizio.');
  });
export type IncaricoInput = z.infer<typeof IncaricoInput>;
/** Who sends it may leave out what has a default. */
export type NuovoIncarico = z.input<typeof IncaricoInput>;

/** An incarico goes on until another day, by an act of its own, after a look at how it went. */
export const RinnovoInput = z.strictObject({
  atto: attoDiIncarico,
  scadeIl: giornoScritto,
  verifica: brano(1000, 'Scrivi com’è andato l’incarico e perché continua.').min(10, 'Spiegalo con almeno 10 caratteri.'),
});
export type RinnovoInput = z.infer<typeof RinnovoInput>;

/** Who writes the verbale of the incontro of the URL. */
export const VerbalizzanteInput = z.strictObject({ email: indirizzoEmail });
export type VerbalizzanteInput = z.infer<typeof VerbalizzanteInput>;
