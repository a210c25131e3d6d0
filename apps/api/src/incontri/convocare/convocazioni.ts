import { cambioUrgente, preavviso, type IncontroAzioneInput, type TipoConvocazione } from '@tavoli/shared';
import type { Tx } from '../../platform/commands/commands.js';
import type { RequestContext } from '../../platform/commands/context.js';
import { insert } from '../../platform/database/rows.js';
import { fieldProblem, ProblemError } from '../../platform/problem/problem.error.js';
import { nextNumeroDiRegistro } from '../../platform/numeri/numero-di-registro.js';
import { canonical, sha256 } from '../../platform/registro/canonical.js';
import {
  emailAnnullamento,
  emailConvocazione,
  emailIntegrazione,
  emailNonPiuInvitato,
  emailSpostamento,
  stessaOra,
} from '../inviti/convocazioni.emails.js';
import type { Atto } from '../inviti/incontri.emails.js';
import { leggiIncontroDi, type DatiIncontro } from '../incontro/incontri.data.js';
import { caselleDi, chiama, chiamaNuovi, creaSegretiInvito, leggiInvitati, type Invitato } from '../incontro/invitati.js';
import { preavvisoDi } from '../regole/regole.js';
import type { Portale } from './congeda.js';
import { leggiDocumenti, scriviIntegrazione, type Integrazione } from './integrazione.js';

/** What an act of calling says of itself. */
interface Chiamata {
  readonly tipo: TipoConvocazione;
  readonly urgenza: string | null;
  readonly motivazione: string | null;
  /** What it changes in what was called before, one change a line. */
  readonly differenze?: readonly string[];
}

/**
 * The notice, in *giorni liberi*, between now and `inizio`, by the strictest rule of the tavoli that meet.
 * @returns the reason of urgency, where it was needed
 * @throws ProblemError `incontro.inizio_passato`, `incontro.preavviso`, `incontro.serve_urgenza`
 */
export function controllaPreavviso(dati: DatiIncontro, inizio: Date, urgenza: string | undefined, pointer: string): string | null {
  const { esito, giorni, minimo, richiesti } = preavviso(preavvisoDi(dati.regole), dati.now, inizio);
  if (esito === 'passato') throw fieldProblem('incontro.inizio_passato', pointer);
  if (esito === 'troppo_tardi')
    throw fieldProblem(
      'incontro.preavviso',
      pointer,
      `I giorni liberi di preavviso sono ${giorni}: anche d’urgenza ne servono almeno ${minimo}.`,
    );
  if (esito === 'ok') return null;
  if (urgenza === undefined) {
    throw fieldProblem(
      'incontro.serve_urgenza',
      '/urgenza',
      `I giorni liberi di preavviso sono ${giorni} e ne servono ${richiesti}: per convocare d’urgenza scrivi il motivo.`,
    );
  }
  return urgenza;
}

/** Calls everyone who sits there now. Runs after the step, on what it left. */
export async function convoca(tx: Tx, ctx: RequestContext, { origin, insieme = 1 }: Portale, urgenza: string | null): Promise<void> {
  const dati = await leggiIncontroDi(tx, ctx);
  const { chiamati } = await chiama(tx.db, tx.ambitoId, dati.id);
  if (chiamati.length === 0) throw new ProblemError('incontro.nessun_destinatario');
  await attesta(tx, dati, chiamati, { tipo: 'convocazione', urgenza, motivazione: null });
  const caselle = caselleDi(chiamati);
  tx.email(...emailConvocazione({ ...(await atto(tx, dati, origin, caselle, null)), insieme }, caselle, urgenza));
}

/** Calls who has come to sit there since: an act of its own, of which nobody else hears. @throws ProblemError `incontro.nessun_nuovo` */
export async function convocaNuovi(tx: Tx, ctx: RequestContext, origin: string): Promise<void> {
  const dati = await leggiIncontroDi(tx, ctx);
  const nuovi = await chiamaNuovi(tx.db, tx.ambitoId, dati.id);
  if (nuovi.length === 0) throw new ProblemError('incontro.nessun_nuovo');
  await attesta(tx, dati, nuovi, { tipo: 'estensione', urgenza: null, motivazione: null });
  const caselle = caselleDi(await leggiInvitati(tx.db, tx.ambitoId, dati.id));
  const aggiunte = caselle.filter(c => nuovi.some(n => n.email === c.email));
  tx.email(...emailConvocazione(await atto(tx, dati, origin, aggiunte, null), aggiunte, null, caselle));
}

/** Tells everyone of the new time or place (where the place alone is another, answers stay), and those who no longer sit there that they are not expected. */
export async function sposta(
  tx: Tx,
  ctx: RequestContext,
  origin: string,
  prima: DatiIncontro,
  input: IncontroAzioneInput,
  urgenza: string | null,
): Promise<void> {
  await decidibili(tx, prima, input);
  const dati = await leggiIncontroDi(tx, ctx);
  const { chiamati, usciti } = await chiama(tx.db, tx.ambitoId, dati.id, stessaOra(prima, dati));
  const motivazione = input.motivazione ?? null;
  await attesta(tx, dati, chiamati, { tipo: 'spostamento', urgenza, motivazione });
  const caselle = caselleDi(chiamati);
  const comune = await atto(tx, dati, origin, caselle, motivazione, prima.inizioAt);
  tx.email(...emailSpostamento(comune, caselle, prima), ...emailNonPiuInvitato(comune, caselleDi(usciti)));
}

/** Another start is told in the notice of a convocation, with the whole ordine del giorno: what was added too late for the old one can be decided on. */
async function decidibili(tx: Tx, prima: DatiIncontro, { spostamento }: IncontroAzioneInput): Promise<void> {
  if (spostamento === undefined || Date.parse(spostamento.inizioAt) === prima.inizioAt.getTime()) return;
  await tx.db.query('UPDATE incontro_punto SET solo_discussione = false WHERE ambito_id = $1 AND incontro_id = $2 AND solo_discussione', [
    tx.ambitoId,
    prima.id,
  ]);
}

/**
 * Tells who was called what is added or corrected, and calls the guests that are new. A calendar hears of it only where what it shows is another.
 * Nobody else is told of a guest: they are written to alone.
 */
export async function integra(
  tx: Tx,
  ctx: RequestContext,
  origin: string,
  prima: DatiIncontro,
  i: Integrazione,
  nota: string | null,
): Promise<void> {
  await scriviIntegrazione(tx, prima, i);
  const dati = await leggiIncontroDi(tx, ctx);
  const ospiti = i.input.ospiti.length === 0 ? [] : await chiamaNuovi(tx.db, tx.ambitoId, dati.id, 'ospite');
  const tutti = await leggiInvitati(tx.db, tx.ambitoId, dati.id);
  const differenze = [...i.cambia, ...i.input.ospiti.map(o => `Ospite aggiunto: ${o.nome}.`)];
  const detti = i.cambia.length === 0 ? ospiti : tutti;
  const parte = await attesta(tx, dati, detti, { tipo: 'integrazione', urgenza: i.urgenza, motivazione: nota, differenze });
  const caselle = caselleDi(tutti);
  const chiamate = caselle.filter(c => ospiti.some(o => o.email === c.email));
  const avvisate = i.cambia.length === 0 ? [] : caselle.filter(c => !chiamate.includes(c));
  const comune = await atto(tx, dati, origin, [...avvisate, ...chiamate], nota);
  tx.email(...emailIntegrazione(comune, avvisate, caselle, i, parte), ...emailConvocazione(comune, chiamate, null, caselle));
}

/** Takes the incontro out of every calendar it is in. */
export async function annulla(tx: Tx, ctx: RequestContext, origin: string, motivazione: string | null): Promise<void> {
  const dati = await leggiIncontroDi(tx, ctx);
  const invitati = await leggiInvitati(tx.db, tx.ambitoId, dati.id);
  await attesta(tx, dati, invitati, { tipo: 'annullamento', urgenza: null, motivazione });
  tx.email(...emailAnnullamento(await atto(tx, dati, origin, [], motivazione), caselleDi(invitati)));
}

/** @param prima when the incontro was to begin before this act: a change is urgent by whichever is sooner */
async function atto(
  tx: Tx,
  dati: DatiIncontro,
  origin: string,
  invitati: readonly Invitato[],
  motivazione: string | null,
  prima: Date = dati.inizioAt,
): Promise<Atto> {
  const soonest = prima < dati.inizioAt ? prima : dati.inizioAt;
  return {
    dati,
    origin,
    segreti: await creaSegretiInvito(tx.db, tx.ambitoId, invitati),
    urgente: cambioUrgente(dati.now, soonest),
    motivazione,
  };
}

/** Fixes what was sent to whom, under a protocol number and a fingerprint. The key (incontro, sequence, parte) lets no second one stand. @returns parte */
async function attesta(tx: Tx, d: DatiIncontro, invitati: readonly Invitato[], { differenze, ...chiamata }: Chiamata): Promise<number> {
  const documenti = await leggiDocumenti(tx.db, tx.ambitoId, d.id);
  const contenuto = { ...contenutoDi(d, invitati, chiamata), documenti, ...(differenze === undefined ? {} : { differenze }) };
  const { anno, numero } = await nextNumeroDiRegistro(tx.db, tx.ambitoId);
  const [{ parte } = { parte: 0 }] = await tx.db.query<{ parte: number }[]>(
    'SELECT count(*)::int AS parte FROM convocazione WHERE ambito_id = $1 AND incontro_id = $2 AND sequence = $3',
    [tx.ambitoId, d.id, d.sequence],
  );
  await insert(tx.db, 'convocazione', {
    ...chiamata,
    parte,
    ambitoId: tx.ambitoId,
    incontroId: d.id,
    sequence: d.sequence,
    at: d.now,
    protocolloAnno: anno,
    protocolloNumero: numero,
    contenuto,
    sha256: sha256(canonical(contenuto)).toString('hex'),
  });
  return parte;
}

/** What the prova tells for ever, whatever becomes of the incontro. */
const contenutoDi = (d: DatiIncontro, invitati: readonly Invitato[], chiamata: Chiamata) => ({
  ...chiamata,
  incontro: d.id,
  sequence: d.sequence,
  titolo: d.titolo,
  inizioAt: d.inizioAt.toISOString(),
  fineAt: d.fineAt.toISOString(),
  sede: d.sede,
  linkVideo: d.linkVideo,
  tavoli: d.tavoli.map(t => t.nome),
  punti: d.punti,
  destinatari: invitati.map(({ ruolo, nome, email, ente }) => ({ ruolo, nome, email, ente })),
});
