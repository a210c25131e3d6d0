import * as z from 'zod';
import { brano, motivazione, riga } from '../kernel/fields.js';
import { datiDellAtto, determinaIntera, Requisito } from './avviso-atto.schema.js';

/** A question that somebody asked of an avviso, in words that name nobody, and the answer of the office. */
export const ChiarimentoInput = z.strictObject({
  domanda: brano(2000, 'Scrivi la domanda.'),
  risposta: brano(6000, 'Scrivi la risposta.'),
});
export type ChiarimentoInput = z.infer<typeof ChiarimentoInput>;

const { determinaNumero, determinaData, responsabileNome, responsabileUfficio, responsabileTelefono, responsabileEmail } = datiDellAtto;
const dati = {
  titolo: riga(200, 'Scrivi il titolo dell’avviso.'),
  testo: brano(20_000, 'Scrivi il testo dell’avviso.'),
  determinaNumero,
  determinaData,
  responsabileNome,
  responsabileUfficio,
  responsabileTelefono,
  responsabileEmail,
};

/** What may be changed of an open avviso. Who it is for, its seats and its declarations may not: on them people have already answered. */
export const CAMPI_RETTIFICABILI = [
  'titolo',
  'testo',
  'requisiti',
  'determinaNumero',
  'determinaData',
  'responsabileNome',
  'responsabileUfficio',
  'responsabileTelefono',
  'responsabileEmail',
] as const;
export type CampoRettificabile = (typeof CAMPI_RETTIFICABILI)[number];

/** An open avviso as it is to be from now on, and why. */
export const RettificaAvvisoInput = z
  .strictObject({ ...dati, requisiti: z.array(Requisito).max(20, 'Al massimo 20 requisiti.'), motivazione })
  .superRefine(determinaIntera);
export type RettificaAvvisoInput = z.infer<typeof RettificaAvvisoInput>;

const righe = z.string('Scrivi un testo.').max(12_000, 'Al massimo 12.000 caratteri.');
/** The same as its form has it: requirements one a line. */
export const RettificaAvvisoForm = z
  .strictObject({ ...dati, requisitiDichiarati: righe, requisitiUfficio: righe, motivazione })
  .superRefine(determinaIntera);
