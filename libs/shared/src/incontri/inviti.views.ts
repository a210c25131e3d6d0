import * as z from 'zod';
import { type Reads, identifier, instant } from '../kernel/view.js';
import { RUOLI_INVITATO } from './invitato.ruoli.js';
import { AZIONI_INVITO, RISPOSTE } from './invito.states.js';

export const ruoloInvitatoView = z.enum(RUOLI_INVITATO);

/** Who is called, and what they answered. */
export const invitatoView = z.strictObject({
  id: identifier,
  ruolo: ruoloInvitatoView,
  nome: z.string(),
  /** Null where they sit for a tavolo that the reader does not work for. */
  email: z.string().nullable(),
  ente: z.string().nullable(),
  risposta: z.enum(RISPOSTE),
  rispostaAt: instant.nullable(),
  /** They are the one who is expected; false for a supplente who is told for information, until the seat is theirs. */
  atteso: z.boolean(),
  /** False when their seat has ended since: their link answers no more. */
  attivo: z.boolean(),
});
export type InvitatoView = Reads<typeof invitatoView>;

/** One seat for which a mailbox was called: it is answered for itself. */
export const postoInvitoView = z.strictObject({
  id: identifier,
  ruolo: ruoloInvitatoView,
  /** Null for who holds no seat. */
  ente: z.string().nullable(),
  tavolo: z.string().nullable(),
  /** As of who is called: expected in this seat. */
  atteso: z.boolean(),
  risposta: z.enum(RISPOSTE),
  azioni: z.array(z.enum(AZIONI_INVITO)),
  supplente: z.string().nullable(),
});
export type PostoInvitoView = Reads<typeof postoInvitoView>;

/** One's own invitation: of the first seat, and all the seats it is for. */
export const invitoProprioView = z.strictObject({
  posti: z.array(postoInvitoView),
  risposta: z.enum(RISPOSTE),
  azioni: z.array(z.enum(AZIONI_INVITO)),
  /** To whom `passa` would hand over; null: there is no supplente. */
  supplente: z.string().nullable(),
});
export type InvitoProprioView = Reads<typeof invitoProprioView>;
