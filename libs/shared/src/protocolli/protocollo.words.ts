import { formatDataBreve } from '../kernel/rome-time.js';
import type { OggettoProtocollato, Verso } from './protocollo.schema.js';

/** At least seven digits, as protocols are written (DPR 445/2000, art. 57). */
export const conSetteCifre = (numero: string): string => numero.replace(/^0+(?=\d)/, '').padStart(7, '0');

/** A number as documents, sheets and mails say it. `data` is a day, `YYYY-MM-DD`. */
export interface ProtocolloDetto {
  /** At least seven digits. */
  readonly numero: string;
  readonly data: string;
}

/** `Prot. n. 0012345 del 23/11/2026`: a number that an office gave. `data` is a day, `YYYY-MM-DD`. */
export const formatProtocollo = ({ numero, data }: ProtocolloDetto): string =>
  `Prot. n. ${numero} del ${formatDataBreve(new Date(`${data}T12:00:00Z`))}`;

/** What stands beside a document: all the numbers it was given, or nothing. */
export const protocolliInParole = (dati: readonly ProtocolloDetto[]): string => dati.map(formatProtocollo).join('; ');

export const ETICHETTE_VERSO: Readonly<Record<Verso, string>> = { entrata: 'in entrata', uscita: 'in uscita', interno: 'interno' };

export const ETICHETTE_PROTOCOLLATO: Readonly<Record<OggettoProtocollato, string>> = {
  designazione: 'Designazione',
  convocazione: 'Convocazione',
  verbale: 'Verbale',
  elaborato: 'Elaborato',
  adesione: 'Adesione',
  atto: 'Atto',
  osservazione: 'Osservazione',
};
