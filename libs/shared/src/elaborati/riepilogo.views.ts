import * as z from 'zod';
import { tavoloBreveView } from '../tavoli/tavolo-breve.views.js';
import { identifier, type Reads } from '../kernel/view.js';
import { elaboratoRigaView } from './elaborato.views.js';

/** Euro cents by some key. */
const importi = z.record(z.string(), z.int());

/** Euro cents by source (the code of a fondo); `totale` is their sum. */
export const risorsePerFonteView = z.strictObject({ perFonte: importi, totale: z.int() });
export type RisorsePerFonte = Reads<typeof risorsePerFonteView>;

/** The same money seen three ways: each adds up to `totale`. Under '' stands what does not say it. */
export const quadroRisorseView = risorsePerFonteView.extend({
  perAnno: importi,
  /** By the code of ISTAT of the comune that pays, `ambito` (for all of them) or `altro`. */
  perChi: importi,
  /** How much of the whole is borne by the health service. */
  sanitaria: z.int(),
});
export type QuadroRisorse = Reads<typeof quadroRisorseView>;

const scheda = elaboratoRigaView.pick({ id: true, titolo: true, stato: true, tavolo: true });

/** Schede added up. */
export const gruppoSchedeView = z.strictObject({
  schede: z.array(quadroRisorseView.extend({ elaborato: scheda })),
  tavoli: z.array(quadroRisorseView.extend({ tavolo: tavoloBreveView, schede: z.int() })),
  /** Of a tavolo of two areas each has the whole: areas add up to more than the total then. No area: `null`. */
  aree: z.array(quadroRisorseView.extend({ area: z.strictObject({ id: identifier, nome: z.string() }).nullable(), schede: z.int() })),
  /** By source, and within each by year. */
  perFonteEAnno: z.record(z.string(), importi),
  totale: quadroRisorseView,
});
export type GruppoSchede = Reads<typeof gruppoSchedeView>;

/** GET …/riepilogo/elaborati — budget and indicators of the schede the reader may see, added up. Money in euro cents. */
export const riepilogoElaboratiView = z.strictObject({
  /** The fondi of the ambito in their order, with those that were withdrawn where somebody pays from them. */
  fondi: z.array(z.strictObject({ codice: z.string(), titolo: z.string() })),
  /** The comuni that pay something. */
  comuni: z.array(z.strictObject({ istat: z.string(), nome: z.string() })),
  /** What the Piano took in; and what may still change. One is never added to the other. */
  accolte: gruppoSchedeView,
  inLavorazione: gruppoSchedeView,
  indicatori: z.array(
    z.strictObject({
      elaborato: scheda,
      nome: z.string(),
      unita: z.string(),
      iniziale: z.string().nullable(),
      atteso: z.string().nullable(),
      fonte: z.string().nullable(),
    }),
  ),
});
export type RiepilogoElaboratiView = Reads<typeof riepilogoElaboratiView>;
