import * as z from 'zod';
import { storiaView } from '../enti/ente.views.js';
import { STATI_PRESENZA } from '../incontri/presenza.schema.js';
import { identifier, instant, type Reads, version } from '../kernel/view.js';
import { tavoloBreveView } from '../tavoli/tavolo-breve.views.js';
import { AZIONI_DECADENZA, MOTIVI_DECADENZA, STATI_DECADENZA } from './decadenza.states.js';

/** What the referente has proposed, and waits for who decides; `incontri`: ids of those held against the ente. */
export const propostaDecadenzaView = z.strictObject({
  da: z.string(),
  at: instant,
  ragioni: z.string(),
  incontri: z.array(identifier),
});
export type PropostaDecadenzaView = Reads<typeof propostaDecadenzaView>;

/** What was recorded of the seat at an incontro that was held. */
export const provaDecadenzaView = z.strictObject({
  incontro: z.strictObject({ id: identifier, titolo: z.string() }),
  inizioAt: instant,
  presenza: z.enum(STATI_PRESENZA),
});
export type ProvaDecadenzaView = Reads<typeof provaDecadenzaView>;

/** GET designazioni/:designazione/decadenze/prove: what a procedimento can be opened with, latest first. `giorni`: those that the ente will have to write. */
export const proveDecadenzaView = z.strictObject({
  items: z.array(provaDecadenzaView),
  giorni: z.int(),
  responsabile: z.string(),
  proposta: propostaDecadenzaView.nullable(),
});
export type ProveDecadenzaView = Reads<typeof proveDecadenzaView>;

export const decadenzaRigaView = z.strictObject({
  id: identifier,
  stato: z.enum(STATI_DECADENZA),
  motivo: z.enum(MOTIVI_DECADENZA),
  ente: z.strictObject({ id: identifier, denominazione: z.string() }),
  tavolo: tavoloBreveView,
  apertoAt: instant,
  /** The last day on which the ente may write. */
  termine: z.string(),
  haMemorie: z.boolean(),
});
export type DecadenzaRigaView = Reads<typeof decadenzaRigaView>;

/** One procedimento, as its ente and the staff read it. */
export const decadenzaView = decadenzaRigaView.extend({
  designazioneId: z.string().nullable(),
  ragioni: z.string(),
  ufficio: z.string(),
  responsabile: z.string(),
  doveAtti: z.string(),
  motivazione: z.string().nullable(),
  chiusoAt: instant.nullable(),
  fatti: z.array(provaDecadenzaView),
  memorie: z.array(z.strictObject({ testo: z.string(), presentataAt: instant })),
  /** At how many incontri the ente was present after it was opened. */
  presenzeDopo: z.int(),
  /** The ente has been heard, or has had its time to be: the seat may be declared lost. */
  sentito: z.boolean(),
  storia: z.array(storiaView),
  azioni: z.array(z.enum(AZIONI_DECADENZA)),
  version,
});
export type DecadenzaView = Reads<typeof decadenzaView>;
