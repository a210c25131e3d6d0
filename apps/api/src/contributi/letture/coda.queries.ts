import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import {
  azioniPermesse,
  CONTRIBUTI_IN_CODA,
  CONTRIBUTO,
  rolesIn,
  tavoliDove,
  type Actor,
  type CodaQuery,
  type CodaRigaView,
  type Pagina,
} from '@tavoli/shared';
import { DataSource } from 'typeorm';
import { placeOf, type RequestContext } from '../../platform/commands/context.js';
import { fra } from '../../platform/database/fra.js';
import { FROM, RIGA_CODA } from '../contributo/contributi.sql.js';
import { leggiCursore, scriviCursore } from '../../platform/tabelle/cursore.js';

type Riga = Omit<CodaRigaView, 'azioni'> & { tavoloId: string; scade: string };

/** When it is due; what waits for nobody comes last. */
const SCADE = `coalesce(c.moderare_entro_at, c.rispondere_entro_at, CASE WHEN c.riesame_chiesto_at IS NOT NULL AND c.riesame_decisione IS NULL THEN c.riesame_chiesto_at END, 'infinity'::timestamptz)`;

/** The queue of who moderates and answers: of their own tavoli, or of all. */
@Injectable()
export class CodaQueries {
  constructor(@InjectDataSource() private readonly db: DataSource) {}

  async elenco(ctx: RequestContext, query: CodaQuery): Promise<Pagina<CodaRigaView>> {
    const rows = await this.righe(ctx, query, query.cursor, query.limit + 1);
    const last = rows[query.limit - 1];
    return {
      items: rows.slice(0, query.limit).map(r => r.riga),
      limit: query.limit,
      nextCursor: rows.length > query.limit && last ? last.cursore : null,
    };
  }

  /** The next rows after a cursor, each with its own. One query. */
  async righe(
    ctx: RequestContext,
    query: Omit<CodaQuery, 'cursor' | 'limit'>,
    after: string | undefined,
    limit: number,
  ): Promise<{ riga: CodaRigaView; cursore: string }[]> {
    const { ambitoId } = placeOf(ctx);
    const args: unknown[] = [ambitoId];
    const param = (value: unknown) => `$${args.push(value)}`;
    const clauses = ['c.ambito_id = $1', suoi(ctx.actor, ambitoId, param)];
    if (query.tavolo) clauses.push(`c.tavolo_id = ${param(query.tavolo)}`);
    if (query.stato) clauses.push(`c.stato = ${param(query.stato)}`);
    if (query.tipo) clauses.push(`c.tipo = ${param(query.tipo)}`);
    if (query.aperti === 'true')
      clauses.push(`(c.stato IN ${fra(CONTRIBUTI_IN_CODA)} OR (c.riesame_chiesto_at IS NOT NULL AND c.riesame_decisione IS NULL))`);
    const cursor = leggiCursore(after, ['istante', 'id']);
    if (cursor) clauses.push(`(${SCADE}, c.id) > (${param(cursor[0])}::timestamptz, ${param(cursor[1])}::uuid)`);
    const rows = await this.db.query<Riga[]>(
      `SELECT ${RIGA_CODA}, ${SCADE}::text AS scade ${FROM} WHERE ${clauses.join(' AND ')} ORDER BY ${SCADE}, c.id LIMIT ${limit}`,
      args,
    );
    return rows.map(({ scade, tavoloId, ...row }) => ({
      riga: { ...row, azioni: azioniPermesse('contributo', CONTRIBUTO, row.stato, rolesIn(ctx.actor, { ambitoId, tavoloId })) },
      cursore: scriviCursore([scade, row.id]),
    }));
  }
}

/** The contributi that somebody works on, as SQL; of nobody else any. */
export function suoi(actor: Actor, ambitoId: string, param: (value: unknown) => string): string {
  const tavoli = tavoliDove(actor, 'contributo.coda', ambitoId);
  return tavoli === null ? 'true' : `c.tavolo_id = ANY(${param(tavoli)}::uuid[])`;
}
