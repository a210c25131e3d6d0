import { randomUUID } from 'node:crypto';
import { Inject, Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { ALLEGATO_BYTES_MASSIMI, can, type AllegatoCaricatoView } from '@tavoli/shared';
import type { FastifyRequest } from 'fastify';
import { DataSource, type EntityManager } from 'typeorm';
import { placeOf, type RequestContext } from '../../platform/commands/context.js';
import type { Config } from '../../platform/config/config.js';
import { CONFIG } from '../../platform/config/config.module.js';
import type { FileAnswer } from '../../platform/http/send-file.js';
import { ProblemError } from '../../platform/problem/problem.error.js';
import { Uploads, type WaitingDocument } from '../../platform/storage/uploads.js';
import { WaitingRoom } from '../../platform/storage/waiting-room.js';
import { hashSecret, newSecret } from '../../platform/tokens/secret.js';
import { PUBBLICI } from './contributi.sql.js';

/** Files of contributi: uploaded one by one before the text is sent, so that a lost connection loses one file and no words. */
@Injectable()
export class ContributiFiles {
  constructor(
    @InjectDataSource() private readonly db: DataSource,
    private readonly uploads: Uploads,
    private readonly attesa: WaitingRoom,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  /** Takes one PDF, JPEG or PNG. Its key, told only here, goes with what is sent; unused it is gone after a day. @throws ProblemError `file.*`, 507 */
  async ricevi(ctx: RequestContext, request: FastifyRequest): Promise<AllegatoCaricatoView> {
    const { ambitoId } = placeOf(ctx);
    await this.demandPosto(this.db.manager, 1);
    const file = await this.uploads.receiveDocument(request, ctx.network, Math.min(ALLEGATO_BYTES_MASSIMI, this.config.uploadMaxBytes));
    const chiave = newSecret();
    await this.db
      .transaction(db => this.scrivi(db, ambitoId, chiave, file))
      .catch(async (error: unknown) => {
        await this.attesa.remove(file.attesa);
        throw error;
      });
    return { chiave, nome: file.name, bytes: file.bytes };
  }

  private async scrivi(db: EntityManager, ambitoId: string, chiave: string, file: WaitingDocument): Promise<void> {
    await db.query(`SELECT pg_advisory_xact_lock(hashtextextended('file in attesa', 0))`);
    await this.demandPosto(db, file.bytes);
    await db.query(
      'INSERT INTO contributo_file (ambito_id, id, chiave_hash, nome, bytes, media_type, sha256, attesa) VALUES ($1, $2, $3, $4, $5, $6, $7, $8)',
      [ambitoId, randomUUID(), hashSecret(chiave), file.name, file.bytes, file.mediaType, file.sha256, file.attesa],
    );
  }

  /** All strangers together may have so many bytes waiting: a crowd of networks fills no disk. @throws ProblemError `file.attesa_piena` */
  private async demandPosto(db: EntityManager, bytes: number): Promise<void> {
    const [row] = await db.query<{ somma: number }[]>(
      'SELECT coalesce(sum(bytes), 0)::float8 AS somma FROM contributo_file WHERE attesa IS NOT NULL',
    );
    if ((row?.somma ?? 0) + bytes > this.config.uploadWaitingMaxBytes) throw new ProblemError('file.attesa_piena', { retryAfter: 3600 });
  }

  /** What waited with a contributo is kept, in the transaction that lets it into the queue. @throws as `BlobStore.put` */
  async promuovi(db: EntityManager, ambitoId: string, contributoId: string): Promise<void> {
    // In one order for all: two who keep the same files wait for one another, never each for the other.
    const files = await db.query<{ attesa: string; bytes: number }[]>(
      'SELECT attesa, bytes FROM contributo_file WHERE ambito_id = $1 AND contributo_id = $2 AND attesa IS NOT NULL ORDER BY sha256',
      [ambitoId, contributoId],
    );
    for (const { attesa, bytes } of files) {
      const { sha256 } = await this.attesa.promote(attesa, bytes, db);
      await db.query('UPDATE contributo_file SET attesa = NULL, sha256 = $2 WHERE attesa = $1', [attesa, sha256]);
    }
  }

  /** One that was published, to anyone; any, to the staff of the tavolo. */
  async open(ctx: RequestContext, id: string): Promise<FileAnswer> {
    const place = placeOf(ctx);
    const tutti = can(ctx.actor, 'contributo.gestisci', place);
    const [file] = await this.db.query<{ nome: string; sha256: string; mediaType: string }[]>(
      `SELECT f.nome, f.sha256, f.media_type AS "mediaType" FROM contributo_file f JOIN contributo c ON c.ambito_id = f.ambito_id AND c.id = f.contributo_id
       WHERE f.ambito_id = $1 AND f.contributo_id = $2 AND f.id = $3 AND f.attesa IS NULL AND ($4 OR (f.pubblico AND c.pubblicato_at IS NOT NULL AND c.stato IN ${PUBBLICI}))`,
      [place.ambitoId, place.id, id, tutti],
    );
    if (!file) throw new ProblemError('risorsa.non_trovata');
    return { body: await this.uploads.open(file.sha256), name: file.nome, mediaType: file.mediaType };
  }
}
