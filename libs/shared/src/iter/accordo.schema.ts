import * as z from 'zod';
import { brano, facoltativo, indirizzoEmail, motivazione, riga } from '../kernel/fields.js';
import { MAX_CENTESIMI } from '../kernel/euro.js';
import { nonRiferimento } from '../permissions/riferimenti.js';

const giorno = z.iso.date('Scrivi una data valida.').max(10);

export const TIPI_FIRMATARIO = ['comune', 'asl', 'provincia', 'altro'] as const;
export type TipoFirmatario = (typeof TIPI_FIRMATARIO)[number];

/** Who has to sign the accordo. `email` is only for reminders and is never shown to the public. */
export const FirmatarioInput = z.strictObject({
  tipo: z.enum(TIPI_FIRMATARIO, 'Scegli di chi si tratta.'),
  ente: nonRiferimento(riga(160, 'Scrivi l’ente, per esempio Comune di Crosia.'), 'The name of who signs, in words.'),
  carica: riga(80, 'Scrivi la carica, per esempio Sindaco.'),
  persona: facoltativo(riga(120)),
  email: facoltativo(indirizzoEmail),
});
export type FirmatarioInput = z.infer<typeof FirmatarioInput>;

export const MODI_FIRMA = ['firma', 'approvazione'] as const;
export type ModoFirma = (typeof MODI_FIRMA)[number];

/** Body of the steps: `firma` wants how, when and with which act; taking it back wants a reason. */
export const FirmaAzioneInput = z.strictObject({
  motivazione: motivazione.optional(),
  modo: z.enum(MODI_FIRMA, 'Di’ se ha firmato o approvato.').optional(),
  data: giorno.optional(),
  atto: riga(200, 'Scrivi con quale atto.').optional(),
});
export type FirmaAzioneInput = z.infer<typeof FirmaAzioneInput>;

export const TIPI_RISORSA = ['denaro', 'personale', 'volontariato', 'sede', 'mezzi', 'altro'] as const;
export type TipoRisorsa = (typeof TIPI_RISORSA)[number];

/** What an ente brings. `centesimi`: its worth in cents of euro, whole; null where it has no price. */
export const RisorsaInput = z.strictObject({
  tipo: z.enum(TIPI_RISORSA, 'Scegli di che risorsa si tratta.'),
  descrizione: riga(300, 'Scrivi che cosa metti a disposizione.'),
  centesimi: z
    .int('Scrivi un importo, per esempio 1.500,00.')
    .min(0, 'L’importo non può essere negativo.')
    .max(MAX_CENTESIMI, 'L’importo è troppo grande.')
    .nullable(),
});
export type RisorsaInput = z.infer<typeof RisorsaInput>;

/** A draft may still be without resources; sending it asks for at least one. */
export const AdesioneInput = z.strictObject({
  impegno: brano(4000),
  risorse: z.array(RisorsaInput).max(30, 'Al massimo 30 risorse.'),
});
export type AdesioneInput = z.infer<typeof AdesioneInput>;

export const TIPI_OSSERVANTE = ['sindacato', 'asl', 'altro'] as const;
export type TipoOsservante = (typeof TIPI_OSSERVANTE)[number];

/** An observation as the offices record it. */
export const OsservazioneInput = z.strictObject({
  tipo: z.enum(TIPI_OSSERVANTE, 'Scegli da chi arriva.'),
  da: riga(160, 'Scrivi chi l’ha presentata.'),
  ricevutaIl: giorno,
  testo: brano(10_000, 'Scrivi che cosa dice l’osservazione.'),
});
export type OsservazioneInput = z.infer<typeof OsservazioneInput>;
