import * as z from 'zod';
import { Documento } from '../verbali/documento/index.js';

/** Pages that the law asks of a public site; the first part of their address. */
export const PAGINE_LEGALI = ['privacy', 'accessibilita', 'note-legali', 'sicurezza'] as const;
export type PaginaLegale = (typeof PAGINE_LEGALI)[number];

/** The text of an ambito for one of them; null: the one that comes with the portal. */
export const PaginaLegaleInput = z.strictObject({ documento: Documento.nullable() });
export type PaginaLegaleInput = z.infer<typeof PaginaLegaleInput>;
