import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import type { AttoRegistroView, Pagina, RegistroQuery } from '@tavoli/shared';
import { DataSource } from 'typeorm';
import { placeOf, type RequestContext } from '../platform/commands/context.js';
import { iso } from '../platform/http/json-view.js';

/** The register of acts of an ambito, as its offices read it. */
@Injectable()
export class RegistroQueries {
  constructor(@InjectDataSource() private readonly db: DataSource) {}

  /** One page, latest first; the cursor is the number of the last act shown. */
  async elenco(ctx: RequestContext, query: RegistroQuery): Promise<Pagina<AttoRegistroView>> {
    const rows = await this.db.query<AttoRegistroView[]>(
      `SELECT r.seq::int AS numero, ${iso('r.at')} AS at, r.azione, r.oggetto_tipo AS "oggettoTipo", r.oggetto_id AS "oggettoId",
         coalesce(d.contenuto->>'attore', '') AS attore, d.contenuto->>'motivazione' AS motivazione, encode(r.hash, 'hex') AS impronta
       FROM registro r LEFT JOIN registro_dettaglio d ON d.ambito_id = r.ambito_id AND d.seq = r.seq
       WHERE r.ambito_id = $1 AND ($2::bigint IS NULL OR r.seq < $2) ORDER BY r.seq DESC LIMIT $3`,
      [placeOf(ctx).ambitoId, query.cursor ?? null, query.limit + 1],
    );
    const items = rows.slice(0, query.limit);
    return { items, limit: query.limit, nextCursor: rows.length > query.limit ? String(items.at(-1)?.numero ?? '') : null };
  }
}
