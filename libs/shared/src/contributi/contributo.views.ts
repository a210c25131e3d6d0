import * as z from 'zod';
import { tavoloBreveView } from '../tavoli/tavolo-breve.views.js';
import { identifier, instant, type Reads, version } from '../kernel/view.js';
import { comuneBreveView } from './comune.views.js';
import { CANALI, PROVENIENZE, TIPI_CONTRIBUTO } from './contributo.schema.js';
import { ESITI_CONTRIBUTO, STATI_CONTRIBUTO, STATI_PUBBLICI } from './contributo.states.js';
import { TIPI_PASSO } from './passo.states.js';
import { DomandaGuidata, RegoleContributiInput, TempiContributiInput } from './regole-contributi.schema.js';
import { ricezioneView, testiContributoView } from './testi.views.js';

/** GET tavoli/:tavolo/contributi/modulo — what the page for sending needs. To be asked by the browser when the page opens, never cached: `modulo` is its token. */
export const moduloContributoView = z.strictObject({
  ricezione: ricezioneView,
  /** Of the window; null where there is none. */
  dal: z.string().nullable(),
  al: z.string().nullable(),
  domande: z.array(DomandaGuidata),
  comuni: z.array(comuneBreveView),
  tavolo: tavoloBreveView.extend({ scopo: z.string() }),
  tempi: TempiContributiInput.pick({ giorniModerazione: true, giorniRisposta: true, giorniDaConfermare: true }),
  modulo: z.string(),
});
export type ModuloContributoView = Reads<typeof moduloContributoView>;

/** GET/PUT tavoli/:tavolo/contributi/regole — `version` is the tavolo's: `If-Match` of the PUT. */
export const regoleContributiView = RegoleContributiInput.extend({
  version,
});
export type RegoleContributiView = Reads<typeof regoleContributiView>;

/** GET/PUT contributi/tempi — `version` is 0 until they are set. */
export const tempiContributiView = TempiContributiInput.extend({
  version,
});
export type TempiContributiView = Reads<typeof tempiContributiView>;

/** POST tavoli/:tavolo/contributi/files — `chiave` goes into `allegati` of what is sent. */
export const allegatoCaricatoView = z.strictObject({
  chiave: z.string(),
  nome: z.string(),
  bytes: z.int(),
});
export type AllegatoCaricatoView = Reads<typeof allegatoCaricatoView>;

/** The answer to sending. `segreto` opens the page that follows it (`/contributo#segreto`): null until the address is confirmed. */
export const ricevutaContributoView = z.strictObject({
  id: identifier,
  codice: z.string(),
  stato: z.enum(STATI_CONTRIBUTO),
  segreto: z.string().nullable(),
  /** Where the confirmation went; null when there is nothing to confirm. */
  confermaInviataA: z.string().nullable(),
});
export type RicevutaContributoView = Reads<typeof ricevutaContributoView>;

/** Where it came from, as far as everybody may know. `nome` only with leave. */
export const provenienzaView = z.strictObject({
  tipo: z.enum(PROVENIENZE),
  nome: z.string().nullable(),
});
export type ProvenienzaView = Reads<typeof provenienzaView>;

/** A row of the public lists. */
export const contributoRigaView = z.strictObject({
  id: identifier,
  codice: z.string(),
  stato: z.enum(STATI_PUBBLICI),
  /** Null for one that was merged before it was published. */
  titolo: z.string().nullable(),
  tipo: z.enum(TIPI_CONTRIBUTO),
  tavolo: tavoloBreveView,
  comune: comuneBreveView.nullable(),
  zona: z.string().nullable(),
  provenienza: provenienzaView,
  canale: z.enum(CANALI),
  inviatoAt: instant,
  pubblicatoAt: instant.nullable(),
  /** By when an answer is promised; null once there is one. */
  rispostaEntroAt: instant.nullable(),
  rispostoAt: instant.nullable(),
});
export type ContributoRigaView = Reads<typeof contributoRigaView>;

/** The few words by which other pages name a contributo. */
export const contributoBreveView = z.strictObject({
  id: identifier,
  codice: z.string(),
  titolo: z.string(),
  stato: z.enum(STATI_CONTRIBUTO),
});
export type ContributoBreve = Reads<typeof contributoBreveView>;

export const allegatoView = z.strictObject({
  id: identifier,
  nome: z.string(),
  bytes: z.int(),
  mediaType: z.enum(['application/pdf', 'image/jpeg', 'image/png']),
});
export type AllegatoView = Reads<typeof allegatoView>;

/** One step of the way "dal contributo al Piano". */
export const passoView = z.strictObject({
  tipo: z.enum(TIPI_PASSO),
  at: instant,
  /** Name of the incontro, verbale, tavolo or contributo it speaks of, as the reader may know it now; null: it names none, or none that they may see. */
  titolo: z.string().nullable(),
  /** Path on the portal, from `/`. */
  percorso: z.string().nullable(),
  motivazione: z.string().nullable(),
});
export type PassoView = Reads<typeof passoView>;

/** GET contributi/:contributo — the public page. Never an e-mail, never what was left out. */
export const contributoPubblicoView = contributoRigaView.extend({
  /** Null when it was merged before it was published. */
  testi: testiContributoView.nullable(),
  /** Why some pieces are missing; null when none is. */
  motivoOmissis: z.string().nullable(),
  /** When passages of it were blacked out last; null: never. */
  oscuratoAt: instant.nullable(),
  files: z.array(allegatoView),
  esito: z.strictObject({ stato: z.enum(ESITI_CONTRIBUTO), motivazione: z.string(), at: instant }).nullable(),
  /** By when the review that its author asked is decided on; null: none waits. */
  riesameEntroAt: instant.nullable(),
  unitoA: contributoBreveView.nullable(),
  uniti: z.array(contributoBreveView),
  filo: z.array(passoView),
  /** What the page's visitor may do as staff: empty for everybody else. */
  puoGestire: z.boolean(),
});
export type ContributoPubblicoView = Reads<typeof contributoPubblicoView>;

/** POST contributi/ricerche — what the short code alone tells: no text, no name. */
export const statoPerCodiceView = z.strictObject({
  codice: z.string(),
  stato: z.enum(STATI_CONTRIBUTO),
  tavolo: tavoloBreveView,
  inviatoAt: instant,
  moderareEntroAt: instant.nullable(),
  rispondereEntroAt: instant.nullable(),
  percorsoPubblico: z.string().nullable(),
});
export type StatoPerCodiceView = Reads<typeof statoPerCodiceView>;

/** GET incontri/:incontro/contributi, GET verbali/:verbale/contributi — contributi tied to each punto or section, by its id. */
export const contributiCollegatiView = z.strictObject({
  items: z.array(contributoBreveView.extend({ oggettoId: identifier, legameId: identifier })),
});
export type ContributiCollegatiView = Reads<typeof contributiCollegatiView>;
