import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import {
  type DaProtocollareQuery,
  type DaProtocollareView,
  ETICHETTE_PROTOCOLLATO,
  formatDataOra,
  hasPermission,
  NUMERO_DI_REGISTRO,
  numeroSuAnno,
  type Pagina,
  type ProtocolliQuery as Query,
  type ProtocolliView,
  type ProtocolloView,
  rolesIn,
  type FormatoTabella,
} from '@tavoli/shared';
import { DataSource, type EntityManager } from 'typeorm';
import { testataDi } from '../ambiti/testata.js';
import { placeOf, type RequestContext } from '../platform/commands/context.js';
import { decodeCursor, encodeCursor } from '../platform/http/cursor.js';
import type { FileAnswer } from '../platform/http/send-file.js';
import { tableFile } from '../platform/xlsx/table-file.js';
import { daProtocollare, PROTOCOLLO } from './protocolli.sql.js';

type Riga = Omit<DaProtocollareView, 'at'> & { readonly at: Date; readonly cursorAt: string };
const PAGE = 500;

const UNO = `SELECT ${PROTOCOLLO}, CASE WHEN $4::boolean THEN (SELECT count(*)::int FROM protocollo_esterno a WHERE a.ambito_id = p.ambito_id
    AND a.amministrazione = p.amministrazione AND a.anno = p.anno AND a.numero = p.numero AND (a.oggetto_tipo, a.oggetto_id) IS DISTINCT FROM (p.oggetto_tipo, p.oggetto_id)) ELSE 0 END AS altrove
  FROM protocollo_esterno p WHERE p.ambito_id = $1 AND p.oggetto_tipo = $2 AND p.oggetto_id = $3 ORDER BY p.data, p.creato_at, p.id`;

/** The numbers that offices gave, and what waits for one. */
@Injectable()
export class ProtocolliQueries {
  constructor(@InjectDataSource() private readonly db: DataSource) {}

  di(ctx: RequestContext, query: Query): Promise<ProtocolliView> {
    return this.diIn(this.db.manager, ctx, query);
  }

  async diIn(db: EntityManager, ctx: RequestContext, { tipo, oggettoId }: Query): Promise<ProtocolliView> {
    const { ambitoId } = placeOf(ctx);
    const puoScrivere = hasPermission(rolesIn(ctx.actor, { ambitoId }), 'protocollo.scrivi');
    const items = await db.query<ProtocolloView[]>(UNO, [ambitoId, tipo, oggettoId, puoScrivere]);
    return { items, puoScrivere, amministrazione: puoScrivere ? (await testataDi(db, ambitoId)).capofila : '' };
  }

  /** One page, oldest first. */
  async daProtocollare(ctx: RequestContext, query: DaProtocollareQuery): Promise<Pagina<DaProtocollareView>> {
    const rows = await this.page(ctx, query, decodeCursor(query.cursor), query.limit + 1);
    const page = rows.slice(0, query.limit);
    const last = page.at(-1);
    const nextCursor = rows.length > query.limit && last ? encodeCursor({ at: last.cursorAt, id: last.id }) : null;
    return { items: page.map(({ cursorAt: _, ...r }) => ({ ...r, at: r.at.toISOString() })), limit: query.limit, nextCursor };
  }

  /** The whole list, for the office that protocols; streamed page by page. */
  tabella(ctx: RequestContext, query: DaProtocollareQuery, formato: FormatoTabella): FileAnswer {
    const columns = [
      ['Che cosa', (r: Riga) => ETICHETTE_PROTOCOLLATO[r.tipo]],
      ['Oggetto', (r: Riga) => r.titolo],
      ['Del', (r: Riga) => formatDataOra(r.at)],
      [NUMERO_DI_REGISTRO, (r: Riga) => (r.numeroDiRegistro === null ? '' : numeroSuAnno(r.numeroDiRegistro))],
      ['Identificativo', (r: Riga) => r.id],
    ] as const;
    return tableFile(formato, { name: 'da-protocollare', sheet: 'Da protocollare', columns, rows: this.tutte(ctx, query) });
  }

  private async *tutte(ctx: RequestContext, query: DaProtocollareQuery): AsyncGenerator<Riga> {
    for (let after: { at: string; id: string } | null = null; ;) {
      const page: Riga[] = await this.page(ctx, query, after, PAGE);
      yield* page;
      const last = page.at(-1);
      if (!last || page.length < PAGE) return;
      after = { at: last.cursorAt, id: last.id };
    }
  }

  private page(
    ctx: RequestContext,
    { tipo }: DaProtocollareQuery,
    after: { at: string; id: string } | null,
    limit: number,
  ): Promise<Riga[]> {
    return this.db.query<Riga[]>(daProtocollare(tipo), [placeOf(ctx).ambitoId, after?.at ?? null, after?.id ?? null, limit]);
  }
}
