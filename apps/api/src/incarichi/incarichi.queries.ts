import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { RUOLI_DALL_INCONTRO, RUOLI_INCARICO, type IncaricoView, type Pagina } from '@tavoli/shared';
import { DataSource } from 'typeorm';
import { placeOf, type RequestContext } from '../platform/commands/context.js';
import { fra, ordineDi } from '../platform/database/fra.js';
import { intera } from '../platform/http/intera.js';
import { aperto } from './chi.sql.js';
import { INCARICHI } from './incarichi.sql.js';

/** Reads of incarichi: those that have not ended, and who was there before. */
@Injectable()
export class IncarichiQueries {
  constructor(@InjectDataSource() private readonly db: DataSource) {}

  /** The weightiest roles first, those of tavoli by tavolo. */
  async elenco(ctx: RequestContext): Promise<Pagina<IncaricoView>> {
    const items = await this.db.query<IncaricoView[]>(
      `${INCARICHI()} AND ${aperto('i')} ORDER BY ${ordineDi(RUOLI_INCARICO.toReversed(), 'i.ruolo')}, t.codice, n.inizio_at, ac.cognome, ac.nome, i.id`,
      [placeOf(ctx).ambitoId],
    );
    return intera(items);
  }

  /** Those that ended, the last first; an invitation that nobody took was never one. */
  async storia(ctx: RequestContext): Promise<Pagina<IncaricoView>> {
    const items = await this.db.query<IncaricoView[]>(
      `${INCARICHI()} AND NOT ${aperto('i')} AND i.account_id IS NOT NULL ORDER BY coalesce(i.al, i.scade_il) DESC NULLS LAST, i.id`,
      [placeOf(ctx).ambitoId],
    );
    return intera(items);
  }

  /** Who writes the verbale of the incontro of the URL, by an incarico for it alone. */
  async dellIncontro(ctx: RequestContext): Promise<{ items: IncaricoView[] }> {
    const { ambitoId, id } = placeOf(ctx);
    return {
      items: await this.db.query<IncaricoView[]>(
        `${INCARICHI()} AND ${aperto('i')} AND i.incontro_id = $2 AND i.ruolo IN ${fra(RUOLI_DALL_INCONTRO)} ORDER BY i.dal, i.id`,
        [ambitoId, id],
      ),
    };
  }
}
