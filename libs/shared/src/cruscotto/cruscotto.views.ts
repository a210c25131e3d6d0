import * as z from 'zod';
import { cruscottoTavoloView } from '../incontri/incontro.views.js';
import { STATI_FASE } from '../iter/fase.states.js';
import { identifier, instant, type Reads } from '../kernel/view.js';
import { TIPI_MANCANZA } from './cruscotto.schema.js';

/** Something that is missing, who holds it, where it is solved. */
export const mancanzaView = z.strictObject({
  tipo: z.enum(TIPI_MANCANZA),
  oggettoId: identifier,
  /** Plain words, one sentence. */
  testo: z.string(),
  /** Path within the ambito. */
  percorso: z.string(),
  tavolo: z.strictObject({ id: identifier, nome: z.string() }).nullable(),
  /** Instant since when. */
  dal: z.string().nullable(),
  /** Names of who holds it; empty: nobody yet. */
  chi: z.array(z.string()),
  /** Ready to be sent, to be changed first if one likes; null where there is nobody to write to. */
  sollecito: z.strictObject({ oggetto: z.string(), testo: z.string() }).nullable(),
  ultimoSollecitoAt: instant.nullable(),
});
export type MancanzaView = Reads<typeof mancanzaView>;

export const STATI_TAPPA = ['da_fare', 'in_corso', 'fatta', 'in_ritardo'] as const;

export type StatoTappa = (typeof STATI_TAPPA)[number];

/** How far a tavolo is in one phase of the iter. */
export const tappaView = z.strictObject({
  stato: z.enum(STATI_TAPPA),
  testo: z.string(),
  percorso: z.string(),
});
export type TappaView = Reads<typeof tappaView>;

/** A column of tavolo × phase: by when (the day foreseen for the phase, `YYYY-MM-DD`), and one cell for each tavolo, in the order of `items`. */
export const colonnaTappeView = z.strictObject({
  chiave: z.string(),
  titolo: z.string(),
  entro: z.string().nullable(),
  celle: z.array(tappaView),
});
export type ColonnaTappeView = Reads<typeof colonnaTappeView>;

export const coperturaView = z.strictObject({
  nome: z.string(),
  registrati: z.int(),
  seduti: z.int(),
});
export type CoperturaView = Reads<typeof coperturaView>;

/** GET /cruscotto: all that a coordinatore has to know, and where to act. */
export const cruscottoView = z.strictObject({
  items: z.array(cruscottoTavoloView),
  iter: z
    .strictObject({
      scadenza: z.string().nullable(),
      fasi: z.array(
        z.strictObject({
          id: identifier,
          titolo: z.string(),
          stato: z.enum(STATI_FASE),
          previstaAl: z.string().nullable(),
          inRitardo: z.boolean(),
        }),
      ),
    })
    .nullable(),
  tappe: z.array(colonnaTappeView),
  mancanze: z.array(mancanzaView),
  /** Enti seated at tavoli, by thematic area and by comune of their seat; of `registrati` verified ones. */
  copertura: z.strictObject({ aree: z.array(coperturaView), comuni: z.array(coperturaView) }),
  /** Acts of the last seven days, by kind, the most frequent first. */
  settimana: z.array(z.strictObject({ azione: z.string(), volte: z.int(), ultimaAt: instant })),
  puoSollecitare: z.boolean(),
});
export type CruscottoView = Reads<typeof cruscottoView>;

/** What was sent, and to how many. */
export const sollecitoView = z.strictObject({
  id: identifier,
  destinatari: z.int(),
});
export type SollecitoView = Reads<typeof sollecitoView>;
