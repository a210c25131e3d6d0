import * as z from 'zod';
import { brano, istante, motivazione, riga } from '../kernel/fields.js';
import { riferimento } from '../permissions/riferimenti.js';
import { NATURE_GIURIDICHE } from '../enti/natura-giuridica.js';

/** An avviso as the coordinatore writes it. Instants are RFC 3339; the form converts from Europe/Rome wall time. */
export const AvvisoInput = z
  .strictObject({
    titolo: riga(200, 'Scrivi il titolo dell’avviso.'),
    testo: brano(20000, 'Scrivi il testo dell’avviso.'),
    tavoli: z.array(riferimento('tavolo', 'avviso.crea')).min(1, 'Scegli almeno un tavolo.').max(100, 'Al massimo 100 tavoli.'),
    apreAt: istante,
    chiudeAt: istante,
    postiTitolari: z.int('Scrivi un numero intero.').min(1, 'Almeno un titolare.').max(5, 'Al massimo 5 titolari.'),
    postiSupplenti: z.int('Scrivi un numero intero.').min(0, 'Non può essere negativo.').max(5, 'Al massimo 5 supplenti.'),
    /** Empty: any kind of ente may answer. */
    natureAmmesse: z.array(z.enum(NATURE_GIURIDICHE)).max(NATURE_GIURIDICHE.length),
    ammetteTardive: z.boolean(),
  })
  .superRefine((avviso, ctx) => {
    if (new Date(avviso.chiudeAt) <= new Date(avviso.apreAt)) {
      ctx.addIssue({ code: 'custom', path: ['chiudeAt'], message: 'La chiusura deve venire dopo l’apertura.' });
    }
  });
export type AvvisoInput = z.infer<typeof AvvisoInput>;

/** Body of the steps of an avviso: `proroga` needs the new closing too. */
export const AvvisoAzioneInput = z.strictObject({ motivazione: motivazione.optional(), chiudeAt: istante.optional() });
export type AvvisoAzioneInput = z.infer<typeof AvvisoAzioneInput>;
