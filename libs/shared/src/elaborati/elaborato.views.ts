import * as z from 'zod';
import { storiaView } from '../enti/ente.views.js';
import { type Reads, identifier, instant, version } from '../kernel/view.js';
import { tavoloBreveView } from '../tavoli/tavolo-breve.views.js';
import { ContenutoSezione, TIPI_CONTENUTO } from './blocchi.schema.js';
import { CHI_SCRIVE, TIPI_FONTE } from './elaborato.schema.js';
import { AZIONI_COMMENTO, AZIONI_ELABORATO, STATI_COMMENTO, STATI_ELABORATO } from './elaborato.states.js';
import { anticipoElaboratoView, accoglimentoView, fileElaboratoView, fotoElaboratoView } from './foto.views.js';
import { TIPI_ELABORATO } from './modelli.js';

export const elaboratoRigaView = z.strictObject({
  id: identifier,
  tipo: z.enum(TIPI_ELABORATO),
  titolo: z.string(),
  stato: z.enum(STATI_ELABORATO),
  tavolo: tavoloBreveView,
  aggiornatoAt: instant,
  accoltoAt: instant.nullable(),
});
export type ElaboratoRigaView = Reads<typeof elaboratoRigaView>;

export const sezioneElaboratoView = z.strictObject({
  id: identifier,
  chiave: z.string(),
  titolo: z.string(),
  tipo: z.enum(TIPI_CONTENUTO),
  contenuto: ContenutoSezione,
  /** Grows with each saving of this part: `If-Match` of its PUT. */
  version,
  aggiornataAt: instant.nullable(),
  aggiornataDa: z.string().nullable(),
  /** Who is writing it now; null: nobody. */
  tenutaDa: z.strictObject({ nome: z.string(), tua: z.boolean() }).nullable(),
});
export type SezioneElaboratoView = Reads<typeof sezioneElaboratoView>;

export const commentoView = z.strictObject({
  id: identifier,
  sezioneId: identifier.nullable(),
  passaggio: z.string().nullable(),
  testo: z.string(),
  autore: z.string(),
  stato: z.enum(STATI_COMMENTO),
  risposta: z.string().nullable(),
  creatoAt: instant,
  azioni: z.array(z.enum(AZIONI_COMMENTO)),
});
export type CommentoView = Reads<typeof commentoView>;

/** Something the elaborato came from. */
export const fonteView = z.strictObject({
  id: identifier,
  tipo: z.enum(TIPI_FONTE),
  oggettoId: identifier,
  parteId: identifier.nullable(),
  decisione: z.int().nullable(),
  inSezioneId: identifier.nullable(),
  /** Plain words, ready to be shown. */
  titolo: z.string(),
  /** Section or decisione, in words. */
  dettaglio: z.string().nullable(),
  /** Page within the ambito, public or of the area by what the reader may see; null: no page the reader may open. */
  percorso: z.string().nullable(),
});
export type FonteView = Reads<typeof fonteView>;

/** What is missing before it can be handed in. */
export const mancanzaElaboratoView = z.strictObject({
  /** `chiave` of the part; null: the elaborato as a whole. */
  sezione: z.string().nullable(),
  testo: z.string(),
});
export type Mancanza = Reads<typeof mancanzaElaboratoView>;

export const approvazioneView = z.strictObject({
  verbaleId: identifier,
  sezioneId: identifier,
  decisione: z.int().nullable(),
  /** Number and day of the verbale, and as far as the reader may read them the section and the words of the decisione ('' where not). */
  titolo: z.string(),
  testo: z.string(),
  at: instant,
  /** Of one that did not wait for the end of the consultation. */
  anticipo: anticipoElaboratoView.optional(),
});
export type ApprovazioneView = Reads<typeof approvazioneView>;

const voci = z.array(z.strictObject({ codice: z.string(), titolo: z.string(), ritirata: z.boolean() }));
/** What a scheda may point at. */
export const riferimentiElaboratoView = z.strictObject({
  comuni: z.array(z.strictObject({ istat: z.string(), nome: z.string() })),
  /** Obiettivi of the ambito that the reader may see. */
  obiettivi: z.array(z.strictObject({ id: identifier, titolo: z.string(), tavolo: z.string() })),
  /** The lists of the ambito; one that was withdrawn is no longer chosen, and names what was written. */
  voci: z.strictObject({ fondi: voci, leps: voci, obiettivi: voci }),
});
export type RiferimentiElaborato = Reads<typeof riferimentiElaboratoView>;

/** An elaborato as staff and members of its tavolo see it. */
export const elaboratoView = elaboratoRigaView.extend({
  scrivono: z.enum(CHI_SCRIVE),
  sezioni: z.array(sezioneElaboratoView),
  /** Of an uploaded one; null for other kinds, and until it is there. */
  file: fileElaboratoView.nullable(),
  fonti: z.array(fonteView),
  commenti: z.array(commentoView),
  /** Until when comments are taken; null outside the consultation. */
  consultazioneFinoAt: instant.nullable(),
  approvazione: approvazioneView.nullable(),
  accoglimento: accoglimentoView.nullable(),
  /** Why it was sent back, the last time. */
  motivazione: z.string().nullable(),
  riferimenti: riferimentiElaboratoView,
  mancanze: z.array(mancanzaElaboratoView),
  azioni: z.array(z.enum(AZIONI_ELABORATO)),
  puoScrivere: z.boolean(),
  puoCommentare: z.boolean(),
  /** Title and who writes; deleting too, while `puoEliminare`. */
  puoModificare: z.boolean(),
  puoEliminare: z.boolean(),
  /** How many fields the ambito asks for now that this scheda, begun before, may take; 0 for who may not. */
  campiNuovi: z.int(),
  storia: z.array(storiaView),
  version,
});
export type ElaboratoView = Reads<typeof elaboratoView>;

/** GET …/elaborati/:elaborato/pubblico — only what was accepted. `fonti` are those that everyone may open, as things stand now. */
export const elaboratoPubblicoView = elaboratoRigaView.extend({
  foto: fotoElaboratoView,
  fonti: z.array(fonteView),
  accoglimento: accoglimentoView,
  /** What it is called among the allegati of the Piano; null until the Piano is published. */
  allegato: z.string().nullable(),
  /** Whether the obiettivo that it serves has a public page of its own. */
  obiettivoPubblico: z.boolean(),
});
export type ElaboratoPubblicoView = Reads<typeof elaboratoPubblicoView>;

/** A version of a part, as its history keeps it. Two are compared with `diffParole(testoDiContenuto(a, voci), testoDiContenuto(b, voci))`. */
export const versioneSezioneElaboratoView = z.strictObject({
  version,
  da: z.string(),
  at: instant,
  contenuto: ContenutoSezione,
});
export type VersioneSezioneElaboratoView = Reads<typeof versioneSezioneElaboratoView>;

/** GET …/elaborati/:elaborato/fonti — what may be named as a source, and where the tavolo may have approved. */
export const fontiPossibiliView = z.strictObject({
  verbali: z.array(
    z.strictObject({
      id: identifier,
      titolo: z.string(),
      inizioAt: instant,
      /** Whether an approval may stand in it: it is approved or published. */
      approvato: z.boolean(),
      sezioni: z.array(z.strictObject({ id: identifier, titolo: z.string(), decisioni: z.array(z.string()) })),
    }),
  ),
  incontri: z.array(z.strictObject({ id: identifier, titolo: z.string(), inizioAt: instant })),
  contributi: z.array(z.strictObject({ id: identifier, codice: z.string(), titolo: z.string() })),
});
export type FontiPossibiliView = Reads<typeof fontiPossibiliView>;

/** GET …/verbali/:verbale/elaborati — the thread the other way: which elaborati came from this verbale. */
export const usoInElaboratoView = z.strictObject({
  elaborato: elaboratoRigaView,
  parteId: identifier.nullable(),
  decisione: z.int().nullable(),
  uso: z.enum(['fonte', 'approvazione']),
  /** Page within the ambito that the reader may open. */
  percorso: z.string(),
});
export type UsoInElaboratoView = Reads<typeof usoInElaboratoView>;
