import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { DataSource } from 'typeorm';
import { placeOf, type RequestContext } from '../platform/commands/context.js';
import type { FileAnswer } from '../platform/http/send-file.js';
import { ProblemError } from '../platform/problem/problem.error.js';
import { Uploads } from '../platform/storage/uploads.js';
import type { TipoFileOscurabile } from '@tavoli/shared';
import { FileOscurabili } from './file/index.js';

/** What the archive of the office keeps, and what is public now: to be looked at by who blacks it out. */
@Injectable()
export class OriginaliService {
  constructor(
    @InjectDataSource() private readonly db: DataSource,
    private readonly uploads: Uploads,
    private readonly file: FileOscurabili,
  ) {}

  /** How it was before. @throws ProblemError 404 */
  async originale(ctx: RequestContext, oscuramentoId: string, id: string): Promise<FileAnswer> {
    const [row] = await this.db.query<{ nome: string; mediaType: string; sha256: string | null; testo: unknown }[]>(
      `SELECT f.nome, f.media_type AS "mediaType", f.sha256, f.testo FROM oscuramento_originale f JOIN oscuramento z ON z.ambito_id = f.ambito_id AND z.id = f.oscuramento_id
       WHERE f.ambito_id = $1 AND (z.id = $2 OR z.origine_id = $2) AND f.id = $3`,
      [placeOf(ctx).ambitoId, oscuramentoId, id],
    );
    if (!row) throw new ProblemError('risorsa.non_trovata');
    const body = row.sha256 === null ? Buffer.from(`${JSON.stringify(row.testo, null, 2)}\n`) : await this.uploads.open(row.sha256);
    return { body, name: row.nome, mediaType: row.mediaType };
  }

  /** A file that is about to be replaced. @throws ProblemError 404 */
  async attuale(ctx: RequestContext, tipo: TipoFileOscurabile, id: string): Promise<FileAnswer> {
    const file = await this.file.leggi(this.db.manager, ctx, tipo, id);
    if (file === null) throw new ProblemError('risorsa.non_trovata');
    return { body: await this.uploads.open(file.sha256), name: file.nome, mediaType: file.mediaType };
  }
}
