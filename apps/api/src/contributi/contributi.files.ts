import { randomUUID } from 'node:crypto';
import { Inject, Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { ALLEGATO_BYTES_MASSIMI, can, type AllegatoCaricatoView } from '@tavoli/shared';
import type { FastifyRequest } from 'fastify';
import { DataSource } from 'typeorm';
import { Limits } from '../accounts/limits.js';
import { placeOf, type RequestContext } from '../platform/commands/context.js';
import type { Config } from '../platform/config/config.js';
import { CONFIG } from '../platform/config/config.module.js';
import type { FileAnswer } from '../platform/http/send-file.js';
import { ProblemError } from '../platform/problem/problem.error.js';
import { Uploads } from '../platform/storage/uploads.js';
import { hashSecret, newSecret } from '../platform/tokens/secret.js';
import { PUBBLICI } from './contributi.sql.js';

/** Files of contributi: uploaded one by one before the text is sent, so that a lost connection loses one file and no words. */
@Injectable()
export class ContributiFiles {
  constructor(
    @InjectDataSource() private readonly db: DataSource,
    private readonly limits: Limits,
    private readonly uploads: Uploads,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  /** Takes one PDF, JPEG or PNG. Its key, told only here, goes with what is sent; unused it is gone after a day. @throws ProblemError `file.*`, 429 */
  async ricevi(ctx: RequestContext, request: FastifyRequest): Promise<AllegatoCaricatoView> {
    const { ambitoId } = placeOf(ctx);
    await this.limits.countAllegato(ctx.network);
    const file = await this.uploads.receiveDocument(request, Math.min(ALLEGATO_BYTES_MASSIMI, this.config.uploadMaxBytes));
    const chiave = newSecret();
    await this.db.query('INSERT INTO contributo_file (ambito_id, id, chiave_hash, nome, bytes, media_type, sha256) VALUES ($1, $2, $3, $4, $5, $6, $7)', [
      ambitoId, randomUUID(), hashSecret(chiave), file.name, file.bytes, file.mediaType, file.sha256,
    ]);
    return { chiave, nome: file.name, bytes: file.bytes };
  }

  /** One that was published, to anyone; any, to the staff of the tavolo. */
  async open(ctx: RequestContext, id: string): Promise<FileAnswer> {
    const place = placeOf(ctx);
    const tutti = can(ctx.actor, 'contributo.gestisci', place);
    const [file] = await this.db.query<{ nome: string; sha256: string; mediaType: string }[]>(
      `SELECT f.nome, f.sha256, f.media_type AS "mediaType" FROM contributo_file f JOIN contributo c ON c.ambito_id = f.ambito_id AND c.id = f.contributo_id
       WHERE f.ambito_id = $1 AND f.contributo_id = $2 AND f.id = $3 AND ($4 OR (f.pubblico AND c.pubblicato_at IS NOT NULL AND c.stato IN ${PUBBLICI}))`,
      [place.ambitoId, place.id, id, tutti],
    );
    if (!file) throw new ProblemError('risorsa.non_trovata');
    return { body: await this.uploads.open(file.sha256), name: file.nome, mediaType: file.mediaType };
  }
}
