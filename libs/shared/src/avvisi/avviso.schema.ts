import * as z from 'zod';
import { brano, istante, motivazione, riga } from '../kernel/fields.js';
import { riferimento } from '../permissions/riferimenti.js';
import { attoInRegola, datiDellAtto, DichiarazioneAvviso, Requisito } from './avviso-atto.schema.js';
import { NATURE_GIURIDICHE } from '../enti/natura-giuridica.js';

const dati = {
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
  ...datiDellAtto,
};

function finestra(avviso: { readonly apreAt: string; readonly chiudeAt: string }, ctx: z.RefinementCtx): void {
  if (new Date(avviso.chiudeAt) <= new Date(avviso.apreAt))
    ctx.addIssue({ code: 'custom', path: ['chiudeAt'], message: 'La chiusura deve venire dopo l’apertura.' });
}

/** An avviso as the coordinatore writes it. Instants are RFC 3339; the form converts from Europe/Rome wall time. */
export const AvvisoInput = z
  .strictObject({
    ...dati,
    requisiti: z.array(Requisito).max(20, 'Al massimo 20 requisiti.').default([]),
    dichiarazioni: z.array(DichiarazioneAvviso).max(20, 'Al massimo 20 dichiarazioni.').default([]),
  })
  .superRefine(finestra)
  .superRefine(attoInRegola);
export type AvvisoInput = z.infer<typeof AvvisoInput>;

const righe = z.string('Scrivi un testo.').max(12_000, 'Al massimo 12.000 caratteri.');

/** The same as its form has it: requirements and declarations one a line. */
export const AvvisoForm = z
  .strictObject({
    ...dati,
    requisitiDichiarati: righe,
    requisitiUfficio: righe,
    dichiarazioniObbligatorie: righe,
    dichiarazioniFacoltative: righe,
  })
  .superRefine(finestra)
  .superRefine(attoInRegola);

/** Body of the steps of an avviso: `proroga` needs the new closing too. */
export const AvvisoAzioneInput = z.strictObject({ motivazione: motivazione.optional(), chiudeAt: istante.optional() });
export type AvvisoAzioneInput = z.infer<typeof AvvisoAzioneInput>;
