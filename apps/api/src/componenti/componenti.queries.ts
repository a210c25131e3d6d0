import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import {
  SIEDONO_TROVATI,
  type ComponenteRigaView,
  type ComponentiQuery,
  type ComponenteView,
  type Pagina,
  type RicercaView,
} from '@tavoli/shared';
import { DataSource } from 'typeorm';
import { placeOf, type RequestContext } from '../platform/commands/context.js';
import { ProblemError } from '../platform/problem/problem.error.js';
import { cercata, paginaDi, type Righe } from '../platform/tabelle/tabella.js';
import { COMPONENTI, RIGA, SIEDE, SIEDE_COME, USCITI } from './componenti.sql.js';

type Siedono = RicercaView['siedono'];

/** Who sits where, read by enti: the same seats and the same names as the pages of the tavoli. */
@Injectable()
export class ComponentiQueries {
  constructor(@InjectDataSource() private readonly db: DataSource) {}

  /** One page of the enti that sit somewhere, by name: one query. */
  elenco(ctx: RequestContext, query: ComponentiQuery): Promise<Pagina<ComponenteRigaView>> {
    return paginaDi(this.db, COMPONENTI, RIGA(), seduti(placeOf(ctx).ambitoId, query.q), query);
  }

  /** Those whose name, or that of who sits for them, has these words: as many as are shown beside other things that were found, and whether there are others. */
  async trovati(ctx: RequestContext, q: string): Promise<Siedono> {
    const { items, nextCursor } = await this.elenco(ctx, { q, limit: SIEDONO_TROVATI });
    return { items, altri: nextCursor !== null };
  }

  /** The one the URL names, if it has or had a seat. @throws ProblemError `risorsa.non_trovata` */
  async uno(ctx: RequestContext): Promise<ComponenteView> {
    const { ambitoId, id } = placeOf(ctx);
    const [row] = await this.db.query<ComponenteView[]>(
      `SELECT ${RIGA()}, ${USCITI()} AS usciti FROM ente e WHERE e.ambito_id = $1 AND e.id = $2`,
      [ambitoId, id],
    );
    if (!row || row.posti.length + row.usciti.length === 0) throw new ProblemError('risorsa.non_trovata');
    return row;
  }
}

function seduti(ambitoId: string, q: string | undefined): Righe {
  const parole = cercata(q);
  if (parole === null) return { where: `e.ambito_id = $1 AND ${SIEDE()}`, args: [ambitoId] };
  return { where: `e.ambito_id = $1 AND ${SIEDE_COME('$2')}`, args: [ambitoId, parole] };
}
