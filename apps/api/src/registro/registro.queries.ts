import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import type { AttoRegistroView, Pagina, RegistroFiltri, RegistroQuery } from '@tavoli/shared';
import { DataSource } from 'typeorm';
import { placeOf, type RequestContext } from '../platform/commands/context.js';
import { Kinds } from '../platform/procedura/kinds.js';
import { dettagliDi, nomiSql, type Nominato } from './nomi.js';
import { attiSql, filtro } from './registro.sql.js';

type Row = Pick<AttoRegistroView, 'numero' | 'at' | 'azione' | 'oggettoTipo' | 'oggettoId' | 'attoreId' | 'impronta'> & {
  readonly contenuto: Readonly<Record<string, unknown>> | null;
};

/** The register of acts of an ambito, as its offices read it. */
@Injectable()
export class RegistroQueries {
  constructor(
    @InjectDataSource() private readonly db: DataSource,
    private readonly kinds: Kinds,
  ) {}

  /** One page, latest first; the cursor is the number of the last act shown. */
  async elenco(ctx: RequestContext, query: RegistroQuery): Promise<Pagina<AttoRegistroView>> {
    const rows = await this.pagina(ctx, query, query.cursor ?? null, query.limit + 1);
    const items = rows.slice(0, query.limit);
    return { items, limit: query.limit, nextCursor: rows.length > query.limit ? String(items.at(-1)?.numero ?? '') : null };
  }

  /** At most `limit` acts before the number `prima`, each with what it is of: two queries, however many. */
  async pagina(ctx: RequestContext, filtri: RegistroFiltri, prima: string | null, limit: number): Promise<AttoRegistroView[]> {
    const { ambitoId } = placeOf(ctx);
    const args: unknown[] = [ambitoId];
    const where = filtro(this.kinds.all, filtri, args);
    const sql = attiSql(where, `$${args.push(prima)}`, `$${args.push(limit)}`);
    const rows = await this.db.query<Row[]>(sql, args);
    const nomi = await this.nomi(ctx, rows);
    return rows.map(({ contenuto, ...r }) => ({
      ...r,
      oggetto: nomi.get(`${r.oggettoTipo} ${r.oggettoId}`) ?? null,
      attore: testo(contenuto?.['attore']) ?? '',
      motivazione: testo(contenuto?.['motivazione']),
      dettagli: dettagliDi(contenuto ?? {}),
    }));
  }

  private async nomi(ctx: RequestContext, rows: readonly Row[]): Promise<Map<string, NonNullable<AttoRegistroView['oggetto']>>> {
    const { ambitoId } = placeOf(ctx);
    const args: unknown[] = [ambitoId];
    const sql = nomiSql(this.kinds, { actor: ctx.actor, ambitoId, args }, rows);
    const found = sql === null ? [] : await this.db.query<Nominato[]>(sql, args);
    return new Map(found.map(({ tipo, id, ...nome }) => [`${tipo} ${id}`, nome]));
  }
}

const testo = (valore: unknown): string | null => (typeof valore === 'string' ? valore : null);
