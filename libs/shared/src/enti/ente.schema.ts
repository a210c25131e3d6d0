import * as z from 'zod';
import { brano, facoltativo, indirizzoEmail, motivazione, riga, telefono } from '../kernel/fields.js';
import { partitaIvaIncollata } from '../kernel/incollato.js';
import { INSIEME_MASSIMO, SI_NO, tabellaQuery } from '../kernel/tabella.js';
import type { Reads } from '../kernel/view.js';
import { parteDi, riferimento } from '../permissions/riferimenti.js';
import { messaggioCodiceFiscaleEnte, messaggioCodiceFiscalePersona, messaggioPartitaIva } from './codici.messages.js';
import { normalizzaCodiceFiscale } from './codice-fiscale.js';
import { STATI_ENTE } from './ente.states.js';
import { NATURE_GIURIDICHE, RUNTS_DOVUTO, SEZIONI_RUNTS, type NaturaGiuridica } from './natura-giuridica.js';

const codice = (max: number, manca: string, messaggio: (value: string) => string | null, pulisci = normalizzaCodiceFiscale) =>
  z
    .string(manca)
    .max(40, `Al massimo ${max} caratteri.`)
    .overwrite(pulisci)
    .superRefine((value, ctx) => {
      const message = value === '' ? manca : messaggio(value);
      if (message !== null) ctx.addIssue({ code: 'custom', message });
    });

export const Sede = z.strictObject({
  indirizzo: riga(160, 'Scrivi via e numero civico.'),
  cap: z
    .string('Scrivi il CAP.')
    .max(10)
    .regex(/^\d{5}$/, 'Il CAP ha 5 cifre.'),
  comune: riga(80, 'Scrivi il comune.'),
  provincia: z
    .string('Scrivi la sigla della provincia.')
    .max(5)
    .overwrite(v => v.trim().toUpperCase())
    .regex(/^[A-Z]{2}$/, 'La sigla della provincia ha 2 lettere.'),
});
export type Sede = z.infer<typeof Sede>;

const Runts = z.strictObject({
  sezione: z.enum(SEZIONI_RUNTS, 'Scegli la sezione del RUNTS.'),
  numero: facoltativo(
    z
      .string()
      .max(20, 'Al massimo 20 caratteri.')
      .regex(/^\d{1,10}$/, 'Il numero di repertorio è fatto di sole cifre.'),
  ),
});

const dati = {
  denominazione: riga(200, 'Scrivi la denominazione dell’ente.'),
  naturaGiuridica: z.enum(NATURE_GIURIDICHE, 'Scegli la natura giuridica.'),
  codiceFiscale: codice(16, 'Scrivi il codice fiscale dell’ente.', messaggioCodiceFiscaleEnte),
  partitaIva: facoltativo(codice(11, 'Scrivi la partita IVA.', messaggioPartitaIva, partitaIvaIncollata)),
  runts: Runts.nullable(),
  sedeLegale: Sede,
  sedeOperativa: Sede.nullable(),
  pec: facoltativo(indirizzoEmail),
  email: indirizzoEmail,
  telefono,
  legaleRappresentante: z.strictObject({
    nome: riga(80, 'Scrivi il nome.'),
    cognome: riga(80, 'Scrivi il cognome.'),
    codiceFiscale: codice(16, 'Scrivi il codice fiscale del legale rappresentante.', messaggioCodiceFiscalePersona),
  }),
  aree: z.array(parteDi('area')).max(20, 'Al massimo 20 aree.'),
  presentazione: brano(1000),
};

interface ConRunts {
  readonly naturaGiuridica: NaturaGiuridica;
  readonly runts: { readonly numero: string | null } | null;
}

const dovuto = ({ naturaGiuridica }: ConRunts): boolean => RUNTS_DOVUTO.includes(naturaGiuridica);
/** Checked whatever else is wrong, so that a form tells everything at once. */
const when = ({ value }: { value: unknown }): boolean => typeof value === 'object' && value !== null;

/** The RUNTS registration is due for the natures that exist only by it (`RUNTS_DOVUTO`). */
const conRunts = <T extends z.ZodType<ConRunts>>(schema: T): T =>
  schema
    .refine(ente => !dovuto(ente) || ente.runts !== null, {
      path: ['runts', 'sezione'],
      message: 'Per questa natura giuridica indica l’iscrizione al RUNTS.',
      when,
    })
    .refine(ente => !dovuto(ente) || ente.runts?.numero !== null, {
      path: ['runts', 'numero'],
      message: 'Scrivi il numero di repertorio del RUNTS.',
      when,
    });

/** What an ente says of itself, as the forms of the ambiti ask (domain facts §1.4). Partita IVA is optional. */
export const EnteDatiInput = conRunts(z.strictObject(dati));
export type EnteDatiInput = Reads<typeof EnteDatiInput>;

/** A new ente: its data, and what the person who registers it declares. */
export const EnteInput = conRunts(
  z.strictObject({
    ...dati,
    informativaLetta: z.literal(true, 'Per continuare devi aver letto l’informativa.'),
    dichiarazioneRappresentanza: z.literal(true, 'Devi dichiarare di poter agire per l’ente.'),
  }),
);
export type EnteInput = z.infer<typeof EnteInput>;

/** What an ente was verified by, corrected by the office that verified it: the whole of it, and why. */
export const EnteIdentitaInput = z.strictObject({
  denominazione: dati.denominazione,
  naturaGiuridica: dati.naturaGiuridica,
  codiceFiscale: dati.codiceFiscale,
  motivazione,
});
export type EnteIdentitaInput = z.infer<typeof EnteIdentitaInput>;

/** What the list of enti may be ordered by, and narrowed by. */
export const ORDINI_ENTI = ['denominazione', 'natura', 'comune', 'stato', 'registrato'] as const;
export const FILTRI_ENTI = ['stato', 'natura', 'comune', 'statuto'] as const;

/** Filters and page of the list of enti; `q` looks in the denominazione and at the start of the codice fiscale. */
export const EntiQuery = tabellaQuery(ORDINI_ENTI).extend({
  stato: z.enum(STATI_ENTE).optional(),
  natura: z.enum(NATURE_GIURIDICHE).optional(),
  comune: z.string().max(80).optional(),
  /** Whether it has uploaded its statute. */
  statuto: z.enum(SI_NO).optional(),
  q: z.string().max(100).optional(),
});
export type EntiQuery = z.infer<typeof EntiQuery>;

/** Enti that are verified together, each as it was seen. */
export const VerificaInsiemeInput = z.strictObject({
  enti: z
    .array(z.strictObject({ id: riferimento('ente', 'ente.verifica'), version: z.int().min(1).max(2_147_483_647) }))
    .min(1, 'Scegli almeno un ente.')
    .max(INSIEME_MASSIMO, `Al massimo ${INSIEME_MASSIMO} per volta.`),
});
export type VerificaInsiemeInput = z.infer<typeof VerificaInsiemeInput>;

export const InvitoOperatoreInput = z.strictObject({ email: indirizzoEmail });
export type InvitoOperatoreInput = z.infer<typeof InvitoOperatoreInput>;

export const RichiestaIngressoInput = z.strictObject({
  codiceFiscale: codice(16, 'Scrivi il codice fiscale dell’ente.', messaggioCodiceFiscaleEnte),
  messaggio: brano(500, 'Scrivi chi sei e perché chiedi di entrare.'),
});
export type RichiestaIngressoInput = z.infer<typeof RichiestaIngressoInput>;
