import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import type { VisitaView } from '@tavoli/shared';
import { DataSource } from 'typeorm';
import { placeOf, type RequestContext } from '../platform/commands/context.js';
import { iso } from '../platform/http/json-view.js';

/** After this long without looking, looking again is another visit (our own choice): reading a page again is not. */
const PAUSA = '30 minutes';

/** $1 ambito, $2 account. What is new stays new as long as the visit lasts; two pages opened at once are one visit. */
const GUARDA = `
  INSERT INTO visita AS v (ambito_id, account_id) VALUES ($1, $2)
  ON CONFLICT (ambito_id, account_id) DO UPDATE SET vista_at = now(), prima_at = CASE WHEN v.vista_at < now() - interval '${PAUSA}' THEN v.vista_at ELSE v.prima_at END
  RETURNING ${iso('prima_at')} AS dal`;

/** When people last looked. It is no act: the register does not tell who reads what. */
@Injectable()
export class VisiteService {
  constructor(@InjectDataSource() private readonly db: DataSource) {}

  /** Notes that the reader looks now. @returns since when things are new to them; null: they never looked before */
  async guarda(ctx: RequestContext): Promise<VisitaView> {
    const [row] = await this.db.query<VisitaView[]>(GUARDA, [placeOf(ctx).ambitoId, ctx.actor.id]);
    return { dal: row?.dal ?? null };
  }
}
