import * as z from 'zod';
import type { AvvisoPrivacy, TipoAvvisoPrivacy } from './documento/avvisi-privacy.js';

export const tipoAvvisoPrivacyView = z.enum(['codice_fiscale', 'iban', 'telefono', 'email']) satisfies z.ZodType<TipoAvvisoPrivacy>;

export const avvisoPrivacyView = z.strictObject({
  tipo: tipoAvvisoPrivacyView,
  testo: z.string(),
  indice: z.int(),
}) satisfies z.ZodType<AvvisoPrivacy>;
