import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { DESIGNAZIONI_COL_POSTO, type PropostaDecadenzaInput, type PropostaDeclinataInput, type ProveDecadenzaView } from '@tavoli/shared';
import { DESIGNAZIONE_KIND } from '../designazioni/designazione.kind.js';
import { Commands, type Tx } from '../platform/commands/commands.js';
import { placeOf, type RequestContext, type ResolvedPlace } from '../platform/commands/context.js';
import { insert } from '../platform/database/rows.js';
import { hold } from '../platform/procedura/hold.js';
import { delPosto } from '../posti/del-posto.sql.js';
import { fieldProblem, ProblemError } from '../platform/problem/problem.error.js';
import { news } from '../platform/realtime/news.js';
import { DecadenzeQueries, leggiProve } from './decadenze.queries.js';
import { emailAccolta, emailDeclinata, emailProposta, leggiProposta } from './proposte.emails.js';
import { scelti } from './prove.js';

/** What a referente proposes to who decides. The register tells it of the tavolo: the history of a designazione is read by the ente, to whom nothing has happened. */
@Injectable()
export class ProposteService {
  constructor(
    private readonly commands: Commands,
    private readonly queries: DecadenzeQueries,
  ) {}

  /**
   * Proposes that the seat of the designazione in the URL be weighed. Nothing opens by it.
   * @throws ProblemError `designazione.stato`, `decadenza.esiste`, `decadenza.gia_proposta`, 400 on `/incontri`
   */
  proponi(ctx: RequestContext, { incontri, ragioni }: PropostaDecadenzaInput): Promise<ProveDecadenzaView> {
    const place = placeOf(ctx);
    const { ambitoId } = place;
    return this.commands.run(ctx, ambitoId, async tx => {
      await hold(tx, ctx, DESIGNAZIONE_KIND, { from: DESIGNAZIONI_COL_POSTO, seen: 'any' });
      await demandNuova(tx, place);
      const fatti = scelti(await leggiProve(tx.db, ambitoId, place.id), incontri);
      if (fatti.some(f => f.presenza !== 'assente'))
        throw fieldProblem('richiesta.non_valida', '/incontri', 'Scegli solo incontri a cui l’ente non è venuto e non ha detto perché.');
      const id = randomUUID();
      await insert(tx.db, 'decadenza_proposta', { ambitoId, id, designazioneId: place.id, ragioni, propostaDa: ctx.actor.nome });
      for (const { incontro } of fatti)
        await insert(tx.db, 'decadenza_proposta_incontro', { ambitoId, propostaId: id, incontroId: incontro.id });
      registra(tx, place, 'decadenza.proponi', { ragioni });
      tx.email(...emailProposta(await leggiProposta(tx.db, ambitoId, id, place.id)));
      return this.queries.proveIn(tx.db, ctx);
    });
  }

  /** @throws ProblemError `decadenza.nessuna_proposta` */
  declina(ctx: RequestContext, { motivazione }: PropostaDeclinataInput): Promise<ProveDecadenzaView> {
    const place = placeOf(ctx);
    return this.commands.run(ctx, place.ambitoId, async tx => {
      await hold(tx, ctx, DESIGNAZIONE_KIND, { seen: 'any' });
      const id = await rispondi(tx, place, { stato: 'declinata', risposta: motivazione });
      if (id === null) throw new ProblemError('decadenza.nessuna_proposta');
      registra(tx, place, 'decadenza.declina', { motivazione });
      tx.email(...emailDeclinata(await leggiProposta(tx.db, place.ambitoId, id, place.id), motivazione));
      return this.queries.proveIn(tx.db, ctx);
    });
  }
}

/** What was proposed of the seat, if anything was, is taken up by the procedimento that opens on it; who proposed it is told. */
export async function accogli(tx: Tx, place: ResolvedPlace, decadenzaId: string): Promise<void> {
  const id = await rispondi(tx, place, { stato: 'accolta', decadenzaId });
  if (id !== null) tx.email(...emailAccolta(await leggiProposta(tx.db, place.ambitoId, id, place.id)));
}

/** @throws ProblemError where something is under way on the seat already */
async function demandNuova(tx: Tx, { ambitoId, id }: ResolvedPlace): Promise<void> {
  const [row] = await tx.db.query<{ aperta: boolean; proposta: boolean }[]>(
    `SELECT EXISTS (SELECT 1 FROM decadenza k WHERE k.ambito_id = d.ambito_id AND k.tavolo_id = d.tavolo_id AND k.ente_id = d.ente_id AND k.stato = 'aperto') AS aperta,
       EXISTS (SELECT 1 FROM decadenza_proposta p WHERE p.stato = 'in_attesa' AND ${delPosto('p', 'd')}) AS proposta
     FROM designazione d WHERE d.ambito_id = $1 AND d.id = $2`,
    [ambitoId, id],
  );
  if (row?.aperta) throw new ProblemError('decadenza.esiste');
  if (row?.proposta) throw new ProblemError('decadenza.gia_proposta');
}

type Risposta = { readonly stato: 'declinata'; readonly risposta: string } | { readonly stato: 'accolta'; readonly decadenzaId: string };

/** @returns the proposal that waited; null: there was none */
async function rispondi(tx: Tx, { ambitoId, id }: ResolvedPlace, risposta: Risposta): Promise<string | null> {
  const [[riga]] = await tx.db.query<[{ id: string }[], number]>(
    `UPDATE decadenza_proposta p SET stato = $3, risposta = $4, decadenza_id = $5, risposta_at = now() FROM designazione d
     WHERE d.ambito_id = $1 AND d.id = $2 AND p.stato = 'in_attesa' AND ${delPosto('p', 'd')} RETURNING p.id`,
    [
      ambitoId,
      id,
      risposta.stato,
      risposta.stato === 'declinata' ? risposta.risposta : null,
      risposta.stato === 'accolta' ? risposta.decadenzaId : null,
    ],
  );
  return riga?.id ?? null;
}

function registra(tx: Tx, place: ResolvedPlace, azione: string, contenuto: Readonly<Record<string, unknown>>): void {
  tx.registra(azione, 'tavolo', place.tavoloId ?? '', { designazioneId: place.id, ...contenuto });
  tx.annuncia(...news(DESIGNAZIONE_KIND, place, place.id));
}
