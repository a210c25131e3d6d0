import * as z from 'zod';
import { identifier, instant, type Reads, version } from '../kernel/view.js';
import { AZIONI_PROPOSTA, STATI_PROPOSTA } from './proposta.states.js';

const incontro = z.strictObject({ id: identifier, titolo: z.string(), inizioAt: instant });

const proposta = {
  id: identifier,
  stato: z.enum(STATI_PROPOSTA),
  titolo: z.string(),
  perche: z.string(),
  minuti: z.number().nullable(),
  /** What was answered. */
  motivazione: z.string().nullable(),
  propostaAt: instant,
  /** When it was last answered. */
  decisaAt: instant.nullable(),
  /** It is a punto of the ordine del giorno of an incontro that is not called off. */
  allOrdine: z.boolean(),
  azioni: z.array(z.enum(AZIONI_PROPOSTA)),
  version,
} as const;

/** A punto that somebody proposed, for who prepares the incontri. */
export const propostaView = z.strictObject({
  ...proposta,
  persona: z.string(),
  /** The enti for which they sit at the tavolo now; null: none any more. */
  enti: z.string().nullable(),
  incontro: incontro.nullable(),
});
export type PropostaView = Reads<typeof propostaView>;

/** GET tavoli/:tavolo/proposte — those that wait first; `bozze`: the incontri of the tavolo that are not called yet, which one can go into. */
export const proposteView = z.strictObject({
  items: z.array(propostaView),
  bozze: z.array(incontro),
});
export type ProposteView = Reads<typeof proposteView>;

/** A punto that the reader proposed. The incontro is told once it has been called. */
export const propostaMiaView = z.strictObject({
  ...proposta,
  tavolo: z.strictObject({ slug: z.string(), nome: z.string() }),
  incontro: incontro.nullable(),
});
export type PropostaMiaView = Reads<typeof propostaMiaView>;
