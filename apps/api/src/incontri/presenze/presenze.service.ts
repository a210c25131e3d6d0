import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import {
  postoConta,
  PRESENTI,
  type EsitoPresenzeView,
  type IncontroDalVivoView,
  type IncontroView,
  type OspitePresenteInput,
  type PresenzeInput,
  type PresenzeView,
  type PuntoCorrenteInput,
  type StatoPresenza,
  type VocePresenza,
} from '@tavoli/shared';
import { DataSource, type EntityManager } from 'typeorm';
import { Commands, type Tx } from '../../platform/commands/commands.js';
import { placeOf, type RequestContext } from '../../platform/commands/context.js';
import { fra } from '../../platform/database/fra.js';
import { fieldProblem, ProblemError } from '../../platform/problem/problem.error.js';
import { IncontriQueries } from '../gestire/incontri.queries.js';
import { calcolaQuorum, fissaQuorum } from '../incontro/posti.js';
import { passaAlPunto } from '../incontro/punto.js';
import { leggiDalVivo } from './dal-vivo.queries.js';
import { leggiPresenze } from './presenze.queries.js';
import { live, news } from '../../platform/realtime/news.js';
import { INCONTRO_KIND } from '../incontro/incontro.kind.js';

type Conflitto = EsitoPresenzeView['conflitti'][number];

/** Presences of an incontro: who sat in which seat, guests, and the punto under discussion. */
@Injectable()
export class PresenzeService {
  constructor(
    @InjectDataSource() private readonly db: DataSource,
    private readonly commands: Commands,
    private readonly queries: IncontriQueries,
  ) {}

  vedi(ctx: RequestContext): Promise<PresenzeView> {
    return leggiPresenze(this.db.manager, placeOf(ctx).ambitoId, placeOf(ctx).id);
  }

  /** For whoever may see its page. */
  dalVivo(ctx: RequestContext): Promise<IncontroDalVivoView> {
    return leggiDalVivo(this.db.manager, placeOf(ctx).ambitoId, placeOf(ctx).id);
  }

  /**
   * Records taps, in order. One on a seat that has changed since it was shown is not written but told: who reads decides. The same tap
   * sent again changes nothing, so a phone may repeat what it is not sure of. Also after the end, as a correction that the registro keeps.
   * @throws ProblemError `incontro.stato` before the incontro opens
   */
  async rileva(ctx: RequestContext, { voci }: PresenzeInput): Promise<EsitoPresenzeView> {
    const place = placeOf(ctx);
    return this.commands.run(ctx, place.ambitoId, async tx => {
      const stato = await demandOpen(tx.db, ctx);
      const conflitti: Conflitto[] = [];
      const scritte: VocePresenza[] = [];
      for (const voce of voci) {
        const esito = await this.scrivi(tx.db, ctx, voce);
        if (esito === 'scritta') scritte.push(voce);
        else if (esito !== 'uguale') conflitti.push(esito);
      }
      if (scritte.length > 0) await this.chiudi(tx, ctx, stato, scritte);
      return { presenze: await leggiPresenze(tx.db, place.ambitoId, place.id), conflitti };
    });
  }

  /** Someone in the room who holds no seat. */
  async aggiungi(ctx: RequestContext, input: OspitePresenteInput): Promise<PresenzeView> {
    const place = placeOf(ctx);
    return this.commands.run(ctx, place.ambitoId, async tx => {
      await demandOpen(tx.db, ctx);
      const id = randomUUID();
      await tx.db.query('INSERT INTO incontro_ospite (ambito_id, id, incontro_id, nome, per, presente) VALUES ($1, $2, $3, $4, $5, true)', [
        place.ambitoId,
        id,
        place.id,
        input.nome,
        input.per,
      ]);
      tx.registra('presenza.aggiungi_ospite', 'incontro', place.id, { ospite: id, nome: input.nome });
      tx.annuncia(live(INCONTRO_KIND, place, place.id));
      return leggiPresenze(tx.db, place.ambitoId, place.id);
    });
  }

  /** A guest called by mail stays called: only the presence is taken back. */
  async togli(ctx: RequestContext, ospite: string): Promise<void> {
    const place = placeOf(ctx);
    await this.commands.run(ctx, place.ambitoId, async tx => {
      await demandOpen(tx.db, ctx);
      const [rows] = await tx.db.query<[unknown[], number]>(
        'UPDATE incontro_ospite SET presente = false WHERE ambito_id = $1 AND incontro_id = $2 AND id = $3 AND presente RETURNING id',
        [place.ambitoId, place.id, ospite],
      );
      if (rows.length === 0) throw new ProblemError('risorsa.non_trovata');
      tx.registra('presenza.togli_ospite', 'incontro', place.id, { ospite });
      tx.annuncia(live(INCONTRO_KIND, place, place.id));
      return null;
    });
  }

  /**
   * Goes on to a punto, and fixes in it the quorum as it is at that moment. The same said again changes nothing, so a phone may repeat what it is not sure of;
   * where another punto is discussed by now than the one that was left, it is told.
   * @throws ProblemError `incontro.stato` unless in corso, `incontro.punto_cambiato`
   */
  async punto(ctx: RequestContext, { puntoId, prima, at }: PuntoCorrenteInput): Promise<IncontroView> {
    const place = placeOf(ctx);
    const { ambitoId, id } = place;
    return this.commands.run(ctx, ambitoId, async tx => {
      const ora = await demandInCorso(tx.db, ctx);
      if (ora.punto !== puntoId) {
        if (ora.punto !== prima) throw new ProblemError('incontro.punto_cambiato');
        await this.vaiAlPunto(tx, ctx, puntoId, at);
        tx.registra('incontro.punto', 'incontro', id, { punto: puntoId });
        tx.annuncia(...news(INCONTRO_KIND, place, id));
      }
      return this.queries.unoIn(tx.db, ctx, id);
    });
  }

  /** When it was said counts, not when it arrived; but never later than now, nor before what came before. A punto taken up again keeps the quorum of its first beginning. */
  private async vaiAlPunto({ db }: Tx, ctx: RequestContext, puntoId: string | null, at: string): Promise<void> {
    const { ambitoId, id } = placeOf(ctx);
    const [row] = await db.query<{ dal: Date }[]>(
      'SELECT greatest(aperto_at, punto_dal, least($3::timestamptz, clock_timestamp())) AS dal FROM incontro WHERE ambito_id = $1 AND id = $2',
      [ambitoId, id, at],
    );
    const dal = row?.dal ?? new Date(at);
    await passaAlPunto(db, ambitoId, id, puntoId, dal);
    if (puntoId === null) return;
    const numero = JSON.stringify(await calcolaQuorum(db, ambitoId, id));
    const [rows] = await db.query<[unknown[], number]>(
      'UPDATE incontro_punto SET iniziato_at = coalesce(iniziato_at, $5), quorum = coalesce(quorum, $4) WHERE ambito_id = $1 AND incontro_id = $2 AND id = $3 RETURNING id',
      [ambitoId, id, puntoId, numero, dal],
    );
    if (rows.length === 0) throw fieldProblem('richiesta.non_valida', '/puntoId', 'Questo punto non è all’ordine del giorno.');
  }

  private async scrivi(db: EntityManager, ctx: RequestContext, voce: VocePresenza): Promise<'scritta' | 'uguale' | Conflitto> {
    const { ambitoId, id } = placeOf(ctx);
    const [rows] = await db.query<[unknown[], number]>(
      `UPDATE presenza SET stato = $4, rilevata_da = $6, rilevata_at = clock_timestamp()
       WHERE ambito_id = $1 AND incontro_id = $2 AND id = $3 AND stato IS NOT DISTINCT FROM $5 AND stato IS DISTINCT FROM $4
         AND (convocato OR $4 IS NULL OR $4 IN ${fra(PRESENTI)}) RETURNING id`,
      [ambitoId, id, voce.postoId, voce.stato, voce.prima, ctx.actor.nome],
    );
    if (rows.length > 0) return 'scritta';
    const [now] = await db.query<{ stato: StatoPresenza | null; da: string | null; convocato: boolean }[]>(
      'SELECT stato, rilevata_da AS da, convocato FROM presenza WHERE ambito_id = $1 AND incontro_id = $2 AND id = $3',
      [ambitoId, id, voce.postoId],
    );
    if (!now) throw fieldProblem('richiesta.non_valida', '/voci', 'Uno dei posti non è di questo incontro.');
    if (!postoConta({ stato: voce.stato, convocato: now.convocato }) && voce.stato !== null)
      throw fieldProblem('richiesta.non_valida', '/voci', 'Chi non è stato convocato può essere presente, ma non assente.');
    return now.stato === voce.stato ? 'uguale' : { postoId: voce.postoId, chiesto: voce.stato, attuale: now.stato, da: now.da };
  }

  private async chiudi(tx: Tx, ctx: RequestContext, stato: string, scritte: readonly VocePresenza[]): Promise<void> {
    const place = placeOf(ctx);
    const svolto = stato === 'svolto';
    tx.registra(svolto ? 'presenza.correggi' : 'presenza.rileva', 'incontro', place.id, {
      voci: scritte.map(v => ({ posto: v.postoId, stato: v.stato, at: v.at })),
    });
    if (svolto) await fissaQuorum(tx.db, place.ambitoId, place.id);
    tx.annuncia(...(svolto ? news(INCONTRO_KIND, place, place.id) : [live(INCONTRO_KIND, place, place.id)]));
  }
}

/** Alone: two who go on at once must each know where the other left it. */
async function demandInCorso(db: EntityManager, ctx: RequestContext): Promise<{ punto: string | null }> {
  const { ambitoId, id } = placeOf(ctx);
  const [row] = await db.query<{ stato: string; punto: string | null }[]>(
    'SELECT stato, punto_corrente AS punto FROM incontro WHERE ambito_id = $1 AND id = $2 FOR UPDATE',
    [ambitoId, id],
  );
  if (row?.stato !== 'in_corso') throw new ProblemError('incontro.stato');
  return row;
}

/** Shares the incontro with other taps and keeps its closing out until they are written. */
async function demandOpen(db: EntityManager, ctx: RequestContext): Promise<'in_corso' | 'svolto'> {
  const { ambitoId, id } = placeOf(ctx);
  const [row] = await db.query<{ stato: string }[]>('SELECT stato FROM incontro WHERE ambito_id = $1 AND id = $2 FOR SHARE', [
    ambitoId,
    id,
  ]);
  if (row?.stato !== 'in_corso' && row?.stato !== 'svolto') throw new ProblemError('incontro.stato');
  return row.stato;
}
