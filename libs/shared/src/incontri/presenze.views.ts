import * as z from 'zod';
import { VESTI } from '../enti/natura-giuridica.js';
import { type Reads, identifier, instant, version } from '../kernel/view.js';
import { STATI_INCONTRO } from './incontro.states.js';
import { RISPOSTE } from './invito.states.js';
import { STATI_PRESENZA } from './presenza.schema.js';
import { quorumView } from './quorum.views.js';

/** One seat in the list of presences. */
export const postoView = z.strictObject({
  id: identifier,
  tavolo: z.string(),
  ente: z.string(),
  veste: z.enum(VESTI),
  titolare: z.string().nullable(),
  supplente: z.string().nullable(),
  risposta: z.enum(RISPOSTE),
  /** False: nobody of the seat was called. It may be filled, and is never absent. */
  convocato: z.boolean(),
  stato: z.enum(STATI_PRESENZA).nullable(),
  /** Who recorded it and when; null: nobody yet. */
  rilevataDa: z.string().nullable(),
  rilevataAt: instant.nullable(),
});
export type PostoView = Reads<typeof postoView>;

export const presenzeView = z.strictObject({
  incontroId: identifier,
  stato: z.enum(STATI_INCONTRO),
  quorum: quorumView,
  posti: z.array(postoView),
  ospiti: z.array(z.strictObject({ id: identifier, nome: z.string(), per: z.string().nullable() })),
  puntoCorrente: z.string().nullable(),
  version,
});
export type PresenzeView = Reads<typeof presenzeView>;

/** What became of each queued tap. */
export const esitoPresenzeView = z.strictObject({
  presenze: presenzeView,
  /** Seats somebody else changed meanwhile: not overwritten, to be decided by who reads. */
  conflitti: z.array(
    z.strictObject({
      postoId: identifier,
      chiesto: z.enum(STATI_PRESENZA).nullable(),
      attuale: z.enum(STATI_PRESENZA).nullable(),
      da: z.string().nullable(),
    }),
  ),
});
export type EsitoPresenzeView = Reads<typeof esitoPresenzeView>;

/** Attendance of an ente at a tavolo, within the dates of its seat. */
export const partecipazioneView = z.strictObject({
  ente: z.strictObject({ id: identifier, denominazione: z.string() }),
  /** Incontri svolti to which the ente was called, or came. */
  incontri: z.int(),
  presenze: z.int(),
  giustificate: z.int(),
  assenze: z.int(),
  assenzeDiFila: z.int(),
  /** The tavolo's rule on absences is met: to be weighed by the coordinatore, never automatic. */
  decadenzaProposta: z.boolean(),
  /** By which it has its seat. */
  designazioneId: identifier,
  /** The procedimento that is open on its seat. */
  decadenzaId: z.string().nullable(),
  /** The last that the referente proposed of its seat, unless it was taken up; null also for who does not weigh it. `risposta`: why it was declined. */
  proposta: z.strictObject({ at: instant, risposta: z.string().nullable() }).nullable(),
});
export type PartecipazioneView = Reads<typeof partecipazioneView>;
