import * as z from 'zod';
import { facoltativo, motivazione, paginaQuery, riga } from '../kernel/fields.js';
import { riferimentoSecondo, type Riferimento } from '../permissions/riferimenti.js';

/** What an office may have protocolled. A convocazione is named by its incontro. */
export const OGGETTI_PROTOCOLLATI = ['designazione', 'convocazione', 'verbale', 'elaborato', 'adesione', 'atto', 'osservazione'] as const;
export type OggettoProtocollato = (typeof OGGETTI_PROTOCOLLATI)[number];

/** Seen from the administration whose number it is: the document came in, went out, or stayed within. */
export const VERSI = ['entrata', 'uscita', 'interno'] as const;
export type Verso = (typeof VERSI)[number];

/** Whoever may read the thing reads its numbers; of a designazione, never everybody. */
const LEGGIBILE: Readonly<Record<OggettoProtocollato, Riferimento>> = {
  designazione: { forma: 'luogo', tipo: 'designazione', permesso: 'designazione.vedi' },
  convocazione: { forma: 'luogo', tipo: 'incontro', permesso: 'incontro.vedi' },
  verbale: { forma: 'luogo', tipo: 'verbale', permesso: 'verbale.leggi_pubblico' },
  elaborato: { forma: 'luogo', tipo: 'elaborato', permesso: 'elaborato.leggi_pubblico' },
  adesione: { forma: 'luogo', tipo: 'adesione', permesso: 'adesione.vedi' },
  atto: { forma: 'luogo', tipo: 'atto', permesso: 'atto.vedi' },
  osservazione: { forma: 'luogo', tipo: 'osservazione', permesso: 'osservazione.vedi' },
};
const scrivibile = Object.fromEntries(
  Object.entries(LEGGIBILE).map(([tipo, r]) => [tipo, { ...r, permesso: 'protocollo.scrivi' }]),
) as Readonly<Record<OggettoProtocollato, Riferimento>>;

const tipo = z.enum(OGGETTI_PROTOCOLLATI, 'Scegli di che cosa è il protocollo.');

export const ProtocolliQuery = z.strictObject({ tipo, oggettoId: riferimentoSecondo('tipo', LEGGIBILE) });
export type ProtocolliQuery = z.infer<typeof ProtocolliQuery>;

/** A number as the office wrote it; it is kept with at least seven digits. */
export const ProtocolloDati = z.strictObject({
  verso: z.enum(VERSI, 'Di’ se il documento è entrato, è uscito o è interno.'),
  amministrazione: riga(160, 'Scrivi quale amministrazione ha dato il numero.'),
  aoo: facoltativo(riga(60)),
  registro: facoltativo(riga(60)),
  numero: z
    .string('Scrivi il numero di protocollo.')
    .max(12, 'Al massimo 12 cifre.')
    .overwrite(value => value.trim())
    .regex(/^\d{1,12}$/, 'Scrivi solo le cifre del numero, senza anno: per esempio 12345.')
    .refine(value => /[1-9]/.test(value), 'Il numero di protocollo comincia da 1.'),
  data: z.iso.date('Scrivi il giorno della registrazione.'),
});
export type ProtocolloDati = z.infer<typeof ProtocolloDati>;

export const ProtocolloInput = ProtocolloDati.extend({ tipo, oggettoId: riferimentoSecondo('tipo', scrivibile) });
export type ProtocolloInput = z.infer<typeof ProtocolloInput>;

/** What was written is changed with a reason, which stands in the register with how it was. */
export const ProtocolloCorrezione = ProtocolloDati.extend({ motivazione });
export type ProtocolloCorrezione = z.infer<typeof ProtocolloCorrezione>;

export const ProtocolloTolto = z.strictObject({ motivazione });
export type ProtocolloTolto = z.infer<typeof ProtocolloTolto>;

export const DaProtocollareQuery = paginaQuery.extend({ tipo: z.enum(OGGETTI_PROTOCOLLATI).optional() });
export type DaProtocollareQuery = z.infer<typeof DaProtocollareQuery>;
