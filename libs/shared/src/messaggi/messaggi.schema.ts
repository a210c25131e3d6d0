import * as z from 'zod';
import { paginaQuery } from '../kernel/fields.js';
import { STATI_EMAIL } from './messaggio.states.js';

export const MessaggiQuery = paginaQuery.extend({ stato: z.enum(STATI_EMAIL).optional() });
export type MessaggiQuery = z.infer<typeof MessaggiQuery>;
