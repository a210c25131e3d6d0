import * as z from 'zod';
import { paginaQuery } from '../kernel/fields.js';

export const MessaggiQuery = paginaQuery.extend({ stato: z.enum(['in_coda', 'inviata', 'rifiutata', 'fallita']).optional() });
export type MessaggiQuery = z.infer<typeof MessaggiQuery>;
