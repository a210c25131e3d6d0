import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { CONTRIBUTI_LEGATI, type ContributiCollegatiView, type ContributoGestioneView, type LegameInput } from '@tavoli/shared';
import { DataSource } from 'typeorm';
import { nomeDi } from '../../platform/access/nomi.js';
import { CONTRIBUTO_KIND } from '../contributo/contributo.kind.js';
import { Commands } from '../../platform/commands/commands.js';
import { placeOf, type RequestContext } from '../../platform/commands/context.js';
import { fra } from '../../platform/database/fra.js';
import { fieldProblem, ProblemError } from '../../platform/problem/problem.error.js';
import { GestioneQueries } from '../letture/gestione.queries.js';
import { LEGABILI } from '../contributo/legami.sql.js';
import { news } from '../../platform/realtime/news.js';

/** The thread: what contributi are tied to, and the same seen from the other end. */
@Injectable()
export class LegamiService {
  constructor(
    @InjectDataSource() private readonly db: DataSource,
    private readonly commands: Commands,
    private readonly queries: GestioneQueries,
  ) {}

  /** Ties it to something of the same tavolo; twice is once. @throws ProblemError `contributo.legame_non_valido` */
  async collega(ctx: RequestContext, { tipo, oggettoId }: LegameInput): Promise<ContributoGestioneView> {
    const place = placeOf(ctx);
    return this.commands.run(ctx, place.ambitoId, async tx => {
      const ammesso = await tx.db.query<unknown[]>(LEGABILI[tipo].ammesso, [place.ambitoId, place.tavoloId, oggettoId]);
      if (ammesso.length === 0) throw fieldProblem('contributo.legame_non_valido', '/oggettoId');
      const rows = await tx.db.query<unknown[]>(
        'INSERT INTO contributo_legame (ambito_id, contributo_id, tipo, oggetto_id) VALUES ($1, $2, $3, $4) ON CONFLICT DO NOTHING RETURNING id',
        [place.ambitoId, place.id, tipo, oggettoId],
      );
      if (rows.length > 0) tx.registra('contributo.collega', 'contributo', place.id, { tipo, oggetto: oggettoId });
      tx.annuncia(...news(CONTRIBUTO_KIND, place, place.id));
      return this.queries.unoIn(tx.db, ctx, place.id);
    });
  }

  async scollega(ctx: RequestContext, legame: string): Promise<ContributoGestioneView> {
    const place = placeOf(ctx);
    return this.commands.run(ctx, place.ambitoId, async tx => {
      const [rows] = await tx.db.query<[{ tipo: string; oggetto: string }[], number]>(
        'DELETE FROM contributo_legame WHERE ambito_id = $1 AND contributo_id = $2 AND id = $3 RETURNING tipo, oggetto_id AS oggetto',
        [place.ambitoId, place.id, legame],
      );
      if (!rows[0]) throw new ProblemError('risorsa.non_trovata');
      tx.registra('contributo.scollega', 'contributo', place.id, rows[0] as unknown as Record<string, unknown>);
      tx.annuncia(...news(CONTRIBUTO_KIND, place, place.id));
      return this.queries.unoIn(tx.db, ctx, place.id);
    });
  }

  dellIncontro(ctx: RequestContext): Promise<ContributiCollegatiView> {
    return this.collegati(
      ctx,
      `g.tipo = 'punto' AND g.oggetto_id IN (SELECT p.id FROM incontro_punto p WHERE p.ambito_id = $1 AND p.incontro_id = $2)`,
    );
  }

  delVerbale(ctx: RequestContext): Promise<ContributiCollegatiView> {
    return this.collegati(
      ctx,
      `g.tipo = 'verbale_sezione' AND g.oggetto_id IN (SELECT s.id FROM verbale_sezione s WHERE s.ambito_id = $1 AND s.verbale_id = $2)`,
    );
  }

  /** What is not public is seen by who works on it, and by nobody else who sits at the same incontro; titles are those published where there is one. */
  private async collegati(ctx: RequestContext, where: string): Promise<ContributiCollegatiView> {
    const place = placeOf(ctx);
    const args: unknown[] = [place.ambitoId, place.id];
    const items = await this.db.query<ContributiCollegatiView['items'][number][]>(
      `SELECT c.id, c.codice, c.stato, o.titolo, g.oggetto_id AS "oggettoId", g.id AS "legameId"
       FROM contributo_legame g JOIN contributo c ON c.ambito_id = g.ambito_id AND c.id = g.contributo_id AND c.stato IN ${fra(CONTRIBUTI_LEGATI)} ${nomeDi(CONTRIBUTO_KIND.names.contributo, 'c.id', 'c.ambito_id', 'o', { actor: ctx.actor, ambitoId: place.ambitoId, args })}
       WHERE g.ambito_id = $1 AND ${where} AND (c.pubblico IS NOT NULL OR o.area IS NOT NULL) ORDER BY g.creato_at, g.id`,
      args,
    );
    return { items };
  }
}
