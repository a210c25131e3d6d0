import { INCONTRO, instantToRomeWall, isAllowed, type AzioneIncontro, type IncontroAzioneInput } from '@tavoli/shared';
import type { Tx } from '../../platform/commands/commands.js';
import type { RequestContext } from '../../platform/commands/context.js';
import { fieldProblem, ProblemError } from '../../platform/problem/problem.error.js';
import { demandConsensi } from '../incontro/congiunti.js';
import { annulla, controllaPreavviso, convoca, prendi, sposta } from '../convocare/convocazioni.js';
import type { DatiIncontro } from '../incontro/incontri.data.js';
import { apriPosti, chiudiPosti } from '../incontro/posti.js';

/** What a step sets on the row, and what it does besides once the row has moved. */
interface Effetto {
  readonly set: Readonly<Record<string, unknown>>;
  readonly after: () => Promise<void>;
}

type Prepara = (tx: Tx, ctx: RequestContext, input: IncontroAzioneInput, origin: string) => Promise<Effetto>;

/** @throws ProblemError 404, 412, `incontro.stato` before the step's own refusals, which would judge an incontro that has moved on */
async function prendiPer(azione: AzioneIncontro, tx: Tx, ctx: RequestContext): Promise<DatiIncontro> {
  const dati = await prendi(tx, ctx);
  if (!isAllowed(INCONTRO, azione, dati.stato)) throw new ProblemError('incontro.stato');
  return dati;
}

/** What each step of an incontro does besides moving its state. */
export const EFFETTI: Readonly<Record<AzioneIncontro, Prepara>> = {
  /** @throws ProblemError `incontro.ordine_del_giorno_vuoto`, `incontro.serve_consenso`, `incontro.nessun_destinatario`, and of the notice */
  async convoca(tx, ctx, input, origin) {
    const dati = await prendiPer('convoca', tx, ctx);
    if (dati.punti.length === 0) throw fieldProblem('incontro.ordine_del_giorno_vuoto', '/punti');
    await demandConsensi(tx, ctx, dati);
    const urgenza = controllaPreavviso(dati, dati.inizioAt, input.urgenza, '/inizioAt');
    return { set: { convocato_at: dati.now }, after: () => convoca(tx, ctx, origin, urgenza) };
  },

  /** The notice is asked again only where the time changes. */
  async sposta(tx, ctx, input, origin) {
    const dati = await prendiPer('sposta', tx, ctx);
    const verso = input.spostamento;
    if (verso === undefined) throw fieldProblem('richiesta.non_valida', '/spostamento/inizioAt', 'Indica la nuova data o il nuovo luogo.');
    const inizio = new Date(verso.inizioAt);
    const stessaOra = inizio.getTime() === dati.inizioAt.getTime();
    const urgenza = stessaOra ? null : controllaPreavviso(dati, inizio, input.urgenza, '/spostamento/inizioAt');
    const sede = verso.sede === null ? null : JSON.stringify(verso.sede);
    const set = { inizio_at: inizio, fine_at: new Date(verso.fineAt), sede, link_video: verso.linkVideo, sequence: dati.sequence + 1 };
    return { set, after: () => sposta(tx, ctx, origin, dati, input, urgenza) };
  },

  async annulla(tx, ctx, input, origin) {
    const dati = await prendiPer('annulla', tx, ctx);
    return { set: { sequence: dati.sequence + 1 }, after: () => annulla(tx, ctx, origin, input.motivazione ?? null) };
  },

  /** From the day it was fixed for: the seats are those of who sits there now. */
  async apri(tx, ctx) {
    const dati = await prendiPer('apri', tx, ctx);
    if (giorno(dati.now) < giorno(dati.inizioAt)) throw new ProblemError('incontro.non_ancora');
    return { set: { aperto_at: dati.now }, after: () => apriPosti(tx.db, tx.ambitoId, dati.id) };
  },

  /** A seat that nobody recorded is recorded as absent; the quorum of the day is fixed. */
  async chiudi(tx, ctx) {
    const dati = await prendiPer('chiudi', tx, ctx);
    return { set: { chiuso_at: dati.now, punto_corrente: null }, after: () => chiudiPosti(tx.db, tx.ambitoId, dati.id) };
  },
};

const giorno = (instant: Date): string => instantToRomeWall(instant).slice(0, 10);
