import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import type { EnteView } from '@tavoli/shared';
import type { FastifyRequest } from 'fastify';
import { DataSource } from 'typeorm';
import { Commands } from '../platform/commands/commands.js';
import { placeOf, type RequestContext } from '../platform/commands/context.js';
import type { FileAnswer } from '../platform/http/send-file.js';
import { demandSeen, edit } from '../platform/procedura/hold.js';
import { ProblemError } from '../platform/problem/problem.error.js';
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
  ) {}

  /** Takes one PDF from the multipart body. @throws ProblemError `file.*`, `richiesta.tipo_non_ammesso`, `versione.superata` */
  async carica(ctx: RequestContext, request: FastifyRequest): Promise<EnteView> {
    const place = placeOf(ctx);
    const { ambitoId, id } = place;
    // Said before the file travels; asked again in the transaction.
    demandSeen(ctx, place.version);
    const { name, bytes, sha256 } = await this.uploads.receivePdf(request);
    return this.commands.run(ctx, ambitoId, async tx => {
      await edit(tx, ctx, ENTE_KIND, { set: { statuto: { nome: name, bytes, sha256 } } });
      tx.registra('ente.carica_statuto', 'ente', id, { nome: name, bytes, sha256 });
      tx.annuncia(...news(ENTE_KIND, place, id));
      return this.queries.unoIn(tx.db, ctx.actor, ambitoId, id);
    });
  }

  /** @throws ProblemError 404 when none was sent */
  async apri(ctx: RequestContext): Promise<FileAnswer> {
    const { ambitoId, id } = placeOf(ctx);
    const [ente] = await this.db.query<{ statuto: { nome: string; sha256: string } | null }[]>(
      'SELECT statuto FROM ente WHERE ambito_id = $1 AND id = $2',
      [ambitoId, id],
    );
    if (!ente?.statuto) throw new ProblemError('risorsa.non_trovata');
    return { body: await this.uploads.open(ente.statuto.sha256), name: ente.statuto.nome, mediaType: 'application/pdf' };
  }
}
