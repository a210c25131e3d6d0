import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { azioniPermesse, rolesIn, SEGNALAZIONE, type Pagina, type SegnalazioneView, type SegnalazioniQuery } from '@tavoli/shared';
import { DataSource, type EntityManager } from 'typeorm';
import { placeOf, type RequestContext } from '../platform/commands/context.js';
import { decodeCursor, encodeCursor } from '../platform/http/cursor.js';
import { iso } from '../platform/http/json-view.js';
import { ProblemError } from '../platform/problem/problem.error.js';

type Riga = Omit<SegnalazioneView, 'azioni'>;

const COLONNE = `s.id, s.stato, s.testo, s.pagina, s.email, s.motivazione, ${iso('s.creata_at')} AS "creataAt", ${iso('s.risolta_at')} AS "risoltaAt", s.version`;
const DI = 'FROM segnalazione s WHERE s.ambito_id = $1';

/** What people found wrong, for the office. */
@Injectable()
export class SegnalazioniQueries {
  constructor(@InjectDataSource() private readonly db: DataSource) {}

  /** One page, the latest first. */
  async elenco(ctx: RequestContext, { stato, cursor, limit }: SegnalazioniQuery): Promise<Pagina<SegnalazioneView>> {
    const after = decodeCursor(cursor);
    const righe = await this.db.query<(Riga & { cursorAt: string })[]>(
      `SELECT ${COLONNE}, s.creata_at::text AS "cursorAt" ${DI} AND ($2::text IS NULL OR s.stato = $2)
         AND ($3::timestamptz IS NULL OR (s.creata_at, s.id) < ($3, $4::uuid)) ORDER BY s.creata_at DESC, s.id DESC LIMIT ${limit + 1}`,
      [placeOf(ctx).ambitoId, stato ?? null, after?.at ?? null, after?.id ?? null],
    );
    const page = righe.slice(0, limit);
    const last = page.at(-1);
    const nextCursor = righe.length > limit && last ? encodeCursor({ at: last.cursorAt, id: last.id }) : null;
    return { items: page.map(({ cursorAt: _, ...riga }) => conAzioni(ctx, riga)), limit, nextCursor };
  }

  async unaIn(db: EntityManager, ctx: RequestContext, id: string): Promise<SegnalazioneView> {
    const [riga] = await db.query<Riga[]>(`SELECT ${COLONNE} ${DI} AND s.id = $2`, [placeOf(ctx).ambitoId, id]);
    if (riga === undefined) throw new ProblemError('risorsa.non_trovata');
    return conAzioni(ctx, riga);
  }
}

const conAzioni = (ctx: RequestContext, riga: Riga): SegnalazioneView => ({
  ...riga,
  azioni: azioniPermesse('segnalazione', SEGNALAZIONE, riga.stato, rolesIn(ctx.actor, { ambitoId: placeOf(ctx).ambitoId })),
});
