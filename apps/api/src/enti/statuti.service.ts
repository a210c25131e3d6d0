import { Inject, Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { ENTI_DA_RICONOSCERE, ENTI_RICONOSCIUTI, type EnteView } from '@tavoli/shared';
import type { FastifyRequest } from 'fastify';
import { DataSource, type EntityManager } from 'typeorm';
import { Commands } from '../platform/commands/commands.js';
import { placeOf, type RequestContext } from '../platform/commands/context.js';
import type { Config } from '../platform/config/config.js';
import { CONFIG } from '../platform/config/config.module.js';
import { fra } from '../platform/database/fra.js';
import type { FileAnswer } from '../platform/http/send-file.js';
import { demandSeen, edit } from '../platform/procedura/hold.js';
import { ProblemError } from '../platform/problem/problem.error.js';
import { mediaTypeOf } from '../platform/storage/signed/signed-names.js';
import { Uploads } from '../platform/storage/uploads.js';
import { ENTE_KIND } from './ente.kind.js';
import { EntiQueries } from './enti.queries.js';
import { news } from '../platform/realtime/news.js';

/** The statute of an ente: one PDF, the latest sent; earlier ones stay in the registro by their digest. */
@Injectable()
export class StatutiService {
  constructor(
    @InjectDataSource() private readonly db: DataSource,
    private readonly commands: Commands,
    private readonly uploads: Uploads,
    private readonly queries: EntiQueries,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  /** Takes one PDF, signed or not, from the multipart body. @throws ProblemError `file.*`, `richiesta.tipo_non_ammesso`, `versione.superata` */
  async carica(ctx: RequestContext, request: FastifyRequest): Promise<EnteView> {
    const place = placeOf(ctx);
    const { ambitoId, id } = place;
    // Said before the file travels; asked again in the transaction.
    demandSeen(ctx, place.version);
    await this.demandPosto(this.db.manager, id, 1);
    const { name, bytes, sha256 } = await this.uploads.receivePdfOrSigned(request);
    return this.commands.run(ctx, ambitoId, async tx => {
      await tx.db.query(`SELECT pg_advisory_xact_lock(hashtextextended('statuti da verificare', 0))`);
      await this.demandPosto(tx.db, id, bytes);
      await edit(tx, ctx, ENTE_KIND, { set: { statuto: { nome: name, bytes, sha256 } } });
      tx.registra('ente.carica_statuto', 'ente', id, { nome: name, bytes, sha256 });
      tx.annuncia(...news(ENTE_KIND, place, id));
      return this.queries.unoIn(tx.db, ctx.actor, ambitoId, id);
    });
  }

  /** Enti that nobody has verified may have so many bytes altogether, as strangers have who send contributi. @throws ProblemError `file.statuti_in_attesa` */
  private async demandPosto(db: EntityManager, ente: string, bytes: number): Promise<void> {
    const [row] = await db.query<{ altri: number; riconosciuto: boolean }[]>(
      `SELECT coalesce(sum((e.statuto->>'bytes')::bigint) FILTER (WHERE e.id <> $1 AND e.stato IN ${fra(ENTI_DA_RICONOSCERE)}), 0)::float8 AS altri,
         coalesce(bool_or(e.id = $1 AND e.stato IN ${fra(ENTI_RICONOSCIUTI)}), false) AS riconosciuto
       FROM ente e WHERE e.id = $1 OR e.statuto IS NOT NULL`,
      [ente],
    );
    if (row?.riconosciuto !== true && (row?.altri ?? 0) + bytes > this.config.uploadWaitingMaxBytes)
      throw new ProblemError('file.statuti_in_attesa', { retryAfter: 3600 });
  }

  /** @throws ProblemError 404 when none was sent */
  async apri(ctx: RequestContext): Promise<FileAnswer> {
    const { ambitoId, id } = placeOf(ctx);
    const [ente] = await this.db.query<{ statuto: { nome: string; sha256: string } | null }[]>(
      'SELECT statuto FROM ente WHERE ambito_id = $1 AND id = $2',
      [ambitoId, id],
    );
    if (!ente?.statuto) throw new ProblemError('risorsa.non_trovata');
    return { body: await this.uploads.open(ente.statuto.sha256), name: ente.statuto.nome, mediaType: mediaTypeOf(ente.statuto.nome) };
  }
}
