import * as z from 'zod';
import { tavoloBreveView } from '../tavoli/tavolo-breve.views.js';
import type { Reads } from '../kernel/view.js';
import { FONTI_FINANZIAMENTO } from './blocchi.schema.js';
import { elaboratoRigaView } from './elaborato.views.js';

/** Euro cents by source; `totale` is their sum. */
export const risorsePerFonteView = z.strictObject({
  perFonte: z.record(z.enum(FONTI_FINANZIAMENTO), z.int()),
  totale: z.int(),
});
export type RisorsePerFonte = Reads<typeof risorsePerFonteView>;

/** GET …/riepilogo/elaborati — budget and indicators of the schede the reader may see, added up. Money in euro cents. */
export const riepilogoElaboratiView = z.strictObject({
  schede: z.array(risorsePerFonteView.extend({ elaborato: elaboratoRigaView.pick({ id: true, titolo: true, stato: true, tavolo: true }) })),
  tavoli: z.array(risorsePerFonteView.extend({ tavolo: tavoloBreveView, schede: z.int() })),
  totale: risorsePerFonteView,
  indicatori: z.array(
    z.strictObject({
      elaborato: elaboratoRigaView.pick({ id: true, titolo: true, stato: true, tavolo: true }),
      nome: z.string(),
      unita: z.string(),
      iniziale: z.string().nullable(),
      atteso: z.string().nullable(),
      fonte: z.string().nullable(),
    }),
  ),
});
export type RiepilogoElaboratiView = Reads<typeof riepilogoElaboratiView>;
