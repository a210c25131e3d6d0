import * as z from 'zod';
import { dichiarazioneResa } from '../avvisi/avviso-atto.schema.js';
import { VINCOLI_TAVOLI } from '../avvisi/tavoli-per-ente.js';
import { storiaView } from '../enti/ente.views.js';
import { VESTI } from '../enti/natura-giuridica.js';
import { numeroDiRegistroView } from '../kernel/numero-di-registro.js';
import { conteggiView } from '../kernel/tabella.js';
import { identifier, instant, type Reads, version } from '../kernel/view.js';
import { AZIONI_CONSENSO, STATI_CONSENSO } from './consenso.states.js';
import { STATI_DECADENZA } from '../decadenze/decadenza.states.js';
import { FILTRI_DESIGNAZIONI, RUOLI_RAPPRESENTANTE } from './designazione.schema.js';
import { AZIONI_DESIGNAZIONE, CAUSE_CESSAZIONE, STATI_DESIGNAZIONE } from './designazione.states.js';
import { STATI_EMAIL } from '../messaggi/messaggio.states.js';

/** A row of the lists of designazioni. */
export const designazioneRigaView = z.strictObject({
  id: identifier,
  stato: z.enum(STATI_DESIGNAZIONE),
  veste: z.enum(VESTI).nullable(),
  ente: z.strictObject({ id: identifier, denominazione: z.string() }),
  tavolo: z.strictObject({ id: identifier, slug: z.string(), nome: z.string() }),
  /** Null where the seat was offered without an avviso. */
  avviso: z.strictObject({ id: identifier, titolo: z.string() }).nullable(),
  rappresentanti: z.array(
    z.strictObject({
      ruolo: z.enum(RUOLI_RAPPRESENTANTE),
      nome: z.string(),
      cognome: z.string(),
      consenso: z.enum(STATI_CONSENSO),
    }),
  ),
  numeroDiRegistro: numeroDiRegistroView.nullable(),
  inviataAt: instant.nullable(),
  /** Sent back to be completed: the last day its ente has, `YYYY-MM-DD`. */
  integrareEntro: z.string().nullable(),
  sostituisce: z.string().nullable(),
  /** Accepted: nobody sits by it until an elenco degli ammessi names it. */
  attendeElenco: z.boolean(),
  azioni: z.array(z.enum(AZIONI_DESIGNAZIONE)),
  version,
});
export type DesignazioneRigaView = Reads<typeof designazioneRigaView>;

export const rappresentanteView = z.strictObject({
  id: identifier,
  ruolo: z.enum(RUOLI_RAPPRESENTANTE),
  nome: z.string(),
  cognome: z.string(),
  email: z.string(),
  telefono: z.string().nullable(),
  qualifica: z.string().nullable(),
  consenso: z.enum(STATI_CONSENSO),
  consensoAt: instant.nullable(),
  /** Of who resigned: the day, and what they wrote where the office has it on paper. */
  dimissioni: z.strictObject({ giorno: z.string(), testo: z.string().nullable() }).nullable(),
});
export type RappresentanteView = Reads<typeof rappresentanteView>;

/** What became of one mail, as staff see it. `errore` holds the words of the receiving server. */
export const emailStatoView = z.strictObject({
  id: identifier,
  tipo: z.string(),
  destinatario: z.string(),
  oggetto: z.string(),
  stato: z.enum(STATI_EMAIL),
  tentativi: z.int(),
  errore: z.string().nullable(),
  creataAt: instant,
  inviataAt: instant.nullable(),
  prossimoTentativoAt: instant.nullable(),
});
export type EmailStatoView = Reads<typeof emailStatoView>;

/** One designazione as its ente and the staff see it. */
export const designazioneView = designazioneRigaView.omit({ rappresentanti: true }).extend({
  rappresentanti: z.array(rappresentanteView),
  motivazione: z.string().nullable(),
  /** When it came in again, completed. */
  reinviataAt: instant.nullable(),
  /** Why the office ended the seat (`cessata`). */
  causaFine: z.enum(CAUSE_CESSAZIONE).nullable(),
  posti: z.strictObject({ titolari: z.int(), supplenti: z.int() }),
  sostituitaDa: z.string().nullable(),
  emails: z.array(emailStatoView),
  storia: z.array(storiaView),
  /** What is to be declared before sending; once sent, what was declared, in the words of then. */
  dichiarazioni: z.array(dichiarazioneResa),
  /** Of a draft: at how many other tavoli of the avviso the ente stands, and what the avviso says of it. */
  limiteTavoli: z.strictObject({ tavoliVincolo: z.enum(VINCOLI_TAVOLI), tavoliMassimi: z.int(), altri: z.int() }).nullable(),
  puoModificare: z.boolean(),
  /** It came back to its ente, which corrects the people and sends it again. */
  puoCompletare: z.boolean(),
  puoRegistrareDimissioni: z.boolean(),
  /** No titolare since that day; by when the ente is asked for another. */
  scoperto: z.strictObject({ dal: z.string(), entro: z.string() }).nullable(),
  /** The procedimento that is open on the seat, or by which it was lost. */
  decadenza: z.strictObject({ id: identifier, stato: z.enum(STATI_DECADENZA) }).nullable(),
  puoAprireDecadenza: z.boolean(),
  /** The address of who has not answered yet, while it stands. */
  puoCorreggere: z.boolean(),
});
export type DesignazioneView = Reads<typeof designazioneView>;

/** What the designated person sees behind the mailed link. */
export const consensoView = z.strictObject({
  persona: z.strictObject({
    nome: z.string(),
    cognome: z.string(),
    email: z.string(),
    telefono: z.string().nullable(),
    qualifica: z.string().nullable(),
  }),
  ruolo: z.enum(RUOLI_RAPPRESENTANTE),
  consenso: z.enum(STATI_CONSENSO),
  azioni: z.array(z.enum(AZIONI_CONSENSO)),
  ente: z.strictObject({ denominazione: z.string() }),
  tavolo: z.strictObject({ nome: z.string(), slug: z.string(), scopo: z.string() }),
  ambito: z.strictObject({ nome: z.string(), slug: z.string() }),
  /** False when the designazione has ended: nothing is asked any more. */
  attiva: z.boolean(),
  /** Whether they sit at the tavolo for the ente now. */
  siede: z.boolean(),
});
export type ConsensoView = Reads<typeof consensoView>;

export const designazioniConteggiView = conteggiView(FILTRI_DESIGNAZIONI);
