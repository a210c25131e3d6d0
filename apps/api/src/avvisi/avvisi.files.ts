import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import type { FastifyRequest } from 'fastify';
import { DataSource } from 'typeorm';
import { Commands } from '../platform/commands/commands.js';
import { placeOf, type RequestContext } from '../platform/commands/context.js';
import type { FileAnswer } from '../platform/http/send-file.js';
import { ProblemError } from '../platform/problem/problem.error.js';
import { Uploads } from '../platform/storage/uploads.js';
import { AvvisoFile } from './avviso.entity.js';

/** Documents attached to an avviso: added while it is a draft, taken by anyone once it is published. */
@Injectable()
export class AvvisiFiles {
  constructor(
    @InjectDataSource() private readonly db: DataSource,
    private readonly commands: Commands,
    private readonly uploads: Uploads,
  ) {}

  /** Takes one PDF from the multipart body. @throws ProblemError `avviso.stato` unless a draft; `file.*` */
  async add(ctx: RequestContext, request: FastifyRequest): Promise<{ id: string; nome: string; bytes: number }> {
    const { ambitoId, ambitoSlug, id: avvisoId } = placeOf(ctx);
    this.demandDraft(ctx);
    const file = await this.uploads.receivePdf(request);
    const id = randomUUID();
    return this.commands.run(ctx, ambitoId, async tx => {
      await tx.db.insert(AvvisoFile, { ambitoId, id, avvisoId, nome: file.name, bytes: file.bytes, sha256: file.sha256 });
      tx.registra('avviso.allega', 'avviso', avvisoId, { nome: file.name, sha256: file.sha256 });
      tx.annuncia({ t: 'pagine', ambitoSlug });
      return { id, nome: file.name, bytes: file.bytes };
    });
  }

  async open(ctx: RequestContext, id: string): Promise<FileAnswer> {
    const { ambitoId, id: avvisoId } = placeOf(ctx);
    const file = await this.db.manager.findOneBy(AvvisoFile, { ambitoId, avvisoId, id });
    if (file === null) throw new ProblemError('risorsa.non_trovata');
    return { body: await this.uploads.open(file.sha256), name: file.nome, mediaType: 'application/pdf' };
  }

  async remove(ctx: RequestContext, id: string): Promise<void> {
    const { ambitoId, id: avvisoId } = placeOf(ctx);
    this.demandDraft(ctx);
    await this.commands.run(ctx, ambitoId, async tx => {
      const { affected } = await tx.db.delete(AvvisoFile, { ambitoId, avvisoId, id });
      if (!affected) throw new ProblemError('risorsa.non_trovata');
      tx.registra('avviso.togli_file', 'avviso', avvisoId, { file: id });
      return null;
    });
  }

  private demandDraft(ctx: RequestContext): void {
    if (placeOf(ctx).stato !== 'bozza') throw new ProblemError('avviso.stato');
  }
}
