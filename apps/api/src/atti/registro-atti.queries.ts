import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import type { AttiQuery, AttoDellAmbitoView, Pagina } from '@tavoli/shared';
import { DataSource, type EntityManager } from 'typeorm';
import { placeOf, type RequestContext } from '../platform/commands/context.js';
import { decodeCursor, encodeCursor } from '../platform/http/cursor.js';
import { ProblemError } from '../platform/problem/problem.error.js';
import { attiVisibili, colonneAtto } from './registro-atti.sql.js';

/** Acts without a day come last. */
const QUANDO = `coalesce(t.data, '0001-01-01'::date)`;

/** The acts of the ambito: all for its offices, the public ones for everybody. */
@Injectable()
export class RegistroAttiQueries {
  constructor(@InjectDataSource() private readonly db: DataSource) {}

  /** One page, latest first. */
  async elenco(ctx: RequestContext, query: AttiQuery): Promise<Pagina<AttoDellAmbitoView>> {
    const { ambitoId } = placeOf(ctx);
    const args: unknown[] = [ambitoId];
    const visibili = attiVisibili({ actor: ctx.actor, ambitoId, args });
    const after = decodeCursor(query.cursor);
    const p = (value: unknown): string => `$${args.push(value)}`;
    const where = [
      ...(query.tipo === undefined ? [] : [`t.tipo = ${p(query.tipo)}`]),
      ...(query.anno === undefined ? [] : [`t.anno = ${p(query.anno)}`]),
      ...(after === null ? [] : [`(${QUANDO}, t.id) < (${p(after.at)}::date, ${p(after.id)}::uuid)`]),
    ];
    const rows = await this.db.query<(AttoDellAmbitoView & { cursorAt: string })[]>(
      `SELECT ${colonneAtto(visibili)}, to_char(${QUANDO}, 'YYYY-MM-DD') AS "cursorAt" FROM ${visibili} t WHERE ${['true', ...where].join(' AND ')}
       ORDER BY ${QUANDO} DESC, t.id DESC LIMIT ${p(query.limit + 1)}`,
      args,
    );
    const page = rows.slice(0, query.limit);
    const last = page.at(-1);
    const nextCursor = rows.length > query.limit && last ? encodeCursor({ at: last.cursorAt, id: last.id }) : null;
    return { items: page.map(({ cursorAt: _, ...atto }) => atto), limit: query.limit, nextCursor };
  }

  uno(ctx: RequestContext): Promise<AttoDellAmbitoView> {
    return this.unoIn(this.db.manager, ctx, placeOf(ctx).id);
  }

  /** @throws ProblemError 404 */
  async unoIn(db: EntityManager, ctx: RequestContext, id: string): Promise<AttoDellAmbitoView> {
    const { ambitoId } = placeOf(ctx);
    const args: unknown[] = [ambitoId];
    const visibili = attiVisibili({ actor: ctx.actor, ambitoId, args });
    const [row] = await db.query<AttoDellAmbitoView[]>(
      `SELECT ${colonneAtto(visibili)} FROM ${visibili} t WHERE t.id = $${args.push(id)}`,
      args,
    );
    if (row === undefined) throw new ProblemError('risorsa.non_trovata');
    return row;
  }
}
