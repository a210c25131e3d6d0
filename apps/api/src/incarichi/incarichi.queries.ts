import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { RUOLI_DALL_INCONTRO, RUOLI_INCARICO, type IncaricoView, type Pagina } from '@tavoli/shared';
import { DataSource, type EntityManager } from 'typeorm';
import { placeOf, type RequestContext } from '../platform/commands/context.js';
import { fra, ordineDi } from '../platform/database/fra.js';
import { corre } from './chi.sql.js';
import { iso } from '../platform/http/json-view.js';
import { ProblemError } from '../platform/problem/problem.error.js';

/** An ambito has a few dozen. */
const LIMIT = 500;

const SELECT = () => `
  SELECT i.id, i.ruolo, ac.nome, ac.cognome, ac.email, ${iso('i.dal')} AS dal,
    CASE WHEN t.id IS NULL THEN NULL ELSE jsonb_build_object('id', t.id, 'nome', t.nome) END AS tavolo,
    CASE WHEN n.id IS NULL THEN NULL ELSE jsonb_build_object('id', n.id, 'titolo', n.titolo) END AS incontro, i.origine, i.verbale_id AS "verbaleId"
  FROM incarico i JOIN account ac ON ac.id = i.account_id LEFT JOIN tavolo t ON t.ambito_id = i.ambito_id AND t.id = i.tavolo_id
  LEFT JOIN incontro n ON n.ambito_id = i.ambito_id AND n.id = i.incontro_id
  WHERE i.ambito_id = $1 AND ${corre('i')} AND i.ruolo IN ${fra(RUOLI_INCARICO)}`;

/** Reads of incarichi: those held now. Ended ones stay in the registro. */
@Injectable()
export class IncarichiQueries {
  constructor(@InjectDataSource() private readonly db: DataSource) {}

  /** The weightiest roles first, those of tavoli by tavolo. */
  async elenco(ctx: RequestContext): Promise<Pagina<IncaricoView>> {
    const items = await this.db.query<IncaricoView[]>(
      `${SELECT()} ORDER BY ${ordineDi(RUOLI_INCARICO.toReversed(), 'i.ruolo')}, t.codice, n.inizio_at, ac.cognome, ac.nome, i.id LIMIT ${LIMIT}`,
      [placeOf(ctx).ambitoId],
    );
    return { items, limit: LIMIT, nextCursor: null };
  }

  /** Who writes the verbale of the incontro of the URL, by an incarico for it alone. */
  async dellIncontro(ctx: RequestContext): Promise<{ items: IncaricoView[] }> {
    const { ambitoId, id } = placeOf(ctx);
    return {
      items: await this.db.query<IncaricoView[]>(
        `${SELECT()} AND i.incontro_id = $2 AND i.ruolo IN ${fra(RUOLI_DALL_INCONTRO)} ORDER BY i.dal, i.id LIMIT ${LIMIT}`,
        [ambitoId, id],
      ),
    };
  }

  async unoIn(db: EntityManager, ambitoId: string, id: string): Promise<IncaricoView> {
    const [row] = await db.query<IncaricoView[]>(`${SELECT()} AND i.id = $2`, [ambitoId, id]);
    if (!row) throw new ProblemError('risorsa.non_trovata');
    return row;
  }
}
