import * as z from 'zod';
import { instant, type Reads, version } from '../kernel/view.js';
import { Documento } from '../verbali/documento/documento.schema.js';
import { PAGINE_LEGALI } from './legale.schema.js';

/** GET pagine/:pagina — `version` is 0 until the ambito writes its own. */
export const paginaLegaleView = z.strictObject({
  pagina: z.enum(PAGINE_LEGALI),
  documento: Documento,
  /** Whether it is the ambito's own text. */
  propria: z.boolean(),
  aggiornataAt: instant.nullable(),
  version,
});
export type PaginaLegaleView = Reads<typeof paginaLegaleView>;
