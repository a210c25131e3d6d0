import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import type { NumeriView } from '@tavoli/shared';
import { DataSource } from 'typeorm';
import { placeOf, type RequestContext } from '../platform/commands/context.js';
import { ProblemError } from '../platform/problem/problem.error.js';
import { NUMERI } from './numeri.sql.js';

/** The figures of participation, from public facts; totals count also what was received and not published. */
@Injectable()
export class NumeriQueries {
  constructor(@InjectDataSource() private readonly db: DataSource) {}

  /** Of the tavolo of the URL, or of the whole ambito when it names none. */
  async leggi(ctx: RequestContext): Promise<NumeriView> {
    const { ambitoId, tavoloId } = placeOf(ctx);
    const [row] = await this.db.query<NumeriView[]>(NUMERI, [ambitoId, tavoloId ?? null]);
    if (!row) throw new ProblemError('risorsa.non_trovata');
    return row;
  }
}
