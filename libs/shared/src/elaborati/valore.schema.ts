import * as z from 'zod';

/** A measured value, kept as it was written: digits, a minus sign, a point for decimals. A comma is taken too. */
export const valore = z
  .string('Scrivi un numero.')
  .max(24, 'Al massimo 24 caratteri.')
  .overwrite(v => v.trim().replace(',', '.'))
  .regex(/^-?\d{1,12}(?:\.\d{1,4})?$/, 'Scrivi un numero, per esempio 12 oppure 12,5.');

export const data = z.iso.date('Scrivi una data valida.');
