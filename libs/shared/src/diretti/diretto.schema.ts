import * as z from 'zod';
import { brano, facoltativo, indirizzoEmail, riga } from '../kernel/fields.js';
import { RappresentanteInput } from '../designazioni/designazione.schema.js';
import { EnteDatiInput } from '../enti/ente.schema.js';
import type { NaturaGiuridica, Veste } from '../enti/natura-giuridica.js';
import { parteDi, riferimento } from '../permissions/riferimenti.js';

/** In what capacity one sits without having answered an avviso. */
export const VESTI_DIRETTE = ['istituzionale', 'osservatore'] as const satisfies readonly Veste[];
export type VesteDiretta = (typeof VESTI_DIRETTE)[number];

/** Kinds of ente that are invited without an avviso. */
export const NATURE_DIRETTE = [
  'comune',
  'azienda_sanitaria',
  'istituto_scolastico',
  'altro_ente_pubblico',
  'organizzazione_sindacale',
] as const satisfies readonly NaturaGiuridica[];

/** An ente that the office writes down by itself: enough to write to it and to know it again. */
export const EnteLeggeroInput = z.strictObject({
  denominazione: EnteDatiInput.shape.denominazione,
  naturaGiuridica: z.enum(NATURE_DIRETTE, 'Scegli che cos’è.'),
  codiceFiscale: EnteDatiInput.shape.codiceFiscale,
  /** Of the Indice dei domicili digitali della pubblica amministrazione. */
  codiceIpa: facoltativo(riga(20)),
  pec: indirizzoEmail,
  /** Where it is written to besides its PEC. */
  email: facoltativo(indirizzoEmail),
});
export type EnteLeggeroInput = z.infer<typeof EnteLeggeroInput>;

const posto = {
  tavoli: z
    .array(riferimento('tavolo', 'diretto.crea'))
    .min(1, 'Scegli almeno un tavolo.')
    .max(50, 'Al massimo 50 tavoli.')
    .refine(ids => new Set(ids).size === ids.length, 'Hai scelto due volte lo stesso tavolo.'),
  veste: z.enum(VESTI_DIRETTE, 'Scegli come siede al tavolo.'),
  titolari: z.int('Scrivi un numero.').min(1, 'Almeno un titolare.').max(5, 'Al massimo 5 titolari.'),
  supplenti: z.int('Scrivi un numero.').min(0, 'Scrivi 0 se non c’è un supplente.').max(5, 'Al massimo 5 supplenti.'),
  /** The act by which the office invites. */
  atto: z.strictObject({
    numero: riga(40, 'Scrivi il numero dell’atto.'),
    data: z.iso.date('Scegli la data dell’atto.').max(10),
  }),
};

/** Seats for one ente: one that there is, or a new one. */
export const DirettoInput = z
  .strictObject({ enteId: riferimento('ente', 'diretto.crea').nullable(), nuovo: EnteLeggeroInput.nullable(), ...posto })
  .refine(input => (input.enteId === null) !== (input.nuovo === null), {
    path: ['enteId'],
    message: 'Scegli un ente, oppure scrivi i dati di uno nuovo.',
  });
export type DirettoInput = z.infer<typeof DirettoInput>;

/** The same seats for the comuni of the ambito: those that have an ente, and those that are written down now. */
export const DirettiComuniInput = z.strictObject({
  comuni: z
    .array(
      z.strictObject({
        istat: z
          .string()
          .max(6)
          .regex(/^\d{6}$/),
        codiceFiscale: facoltativo(EnteDatiInput.shape.codiceFiscale),
        pec: facoltativo(indirizzoEmail),
      }),
    )
    .min(1, 'Scegli almeno un comune.')
    .max(200),
  ...posto,
});
export type DirettiComuniInput = z.infer<typeof DirettiComuniInput>;

const daSegreto = { postoId: parteDi('posto_diretto') };

/** What the ente answers: who, or why not. The persons are asked only by `nomina`. */
export const NominaInput = z.strictObject({
  ...daSegreto,
  rappresentanti: z
    .array(RappresentanteInput)
    .max(10, 'Al massimo 10 persone.')
    .superRefine((persone, ctx) => {
      persone.forEach((persona, i) => {
        if (persone.findIndex(altra => altra.email === persona.email) < i)
          ctx.addIssue({ code: 'custom', path: [i, 'email'], message: 'Hai già indicato una persona con questo indirizzo.' });
      });
    })
    .default([]),
  motivo: brano(1000).default(''),
});
export type NominaInput = z.infer<typeof NominaInput>;
