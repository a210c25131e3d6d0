import * as z from 'zod';
import { avvisoPrivacyView } from '../verbali/avvisi-privacy.views.js';
import type { AvvisoContributo, Ricezione, TestiContributo } from './contributo.rules.js';
import { Omissis } from './contributo.schema.js';

export const ricezioneView = z.enum(['aperta', 'non_ancora', 'finita', 'chiusa']) satisfies z.ZodType<Ricezione>;

export const testiContributoView = z.strictObject({
  titolo: z.string(),
  testo: z.string(),
  risposte: z.array(z.strictObject({ domanda: z.string(), testo: z.string() })),
}) satisfies z.ZodType<TestiContributo>;

export const avvisoContributoView = avvisoPrivacyView.extend({
  campo: Omissis.shape.campo,
  indiceRisposta: z.int(),
}) satisfies z.ZodType<AvvisoContributo>;
