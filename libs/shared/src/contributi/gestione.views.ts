import * as z from 'zod';
import { emailStatoView } from '../designazioni/designazione.views.js';
import { storiaView } from '../enti/ente.views.js';
import { numeroDiRegistroView } from '../kernel/numero-di-registro.js';
import { identifier, instant, type Reads, version } from '../kernel/view.js';
import { MOTIVI_RESPINGIMENTO, Omissis, TIPI_LEGAME } from './contributo.schema.js';
import { AZIONI_CONTRIBUTO, DECISIONI_RIESAME, STATI_CONTRIBUTO } from './contributo.states.js';
import { allegatoView, contributoBreveView, contributoRigaView, passoView } from './contributo.views.js';
import { avvisoContributoView, testiContributoView } from './testi.views.js';

export const riesameView = z.strictObject({
  chiestoAt: instant,
  /** By when it is decided on. */
  entroAt: instant.nullable(),
  /** Of its receipt; null of one that was asked before there were any. */
  numero: numeroDiRegistroView.nullable(),
  motivo: z.string(),
  decisione: z.enum(DECISIONI_RIESAME).nullable(),
  risposta: z.string().nullable(),
});
export type RiesameView = Reads<typeof riesameView>;

/** A row of the queue of staff, with the two clocks. */
export const codaRigaView = contributoRigaView.omit({ stato: true, titolo: true, rispostaEntroAt: true }).extend({
  stato: z.enum(STATI_CONTRIBUTO),
  titolo: z.string(),
  inModerazioneDal: z.string().nullable(),
  moderareEntroAt: instant.nullable(),
  rispondereEntroAt: instant.nullable(),
  inRitardo: z.boolean(),
  riesameDaDecidere: z.boolean(),
  azioni: z.array(z.enum(AZIONI_CONTRIBUTO)),
  version,
});
export type CodaRigaView = Reads<typeof codaRigaView>;

export const legameView = z.strictObject({
  id: identifier,
  tipo: z.enum(TIPI_LEGAME),
  oggettoId: identifier,
  titolo: z.string(),
  percorso: z.string(),
});
export type LegameView = Reads<typeof legameView>;

/** GET contributi/:contributo/gestione — all of it, for the staff of its tavolo. */
export const contributoGestioneView = codaRigaView.extend({
  /** As written, never changed. */
  testi: testiContributoView,
  /** What the public reads; null before publication. */
  pubblico: testiContributoView.nullable(),
  omissis: z.array(Omissis),
  motivoOmissis: z.string().nullable(),
  /** Earlier words, before the author was asked to change them; latest first. */
  precedenti: z.array(testiContributoView.extend({ at: instant })),
  autore: z.strictObject({
    nome: z.string().nullable(),
    email: z.string().nullable(),
    mostraNome: z.boolean(),
    account: z.boolean(),
  }),
  raccoltoDa: z.string().nullable(),
  files: z.array(allegatoView.extend({ pubblico: z.boolean() })),
  avvisiPrivacy: z.array(avvisoContributoView),
  motivo: z.enum(MOTIVI_RESPINGIMENTO).nullable(),
  motivazione: z.string().nullable(),
  riesame: riesameView.nullable(),
  unitoA: contributoBreveView.nullable(),
  uniti: z.array(contributoBreveView),
  legami: z.array(legameView),
  filo: z.array(passoView),
  puoSpostare: z.boolean(),
  puoCollegare: z.boolean(),
  puoOmettere: z.boolean(),
  puoDecidereRiesame: z.boolean(),
  emails: z.array(emailStatoView),
  storia: z.array(storiaView),
});
export type ContributoGestioneView = Reads<typeof contributoGestioneView>;
