import * as z from 'zod';
import { type Reads, identifier } from '../kernel/view.js';

export const tavoloBreveView = z.strictObject({
  id: identifier,
  slug: z.string(),
  codice: z.string(),
  nome: z.string(),
});
export type TavoloBreve = Reads<typeof tavoloBreveView>;
