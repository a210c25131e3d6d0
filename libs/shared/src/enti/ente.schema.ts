import * as z from 'zod';
import { brano, facoltativo, indirizzoEmail, riga, telefono } from '../kernel/fields.js';
import { messaggioCodiceFiscaleEnte, messaggioCodiceFiscalePersona, messaggioPartitaIva } from './codici.messages.js';
import { normalizzaCodiceFiscale } from './codice-fiscale.js';
import { NATURE_GIURIDICHE, RUNTS_DOVUTO, SEZIONI_RUNTS } from './natura-giuridica.js';

const codice = (max: number, messaggio: (value: string) => string | null) =>
  z
    .string('Questo campo è obbligatorio.')
    .max(40, `Al massimo ${max} caratteri.`)
    .overwrite(normalizzaCodiceFiscale)
    .superRefine((value, ctx) => {
      const message = messaggio(value);
      if (message !== null) ctx.addIssue({ code: 'custom', message });
    });

export const Sede = z.strictObject({
  indirizzo: riga(160, 'Scrivi via e numero civico.'),
  cap: z.string('Scrivi il CAP.').max(10).regex(/^\d{5}$/, 'Il CAP ha 5 cifre.'),
  comune: riga(80, 'Scrivi il comune.'),
  provincia: z.string('Scrivi la sigla della provincia.').max(5).overwrite(v => v.trim().toUpperCase()).regex(/^[A-Z]{2}$/, 'La sigla della provincia ha 2 lettere.'),
});
export type Sede = z.infer<typeof Sede>;

const Runts = z.strictObject({
  sezione: z.enum(SEZIONI_RUNTS, 'Scegli la sezione del RUNTS.'),
  numero: facoltativo(z.string().max(20, 'Al massimo 20 caratteri.').regex(/^\d{1,10}$/, 'Il numero di repertorio è fatto di sole cifre.')),
});

/**
 * What an ente says of itself, as the forms of the ambiti ask (domain facts §1.4). Partita IVA is optional; the RUNTS section
 * and number are due for the natures that exist only by registration (`RUNTS_DOVUTO`).
 */
export const EnteInput = z
  .strictObject({
    denominazione: riga(200, 'Scrivi la denominazione dell’ente.'),
    naturaGiuridica: z.enum(NATURE_GIURIDICHE, 'Scegli la natura giuridica.'),
    codiceFiscale: codice(16, messaggioCodiceFiscaleEnte),
    partitaIva: facoltativo(codice(11, messaggioPartitaIva)),
    runts: Runts.nullable(),
    sedeLegale: Sede,
    sedeOperativa: Sede.nullable(),
    pec: facoltativo(indirizzoEmail),
    email: indirizzoEmail,
    telefono,
    legaleRappresentante: z.strictObject({
      nome: riga(80, 'Scrivi il nome.'),
      cognome: riga(80, 'Scrivi il cognome.'),
      codiceFiscale: codice(16, messaggioCodiceFiscalePersona),
    }),
    aree: z.array(z.uuid()).max(20, 'Al massimo 20 aree.'),
    presentazione: brano(1000),
    informativaLetta: z.literal(true, 'Per continuare devi aver letto l’informativa.'),
    dichiarazioneRappresentanza: z.literal(true, 'Devi dichiarare di poter agire per l’ente.'),
  })
  .superRefine((ente, ctx) => {
    if (!RUNTS_DOVUTO.includes(ente.naturaGiuridica)) return;
    if (ente.runts === null) ctx.addIssue({ code: 'custom', path: ['runts', 'sezione'], message: 'Per questa natura giuridica indica l’iscrizione al RUNTS.' });
    else if (ente.runts.numero === null) ctx.addIssue({ code: 'custom', path: ['runts', 'numero'], message: 'Scrivi il numero di repertorio del RUNTS.' });
  });
export type EnteInput = z.infer<typeof EnteInput>;

export const InvitoOperatoreInput = z.strictObject({ email: indirizzoEmail });
export type InvitoOperatoreInput = z.infer<typeof InvitoOperatoreInput>;

export const RichiestaIngressoInput = z.strictObject({
  codiceFiscale: codice(16, messaggioCodiceFiscaleEnte),
  messaggio: brano(500, 'Scrivi chi sei e perché chiedi di entrare.'),
});
export type RichiestaIngressoInput = z.infer<typeof RichiestaIngressoInput>;
