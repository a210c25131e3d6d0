import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import type { ElaboratoView, FileElaborato } from '@tavoli/shared';
import type { FastifyRequest } from 'fastify';
import { DataSource } from 'typeorm';
import { Commands } from '../../platform/commands/commands.js';
import { placeOf, type RequestContext } from '../../platform/commands/context.js';
import type { FileAnswer } from '../../platform/http/send-file.js';
import { ProblemError } from '../../platform/problem/problem.error.js';
import { Uploads } from '../../platform/storage/uploads.js';
import { ElaboratiQueries } from './elaborati.queries.js';
import { demandScrivibile } from './scrivibile.js';
import { live } from '../../platform/realtime/news.js';
import { ELABORATO_KIND } from './elaborato.kind.js';

/** A PDF made elsewhere that stands as the elaborato. */
@Injectable()
export class ElaboratiFiles {
  constructor(
    @InjectDataSource() private readonly db: DataSource,
    private readonly commands: Commands,
    private readonly uploads: Uploads,
    private readonly queries: ElaboratiQueries,
  ) {}

  /** Takes one PDF from the multipart body in place of the one there was; the registro keeps the fingerprints of all. @throws ProblemError `elaborato.non_file`, `elaborato.stato`, `elaborato.non_scrivi`, `file.*` */
  async carica(ctx: RequestContext, request: FastifyRequest): Promise<ElaboratoView> {
    const place = placeOf(ctx);
    await this.db.transaction(async db => demandFile(await demandScrivibile(db, ctx)));
    const file = await this.uploads.receivePdf(request);
    return this.commands.run(ctx, place.ambitoId, async tx => {
      // Taken whole at once: two who upload would each wait for the other to let go of a shared lock.
      await tx.db.query('SELECT 1 FROM elaborato WHERE ambito_id = $1 AND id = $2 FOR UPDATE', [place.ambitoId, place.id]);
      demandFile(await demandScrivibile(tx.db, ctx));
      const kept: FileElaborato = { nome: file.name, bytes: file.bytes, sha256: file.sha256 };
      await tx.db.query(
        'UPDATE elaborato SET file = $3, version = version + 1, aggiornato_at = clock_timestamp() WHERE ambito_id = $1 AND id = $2',
        [place.ambitoId, place.id, JSON.stringify(kept)],
      );
      tx.registra('elaborato.carica', 'elaborato', place.id, { nome: file.name, sha256: file.sha256 });
      tx.annuncia(live(ELABORATO_KIND, place, place.id));
      return this.queries.unoIn(tx.db, ctx, place.id);
    });
  }

  /** @throws ProblemError 404 where none was uploaded */
  async apri(ambitoId: string, id: string): Promise<FileAnswer> {
    const [row] = await this.db.query<{ file: FileElaborato | null }[]>('SELECT file FROM elaborato WHERE ambito_id = $1 AND id = $2', [
      ambitoId,
      id,
    ]);
    if (!row?.file) throw new ProblemError('risorsa.non_trovata');
    return { body: await this.uploads.open(row.file.sha256), name: row.file.nome, mediaType: 'application/pdf' };
  }
}

function demandFile({ tipo }: { tipo: string }): void {
  if (tipo !== 'file') throw new ProblemError('elaborato.non_file');
}
