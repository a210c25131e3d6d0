import * as z from 'zod';
import { tabellaQuery } from '../kernel/tabella.js';

export const ORDINI_COMPONENTI = ['denominazione'] as const;

/** Enti that sit at a tavolo: by a piece of their name, or of that of whoever sits for them. */
export const ComponentiQuery = tabellaQuery(ORDINI_COMPONENTI).extend({ q: z.string().trim().max(100).optional() });
export type ComponentiQuery = z.infer<typeof ComponentiQuery>;
