import * as z from 'zod';
import type { Reads } from './view.js';

/** The portal's own number of a document: per ambito and year, from 1, without holes. It is not a protocol, which only the comune gives. */
export const numeroDiRegistroView = z.strictObject({ numero: z.int(), anno: z.int() });
export type NumeroDiRegistroView = Reads<typeof numeroDiRegistroView>;

/** What it is called wherever it is shown. */
export const NUMERO_DI_REGISTRO = 'N. di registro del portale';

/** The number alone, where its name stands beside it: `12/2026`. */
export const numeroSuAnno = ({ numero, anno }: NumeroDiRegistroView): string => `${numero}/${anno}`;

/** With its name: `N. di registro del portale 12/2026`. */
export const formatNumeroDiRegistro = (n: NumeroDiRegistroView): string => `${NUMERO_DI_REGISTRO} ${numeroSuAnno(n)}`;
