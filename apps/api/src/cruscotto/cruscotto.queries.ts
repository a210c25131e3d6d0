import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { hasPermission, instantToRomeWall, rolesIn, type CruscottoTavoloView, type CruscottoView, type Permission } from '@tavoli/shared';
import { DataSource } from 'typeorm';
import { placeOf, type RequestContext } from '../platform/commands/context.js';
import { ProblemError } from '../platform/problem/problem.error.js';
import { cosaFare } from './cosa-fare.js';
import { tavoliSql } from './cruscotto.sql.js';
import { MancanzeQueries } from './mancanze.queries.js';
import { leggiCopertura, leggiIter, leggiSettimana, vistaIter } from './quadro.queries.js';
import { leggiTappe } from './tappe.queries.js';

type Row = Omit<CruscottoTavoloView, 'daFare'>;

/** The tavoli of an ambito at a glance: all, for the offices; one, for who leads it. */
@Injectable()
export class CruscottoQueries {
  constructor(
    @InjectDataSource() private readonly db: DataSource,
    private readonly mancanze: MancanzeQueries,
  ) {}

  /** Seven queries, whatever the number of tavoli and of things that are missing. */
  async vedi(ctx: RequestContext): Promise<CruscottoView> {
    const { ambitoId } = placeOf(ctx);
    const db = this.db.manager;
    const oggi = instantToRomeWall(new Date()).slice(0, 10);
    const iter = await leggiIter(db, ambitoId);
    return {
      items: await this.tavoli(ambitoId, null, () => true),
      iter: vistaIter(iter, oggi),
      tappe: await leggiTappe(db, ambitoId, iter, oggi),
      mancanze: await this.mancanze.tutte(db, ambitoId),
      copertura: await leggiCopertura(db, ambitoId),
      settimana: await leggiSettimana(db, ambitoId),
      puoSollecitare: hasPermission(rolesIn(ctx.actor, { ambitoId }), 'cruscotto.sollecita'),
    };
  }

  /** The tavolo of the URL, with what the reader can do there. Two queries. */
  async vediTavolo(ctx: RequestContext): Promise<CruscottoTavoloView> {
    const place = placeOf(ctx);
    const roles = rolesIn(ctx.actor, place);
    const [tavolo] = await this.tavoli(place.ambitoId, place.id, permesso => hasPermission(roles, permesso));
    if (!tavolo) throw new ProblemError('risorsa.non_trovata');
    return tavolo;
  }

  private async tavoli(ambitoId: string, tavoloId: string | null, puo: (permesso: Permission) => boolean): Promise<CruscottoTavoloView[]> {
    const rows = await this.db.query<Row[]>(tavoliSql(), [ambitoId, tavoloId]);
    const daFare = await cosaFare(this.db.manager, ambitoId, tavoloId, puo);
    return rows.map(row => ({ ...row, daFare: daFare.get(row.tavolo.id) ?? [] }));
  }
}
