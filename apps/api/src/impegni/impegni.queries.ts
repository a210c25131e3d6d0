import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import {
  hasPermission,
  IMPEGNI_CHIUSI,
  PUNTO_IMPEGNI,
  PUNTO_VERBALE,
  rolesIn,
  VERBALI_DA_APPROVARE,
  type ImpegniView,
  type ImpegnoView,
  type PuntiPropostiView,
} from '@tavoli/shared';
import { DataSource, type EntityManager } from 'typeorm';
import { placeOf, type RequestContext } from '../platform/commands/context.js';
import { fra } from '../platform/database/fra.js';
import { iso } from '../platform/http/json-view.js';
import { tenuta } from '../incontri/proposte/proposte.sql.js';
import { delTavolo, FROM_IMPEGNI, OGGI } from './impegni.sql.js';

/** What a tavolo has taken on. */
@Injectable()
export class ImpegniQueries {
  constructor(@InjectDataSource() private readonly db: DataSource) {}

  /** All of them, those that are open first. */
  async elenco(ctx: RequestContext, db: EntityManager = this.db.manager): Promise<ImpegniView> {
    const place = placeOf(ctx);
    const items = await db.query<ImpegnoView[]>(
      `SELECT i.id, i.testo, i.chi, to_char(i.entro, 'YYYY-MM-DD') AS entro, i.stato, i.stato = 'aperto' AND coalesce(i.entro < ${OGGI}, false) AS scaduto, i.motivazione, v.id AS "verbaleId",
         jsonb_build_object('titolo', n.titolo, 'inizioAt', ${iso('n.inizio_at')}) AS incontro
       ${FROM_IMPEGNI} WHERE i.ambito_id = $1 AND ${delTavolo(2)}
       ORDER BY i.stato IN ${fra(IMPEGNI_CHIUSI)}, CASE WHEN i.stato = 'aperto' THEN i.entro END, i.chiuso_at DESC NULLS LAST, n.inizio_at DESC, i.ordine, i.id`,
      [place.ambitoId, place.id],
    );
    return { items, puoAggiornare: hasPermission(rolesIn(ctx.actor, place), 'impegno.aggiorna') };
  }

  /** Titles for the next ordine del giorno: the verbale still to be approved, the impegni still open; and what was proposed and kept for it. */
  async puntiProposti(ctx: RequestContext): Promise<PuntiPropostiView> {
    const { ambitoId, id } = placeOf(ctx);
    const [row] = await this.db.query<{ verbale: boolean; impegni: boolean }[]>(
      `SELECT EXISTS (SELECT 1 FROM verbale v JOIN incontro n ON n.ambito_id = v.ambito_id AND n.id = v.incontro_id WHERE v.ambito_id = $1 AND v.stato IN ${fra(VERBALI_DA_APPROVARE)} AND n.stato = 'svolto' AND ${delTavolo(2)}) AS verbale,
         EXISTS (SELECT 1 ${FROM_IMPEGNI} WHERE i.ambito_id = $1 AND i.stato = 'aperto' AND ${delTavolo(2)}) AS impegni`,
      [ambitoId, id],
    );
    const proposte = await this.proposteTenute(ctx);
    return { proposte, punti: [...(row?.verbale ? [PUNTO_VERBALE] : []), ...(row?.impegni ? [PUNTO_IMPEGNI] : [])] };
  }

  /** What was proposed and kept for the next incontro: words of who proposed it, for who prepares that. */
  private async proposteTenute(ctx: RequestContext): Promise<PuntiPropostiView['proposte']> {
    const place = placeOf(ctx);
    if (!hasPermission(rolesIn(ctx.actor, place), 'proposta.inserisci')) return [];
    return this.db.query<PuntiPropostiView['proposte'][number][]>(
      `SELECT o.id, o.titolo, o.minuti FROM proposta o WHERE o.ambito_id = $1 AND o.tavolo_id = $2 AND ${tenuta('o')} ORDER BY o.decisa_at, o.id`,
      [place.ambitoId, place.id],
    );
  }
}
