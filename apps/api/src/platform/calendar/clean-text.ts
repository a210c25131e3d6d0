import { normalizzaSpazi, senzaControlli } from '@tavoli/shared';

/** Text that calendars can carry: nothing invisible, no half characters, and only line ends that are escaped on the way. */
export const cleanText = (value: string): string => senzaControlli(value).replaceAll('\t', ' ').trim();

/** On one line. */
export const cleanLine = (value: string): string => normalizzaSpazi(senzaControlli(value));

/**
 * A name, as parameter of a property. Quotes and carets show as they are escaped in readers that do not know RFC 6868; what ends a
 * parameter cuts the name short in readers that do not mind the quotes around it.
 */
export const cleanName = (value: string): string => normalizzaSpazi(cleanLine(value).replace(/["^;:,\\]/g, ' '));
