import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import {
  azioniPermesse,
  ENTE,
  hasPermission,
  identitaBloccata,
  rolesIn,
  STATI_ENTE,
  type Actor,
  type EnteRigaView,
  type EnteView,
  type EntiConteggiView,
  type EntiQuery,
  type Pagina,
  type StatoEnte,
} from '@tavoli/shared';
import { DataSource, type EntityManager } from 'typeorm';
import { visibleWhere } from '../platform/access/visible.js';
import { placeOf, type RequestContext } from '../platform/commands/context.js';
import { decodeCursor, encodeCursor } from '../platform/http/cursor.js';
import { ProblemError } from '../platform/problem/problem.error.js';
import { RIGA, UNO } from './enti.sql.js';
import { ENTE_KIND } from './ente.kind.js';

type Riga = Omit<EnteRigaView, 'azioni'> & { cursorAt: string };
type Uno = Omit<EnteView, 'azioni' | 'puoModificare' | 'puoCorreggereIdentita'>;

/** Reads of enti: operatori see their own, the offices those of their ambito. */
@Injectable()
export class EntiQueries {
  constructor(@InjectDataSource() private readonly db: DataSource) {}

  /** One page, latest first, of the enti that the actor may see: one query. */
  async elenco(ctx: RequestContext, query: EntiQuery): Promise<Pagina<EnteRigaView>> {
    const { where, args } = filter(ctx, query);
    const cursor = decodeCursor(query.cursor);
    const after = cursor ? ` AND (e.creato_at, e.id) < ($${args.push(cursor.at)}::timestamptz, $${args.push(cursor.id)}::uuid)` : '';
    const rows = await this.db.query<Riga[]>(
      `SELECT ${RIGA}, e.creato_at::text AS "cursorAt" FROM ente e WHERE ${where}${after} ORDER BY e.creato_at DESC, e.id DESC LIMIT ${query.limit + 1}`,
      args,
    );
    const page = rows.slice(0, query.limit);
    const last = page.at(-1);
    return {
      items: page.map(({ cursorAt: _, ...row }) => {
        const roles = rolesAt(ctx.actor, placeOf(ctx).ambitoId, row.id);
        return {
          ...row,
          altreRegistrazioni: hasPermission(roles, 'ente.verifica') ? row.altreRegistrazioni : 0,
          azioni: azioniPermesse('ente', ENTE, row.stato, roles),
        };
      }),
      limit: query.limit,
      nextCursor: rows.length > query.limit && last ? encodeCursor({ at: last.cursorAt, id: last.id }) : null,
    };
  }

  /** How many of the enti that the actor may see are in each state. */
  async conteggi(ctx: RequestContext): Promise<EntiConteggiView> {
    const { where, args } = filter(ctx, {});
    const rows = await this.db.query<{ stato: StatoEnte; n: number }[]>(
      `SELECT e.stato, count(*)::int AS n FROM ente e WHERE ${where} GROUP BY e.stato`,
      args,
    );
    return Object.fromEntries(STATI_ENTE.map(stato => [stato, rows.find(row => row.stato === stato)?.n ?? 0])) as Record<StatoEnte, number>;
  }

  /** The one the URL names. */
  uno(ctx: RequestContext): Promise<EnteView> {
    return this.unoIn(this.db.manager, ctx.actor, placeOf(ctx).ambitoId, placeOf(ctx).id);
  }

  /** The same, inside a transaction. */
  async unoIn(db: EntityManager, actor: Actor, ambitoId: string, id: string): Promise<EnteView> {
    const [row] = await db.query<Uno[]>(UNO, [ambitoId, id, actor.id]);
    if (!row) throw new ProblemError('risorsa.non_trovata');
    const roles = rolesAt(actor, ambitoId, id);
    const verifica = hasPermission(roles, 'ente.verifica');
    return {
      ...row,
      altreRegistrazioni: verifica ? row.altreRegistrazioni : [],
      coda: verifica ? row.coda : null,
      azioni: azioniPermesse('ente', ENTE, row.stato, roles),
      puoModificare: hasPermission(roles, 'ente.modifica'),
      puoCorreggereIdentita: identitaBloccata(row.stato) && hasPermission(roles, 'ente.correggi_identita'),
    };
  }
}

const rolesAt = (actor: Actor, ambitoId: string, enteId: string) => rolesIn(actor, { ambitoId, enteId });

/** Visibility and filters as SQL. */
function filter(ctx: RequestContext, query: Partial<EntiQuery>): { where: string; args: unknown[] } {
  const { ambitoId } = placeOf(ctx);
  const args: unknown[] = [ambitoId];
  const clauses = ['e.ambito_id = $1', visibleWhere(ENTE_KIND, ctx.actor, ambitoId, args)];
  if (query.stato) clauses.push(`e.stato = $${args.push(query.stato)}`);
  const words = query.q?.replaceAll('\0', '').trim();
  if (words) {
    const like = words.replace(/[\\%_]/g, '\\$&');
    clauses.push(`(e.denominazione ILIKE $${args.push(`%${like}%`)} OR e.codice_fiscale LIKE $${args.push(`${like.toUpperCase()}%`)})`);
  }
  return { where: clauses.join(' AND '), args };
}
