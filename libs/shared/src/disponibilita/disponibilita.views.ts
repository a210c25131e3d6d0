import * as z from 'zod';
import { identifier, instant, type Reads, version } from '../kernel/view.js';
import { conflittoView } from '../incontri/incontro.views.js';
import { AZIONI_DISPONIBILITA, RISPOSTE_DATA, STATI_DISPONIBILITA } from './disponibilita.states.js';

const sede = z.strictObject({ nome: z.string(), indirizzo: z.string(), accessibile: z.boolean().nullable() }).nullable();
const risposte = z.array(z.strictObject({ dataId: identifier, risposta: z.enum(RISPOSTE_DATA) }));
const data = { id: identifier, inizioAt: instant, fineAt: instant } as const;

const ricerca = {
  id: identifier,
  titolo: z.string(),
  stato: z.enum(STATI_DISPONIBILITA),
  /** It still takes answers: nobody has closed it, and its term is not past. */
  raccoglie: z.boolean(),
  entroAt: instant,
  /** How many were asked, and have answered. */
  chieste: z.number(),
  risposte: z.number(),
  /** The incontro that was drafted from it. */
  incontroId: identifier.nullable(),
} as const;

/** Days that were proposed for an incontro, in a list. */
export const disponibilitaRigaView = z.strictObject({ ...ricerca, date: z.number() });
export type DisponibilitaRigaView = Reads<typeof disponibilitaRigaView>;

/** The table of the answers, for who prepares the incontri. */
export const disponibilitaView = z.strictObject({
  ...ricerca,
  tavolo: z.strictObject({ slug: z.string(), nome: z.string() }),
  messaggio: z.string().nullable(),
  sede,
  linkVideo: z.string().nullable(),
  date: z.array(
    z.strictObject({
      ...data,
      si: z.number(),
      seServe: z.number(),
      no: z.number(),
      /** Enti of whom somebody can come. */
      posti: z.number(),
      conflitti: z.array(conflittoView),
    }),
  ),
  persone: z.array(z.strictObject({ nome: z.string(), enti: z.string(), rispostoAt: instant.nullable(), risposte })),
  /** The day that suits most; null while nobody can come on any. */
  migliore: identifier.nullable(),
  azioni: z.array(z.enum(AZIONI_DISPONIBILITA)),
  version,
});
export type DisponibilitaView = Reads<typeof disponibilitaView>;

/** What who is asked finds behind the mailed link: their own answers, and nobody else’s. */
export const dateChiesteView = z.strictObject({
  ambito: z.strictObject({ nome: z.string(), slug: z.string() }),
  tavolo: z.string(),
  persona: z.strictObject({ nome: z.string(), enti: z.string() }),
  titolo: z.string(),
  messaggio: z.string().nullable(),
  sede,
  linkVideo: z.string().nullable(),
  entroAt: instant,
  raccoglie: z.boolean(),
  /** `festivo`: what the day is called where it is no working day; `impegno`: an incontro to which the reader is called at that time. */
  date: z.array(z.strictObject({ ...data, festivo: z.string().nullable(), impegno: z.string().nullable() })),
  risposte,
  rispostoAt: instant.nullable(),
});
export type DateChiesteView = Reads<typeof dateChiesteView>;
