import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import {
  ADESIONE,
  azioniPermesse,
  hasPermission,
  rolesIn,
  type AdesioneRigaView,
  type AdesioneView,
  type AdesioniView,
} from '@tavoli/shared';
import { DataSource, type EntityManager } from 'typeorm';
import { visibleWhere } from '../../platform/access/visible.js';
import { placeOf, type RequestContext } from '../../platform/commands/context.js';
import { iso } from '../../platform/http/json-view.js';
import { ProblemError } from '../../platform/problem/problem.error.js';
import { storiaSql } from '../../platform/registro/storia.js';
import { RISORSE, TOTALE } from '../iter/iter.sql.js';
import { ADESIONE_KIND } from '../iter/iter.kinds.js';

const RIGA = `d.id, jsonb_build_object('id', e.id, 'denominazione', e.denominazione) AS ente, d.stato, ${TOTALE} AS totale, ${iso('d.inviata_at')} AS "inviataAt", d.version,
  (SELECT count(*)::int FROM adesione_risorsa r WHERE r.ambito_id = d.ambito_id AND r.adesione_id = d.id) AS "quanteRisorse"`;
const FROM = 'FROM adesione d JOIN ente e ON e.ambito_id = d.ambito_id AND e.id = d.ente_id';
/** An ambito has some hundreds of enti: more rows than these are no list that anyone reads. */

type Una = Omit<AdesioneView, 'azioni' | 'puoModificare'>;

/** Reads of adesioni; who may see what is applied in SQL. */
@Injectable()
export class AdesioniQueries {
  constructor(@InjectDataSource() private readonly db: DataSource) {}

  /** Those to examine first, then the latest; and the worth of the accepted ones that the reader may see. */
  async elenco(ctx: RequestContext): Promise<AdesioniView> {
    const { ambitoId } = placeOf(ctx);
    const args: unknown[] = [ambitoId];
    const items = await this.db.query<AdesioneRigaView[]>(
      `SELECT ${RIGA} ${FROM} WHERE d.ambito_id = $1 AND ${visibleWhere(ADESIONE_KIND, ctx.actor, ambitoId, args)} ORDER BY d.stato = 'inviata' DESC, d.creata_at DESC, d.id`,
      args,
    );
    return { items, totaleAccolte: items.filter(a => a.stato === 'accolta').reduce((sum, a) => sum + a.totale, 0) };
  }

  una(ctx: RequestContext): Promise<AdesioneView> {
    return this.unaIn(this.db.manager, ctx, placeOf(ctx).id);
  }

  /** The same, inside a transaction. */
  async unaIn(db: EntityManager, ctx: RequestContext, id: string): Promise<AdesioneView> {
    const { ambitoId } = placeOf(ctx);
    const [row] = await db.query<Una[]>(
      `SELECT ${RIGA}, d.impegno, ${RISORSE} AS risorse, d.motivazione, ${storiaSql('d.ambito_id', 'd.id')} AS storia,
         CASE WHEN d.protocollo_numero IS NULL THEN NULL ELSE jsonb_build_object('numero', d.protocollo_numero, 'anno', d.protocollo_anno) END AS "numeroDiRegistro"
       ${FROM} WHERE d.ambito_id = $1 AND d.id = $2`,
      [ambitoId, id],
    );
    if (!row) throw new ProblemError('risorsa.non_trovata');
    const roles = rolesIn(ctx.actor, { ambitoId, enteId: row.ente.id });
    return {
      ...row,
      azioni: azioniPermesse('adesione', ADESIONE, row.stato, roles),
      puoModificare: row.stato === 'bozza' && hasPermission(roles, 'adesione.modifica'),
    };
  }
}
