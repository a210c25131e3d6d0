import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import type { FastifyRequest } from 'fastify';
import { DataSource } from 'typeorm';
import { Commands } from '../platform/commands/commands.js';
import { placeOf, type RequestContext } from '../platform/commands/context.js';
import type { FileAnswer } from '../platform/http/send-file.js';
import { insert } from '../platform/database/rows.js';
import { hold } from '../platform/procedura/hold.js';
import { ProblemError } from '../platform/problem/problem.error.js';
import { Uploads } from '../platform/storage/uploads.js';
import { AVVISO_KIND } from './avviso.kind.js';
import { IN_BOZZA } from '@tavoli/shared';

const BOZZA = { from: IN_BOZZA, seen: 'any' } as const;

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
    // Said before the file travels; asked again in the transaction.
    if (placeOf(ctx).stato !== 'bozza') throw new ProblemError('avviso.stato');
    const file = await this.uploads.receivePdf(request);
    const id = randomUUID();
    return this.commands.run(ctx, ambitoId, async tx => {
      await hold(tx, ctx, AVVISO_KIND, BOZZA);
      await insert(tx.db, 'avviso_file', { ambitoId, id, avvisoId, nome: file.name, bytes: file.bytes, sha256: file.sha256 });
      tx.registra('avviso.allega', 'avviso', avvisoId, { nome: file.name, sha256: file.sha256 });
      tx.annuncia({ t: 'pagine', ambitoSlug });
      return { id, nome: file.name, bytes: file.bytes };
    });
  }

  async open(ctx: RequestContext, id: string): Promise<FileAnswer> {
    const { ambitoId, id: avvisoId } = placeOf(ctx);
    const [file] = await this.db.query<{ nome: string; sha256: string }[]>(
      'SELECT nome, sha256 FROM avviso_file WHERE ambito_id = $1 AND avviso_id = $2 AND id = $3',
      [ambitoId, avvisoId, id],
    );
    if (file === undefined) throw new ProblemError('risorsa.non_trovata');
    return { body: await this.uploads.open(file.sha256), name: file.nome, mediaType: 'application/pdf' };
  }

  async remove(ctx: RequestContext, id: string): Promise<void> {
    const { ambitoId, id: avvisoId } = placeOf(ctx);
    await this.commands.run(ctx, ambitoId, async tx => {
      await hold(tx, ctx, AVVISO_KIND, BOZZA);
      const [, removed] = await tx.db.query<[unknown[], number]>(
        'DELETE FROM avviso_file WHERE ambito_id = $1 AND avviso_id = $2 AND id = $3',
        [ambitoId, avvisoId, id],
      );
      if (removed === 0) throw new ProblemError('risorsa.non_trovata');
      tx.registra('avviso.togli_file', 'avviso', avvisoId, { file: id });
      return null;
    });
  }
}
