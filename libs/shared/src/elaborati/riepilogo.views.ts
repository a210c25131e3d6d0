import * as z from 'zod';
import { tavoloBreveView } from '../tavoli/tavolo-breve.views.js';
import type { Reads } from '../kernel/view.js';
import { elaboratoRigaView } from './elaborato.views.js';

/** Euro cents by source (the code of a fondo); `totale` is their sum. */
export const risorsePerFonteView = z.strictObject({
  perFonte: z.record(z.string(), z.int()),
  totale: z.int(),
});
export type RisorsePerFonte = Reads<typeof risorsePerFonteView>;

/** GET …/riepilogo/elaborati — budget and indicators of the schede the reader may see, added up. Money in euro cents. */
export const riepilogoElaboratiView = z.strictObject({
  /** The fondi of the ambito in their order, with those that were withdrawn where somebody pays from them. */
  fondi: z.array(z.strictObject({ codice: z.string(), titolo: z.string() })),
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
