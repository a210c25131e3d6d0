import { randomUUID } from 'node:crypto';
import { Injectable, type OnModuleInit } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { type SostitutoView, ALLEGATO_BYTES_MASSIMI } from '@tavoli/shared';
import type { FastifyRequest } from 'fastify';
import { DataSource, type EntityManager } from 'typeorm';
import { placeOf, type RequestContext } from '../../platform/commands/context.js';
import { deleteInBatches } from '../../platform/jobs/batches.js';
import { Jobs } from '../../platform/jobs/jobs.js';
import { ProblemError } from '../../platform/problem/problem.error.js';
import { Uploads } from '../../platform/storage/uploads.js';

export interface Sostituto {
  readonly nome: string;
  readonly mediaType: string;
  readonly bytes: number;
  readonly sha256: string;
}

/** Files uploaded to take the place of public ones: seen by nobody until they do, gone after a day if they do not. */
@Injectable()
export class SostitutiService implements OnModuleInit {
  constructor(
    @InjectDataSource() private readonly db: DataSource,
    private readonly uploads: Uploads,
    private readonly jobs: Jobs,
  ) {}

  onModuleInit(): void {
    this.jobs.every({ name: 'sostituti', cron: '40 3 * * *', work: () => this.dimentica() });
  }

  /** Takes one PDF, JPEG or PNG. @throws ProblemError `file.*` */
  async ricevi(ctx: RequestContext, request: FastifyRequest): Promise<SostitutoView> {
    const file = await this.uploads.receiveOfficial(request, ALLEGATO_BYTES_MASSIMI);
    const id = randomUUID();
    await this.db.query(
      'INSERT INTO oscuramento_sostituto (ambito_id, id, da, nome, media_type, bytes, sha256) VALUES ($1, $2, $3, $4, $5, $6, $7)',
      [placeOf(ctx).ambitoId, id, ctx.actor.id, file.name, file.mediaType, file.bytes, file.sha256],
    );
    return { id, nome: file.name, bytes: file.bytes };
  }

  async dimentica(): Promise<void> {
    await deleteInBatches(this.db, 'oscuramento_sostituto', `caricato_at < clock_timestamp() - interval '1 day'`);
  }
}

/** Takes one's own upload, so that it serves once. @throws ProblemError `oscuramento.sostituto_mancante` */
export async function prendiSostituto(db: EntityManager, ctx: RequestContext, id: string): Promise<Sostituto> {
  const [[file] = []] = await db.query<[Sostituto[], number]>(
    'DELETE FROM oscuramento_sostituto WHERE ambito_id = $1 AND id = $2 AND da = $3 RETURNING nome, media_type AS "mediaType", bytes, sha256',
    [placeOf(ctx).ambitoId, id, ctx.actor.id],
  );
  if (!file) throw new ProblemError('oscuramento.sostituto_mancante');
  return file;
}
