import * as z from 'zod';
import { emailStatoView } from '../designazioni/designazione.views.js';
import { storiaView } from '../enti/ente.views.js';
import { numeroDiRegistroView } from '../kernel/numero-di-registro.js';
import { type Reads, fingerprint, identifier, instant, version } from '../kernel/view.js';
import { AZIONI_CONGIUNTO, STATI_CONGIUNTO } from './congiunto.states.js';
import { RUOLI_RAPPRESENTANTE } from '../designazioni/designazione.schema.js';
import { OspiteInput, SedeIncontro, TIPI_CONVOCAZIONE, TIPI_INCONTRO } from './incontro.schema.js';
import { AZIONI_INCONTRO, STATI_INCONTRO } from './incontro.states.js';
import { invitatoView, invitoProprioView, ruoloInvitatoView } from './inviti.views.js';
import { preavvisoView, quorumView } from './quorum.views.js';
import { RegoleTavoloInput } from './regole-tavolo.schema.js';
import { tavoloBreveView } from '../tavoli/tavolo-breve.views.js';

/** A row of the calendars. Instants are RFC 3339 UTC. */
export const incontroRigaView = z.strictObject({
  id: identifier,
  tipo: z.enum(TIPI_INCONTRO),
  titolo: z.string(),
  stato: z.enum(STATI_INCONTRO),
  inizioAt: instant,
  fineAt: instant,
  sede: SedeIncontro.nullable(),
  /** Whether it can be followed from home; the address itself is for members only. */
  online: z.boolean(),
  tavoli: z.array(tavoloBreveView),
});
export type IncontroRigaView = Reads<typeof incontroRigaView>;

export const puntoView = z.strictObject({
  id: identifier,
  titolo: z.string(),
  minuti: z.int().nullable(),
  relatore: z.string().nullable(),
  /** Frozen when its discussion began; null before. */
  quorum: quorumView.nullable(),
  iniziatoAt: instant.nullable(),
  /** For how long it was discussed, all the times that it was, without the stretch under way (`puntoDal`); null: nobody has counted. */
  secondi: z.int().nullable(),
  /** When it was added to a convocation that had left; null: it was called with the others. */
  aggiuntoAt: instant.nullable(),
  /** It was added without the notice that a decision needs: it may be discussed. */
  soloDiscussione: z.boolean(),
});
export type PuntoView = Reads<typeof puntoView>;

/** Clashes found while planning: told, never forbidden. */
export const conflittoView = z.strictObject({
  tipo: z.enum(['festivo', 'sede', 'persone']),
  /** Plain words, ready to be shown. */
  testo: z.string(),
  incontroId: identifier.nullable(),
});
export type ConflittoView = Reads<typeof conflittoView>;

/** What another tavolo called to the incontro has said of it. */
export const congiuntoView = z.strictObject({
  tavolo: z.strictObject({ id: identifier, nome: z.string() }),
  stato: z.enum(STATI_CONGIUNTO),
  /** When it answered, and who; null: nobody yet, or before answers were kept. */
  at: instant.nullable(),
  da: z.string().nullable(),
  /** Why it said no. */
  motivo: z.string().nullable(),
  /** Who may answer for the tavolo; null: nobody leads it, and only the coordinatore may. */
  referente: z.string().nullable(),
  azioni: z.array(z.enum(AZIONI_CONGIUNTO)),
});
export type CongiuntoView = Reads<typeof congiuntoView>;

/** One act of calling: the first, of who came later, what was added or corrected, a move, a cancellation. Its text is fixed by its fingerprint. */
export const convocazioneView = z.strictObject({
  sequence: z.int(),
  /** Which of those with the same sequence: 0 is the act that gave it; the others called who came later, or told what no calendar shows. */
  parte: z.int(),
  tipo: z.enum(TIPI_CONVOCAZIONE),
  at: instant,
  numeroDiRegistro: numeroDiRegistroView.nullable(),
  urgenza: z.string().nullable(),
  motivazione: z.string().nullable(),
  /** SHA-256 of what was sent, 64 hexadecimal digits. */
  sha256: fingerprint,
});
export type ConvocazioneView = Reads<typeof convocazioneView>;

/** Who would be written to. Of a tavolo that the reader does not work for the address is null, and before it has agreed the name too. */
export const destinatarioView = z.strictObject({
  ruolo: ruoloInvitatoView,
  nome: z.string().nullable(),
  email: z.string().nullable(),
  ente: z.string().nullable(),
});
export type DestinatarioView = Reads<typeof destinatarioView>;

/** Why nobody is called for a seat: the persons have not said yes, they said no, no elenco names it yet, the seat or its ente is suspended. */
export const MOTIVI_ESCLUSIONE = [
  'consenso_in_attesa',
  'senza_persone',
  'attende_elenco',
  'posto_sospeso',
  'ente_sospeso',
  'piano_finito',
] as const;
export type MotivoEsclusione = (typeof MOTIVI_ESCLUSIONE)[number];

export const esclusoView = z.strictObject({ ente: z.string(), tavolo: tavoloBreveView, motivo: z.enum(MOTIVI_ESCLUSIONE) });
export type EsclusoView = Reads<typeof esclusoView>;

export const gestioneIncontroView = z.strictObject({
  /** The other tavoli of an incontro congiunto. */
  congiunti: z.array(congiuntoView),
  ospiti: z.array(OspiteInput),
  membri: z.array(z.string()),
  preavviso: preavvisoView,
  conflitti: z.array(conflittoView),
  invitati: z.array(invitatoView),
  /** Who has come to sit there since it was convened, and was not called yet. */
  nuovi: z.array(destinatarioView),
  convocazioni: z.array(convocazioneView),
  emails: z.array(emailStatoView),
  storia: z.array(storiaView),
});
export type GestioneIncontroView = Reads<typeof gestioneIncontroView>;

/** One incontro. What the public may not see is null or empty for the public. */
export const incontroView = incontroRigaView.extend({
  /** The tavolo that calls; null: a plenaria. */
  tavoloId: identifier.nullable(),
  linkVideo: z.string().nullable(),
  punti: z.array(puntoView),
  files: z.array(z.strictObject({ id: identifier, nome: z.string(), bytes: z.int(), puntoId: identifier.nullable() })),
  secondaConvocazione: z.boolean(),
  convocatoAt: instant.nullable(),
  apertoAt: instant.nullable(),
  chiusoAt: instant.nullable(),
  puntoCorrente: z.string().nullable(),
  /** Since when it is discussed, this time. */
  puntoDal: instant.nullable(),
  quorum: quorumView.nullable(),
  /** Why it was annulled or last moved. */
  motivazione: z.string().nullable(),
  sequence: z.int(),
  serieId: identifier.nullable(),
  azioni: z.array(z.enum(AZIONI_INCONTRO)),
  puoModificare: z.boolean(),
  puoRilevare: z.boolean(),
  /** The caller's own invitation, if any. */
  invito: invitoProprioView.nullable(),
  /** For who may manage it; null for others. */
  gestione: gestioneIncontroView.nullable(),
  version,
});
export type IncontroView = Reads<typeof incontroView>;

/** What sending would do, shown before it is done. */
export const anteprimaConvocazioneView = z.strictObject({
  preavviso: preavvisoView,
  conflitti: z.array(conflittoView),
  destinatari: z.array(destinatarioView),
  /** Enti that have a seat and nobody who can be called for it, and why. */
  esclusi: z.array(esclusoView),
  /** The mail as its first recipient would read it. */
  email: z.strictObject({ oggetto: z.string(), testo: z.string() }).nullable(),
});
export type AnteprimaConvocazioneView = Reads<typeof anteprimaConvocazioneView>;

/** POST incontri/:incontro/solleciti-consenso: how many enti were asked for the consents that are missing. */
export const sollecitoConsensiView = z.strictObject({ enti: z.int() });
export type SollecitoConsensiView = Reads<typeof sollecitoConsensiView>;

/** What may still be added to a convocation, before one writes it. */
export const integrazioneView = z.strictObject({
  preavviso: preavvisoView,
  /** What has become of the documents since the convocation, in plain words: it is told with the integrazione. */
  documenti: z.array(z.string()),
  /** How many mailboxes are told. */
  destinatari: z.int(),
});
export type IntegrazioneView = Reads<typeof integrazioneView>;

/** What an invited person finds behind the mailed link. */
export const invitoIncontroView = invitoProprioView.extend({
  persona: z.strictObject({ nome: z.string(), ruolo: ruoloInvitatoView, ente: z.string().nullable() }),
  incontro: incontroRigaView.omit({ online: true }).extend({
    linkVideo: z.string().nullable(),
    motivazione: z.string().nullable(),
    punti: z.array(puntoView.pick({ titolo: true, minuti: true, relatore: true, soloDiscussione: true })),
  }),
  ambito: z.strictObject({ nome: z.string(), slug: z.string() }),
  /** Until when they may correct its verbale, which is behind the same link; null: not now, or not they. */
  verbaleFinoAt: instant.nullable(),
});
export type InvitoIncontroView = Reads<typeof invitoIncontroView>;

/** A tavolo as the coordinatore's cockpit shows it. */
export const cruscottoTavoloView = z.strictObject({
  tavolo: tavoloBreveView,
  referente: z.string().nullable(),
  designazioni: z.strictObject({ daEsaminare: z.int(), accettate: z.int(), consensiInAttesa: z.int() }),
  prossimo: z
    .strictObject({
      id: identifier,
      titolo: z.string(),
      inizioAt: instant,
      stato: z.enum(STATI_INCONTRO),
      risposte: z.strictObject({ si: z.int(), no: z.int(), inAttesa: z.int() }),
    })
    .nullable(),
  ultimo: z.strictObject({ id: identifier, inizioAt: instant, presenti: z.int(), posti: z.int() }).nullable(),
  /** Plain words, each with the page where it is solved (path within the ambito). */
  daFare: z.array(z.strictObject({ testo: z.string(), percorso: z.string() })),
});
export type CruscottoTavoloView = Reads<typeof cruscottoTavoloView>;

export const regoleTavoloView = z.strictObject({
  ...RegoleTavoloInput.shape,
  mandatiColPiano: RegoleTavoloInput.shape.mandatiColPiano.unwrap(),
  ammetteOsservatori: RegoleTavoloInput.shape.ammetteOsservatori.unwrap(),
  giorniRevisione: RegoleTavoloInput.shape.giorniRevisione.unwrap(),
  approvaVerbale: RegoleTavoloInput.shape.approvaVerbale.unwrap(),
  duePersone: RegoleTavoloInput.shape.duePersone.unwrap(),
  version,
});
export type RegoleTavoloView = Reads<typeof regoleTavoloView>;

/** POST tavoli/:tavolo/incontri: one, or all of a series. */
export const incontriCreatiView = z.strictObject({
  incontri: z.array(z.strictObject({ id: identifier, inizioAt: instant })),
  /** Wall times of a series that the change of the clock skips. */
  saltate: z.array(z.string()),
});
export type IncontriCreati = Reads<typeof incontriCreatiView>;

/** Who sits at a tavolo, to be called to a focus group. */
export const membroView = z.strictObject({
  rappresentanteId: identifier,
  nome: z.string(),
  ruolo: z.enum(RUOLI_RAPPRESENTANTE),
  ente: z.string(),
});
export type MembroView = Reads<typeof membroView>;
