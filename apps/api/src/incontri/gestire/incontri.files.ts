import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { CONVOCAZIONI_CON_DOCUMENTI, type DocumentoQuery } from '@tavoli/shared';
import type { FastifyRequest } from 'fastify';
import { DataSource } from 'typeorm';
import { Commands, type Tx } from '../../platform/commands/commands.js';
import { placeOf, type RequestContext, type ResolvedPlace } from '../../platform/commands/context.js';
import { fra } from '../../platform/database/fra.js';
import type { FileAnswer } from '../../platform/http/send-file.js';
import { fieldProblem, ProblemError } from '../../platform/problem/problem.error.js';
import { Uploads } from '../../platform/storage/uploads.js';
import { news } from '../../platform/realtime/news.js';
import { INCONTRO_KIND } from '../incontro/incontro.kind.js';

/** Documents of an incontro: added until it begins, taken by whoever may see it. */
@Injectable()
export class IncontriFiles {
  constructor(
    @InjectDataSource() private readonly db: DataSource,
    private readonly commands: Commands,
    private readonly uploads: Uploads,
  ) {}

  /** Takes one PDF from the multipart body, for a punto or for the incontro as a whole. @throws ProblemError `incontro.stato` once it is under way; `file.*` */
  async add(
    ctx: RequestContext,
    request: FastifyRequest,
    { punto, sostituisce }: DocumentoQuery,
  ): Promise<{ id: string; nome: string; bytes: number }> {
    const place = placeOf(ctx);
    demandBefore(ctx);
    await this.demandPunto(place, punto);
    const file = await this.uploads.receivePdf(request);
    const id = randomUUID();
    return this.commands.run(ctx, place.ambitoId, async tx => {
      const values = [place.ambitoId, id, place.id, file.name, file.bytes, file.sha256];
      if (sostituisce === undefined) await tx.db.query(AGGIUNGI, [...values, punto ?? null]);
      else await prendiPosto(tx, values, sostituisce);
      tx.registra('incontro.allega', 'incontro', place.id, {
        nome: file.name,
        sha256: file.sha256,
        ...(sostituisce ? { sostituisce } : {}),
      });
      tx.annuncia(...news(INCONTRO_KIND, place, place.id));
      return { id, nome: file.name, bytes: file.bytes };
    });
  }

  async open(ctx: RequestContext, id: string): Promise<FileAnswer> {
    const { ambitoId, id: incontroId } = placeOf(ctx);
    const [file] = await this.db.query<{ nome: string; sha256: string }[]>(
      'SELECT nome, sha256 FROM incontro_file WHERE ambito_id = $1 AND incontro_id = $2 AND id = $3',
      [ambitoId, incontroId, id],
    );
    if (!file) throw new ProblemError('risorsa.non_trovata');
    return { body: await this.uploads.open(file.sha256), name: file.nome, mediaType: 'application/pdf' };
  }

  async remove(ctx: RequestContext, id: string): Promise<void> {
    const place = placeOf(ctx);
    demandBefore(ctx);
    await this.commands.run(ctx, place.ambitoId, async tx => {
      const [rows] = await tx.db.query<[unknown[], number]>(
        'DELETE FROM incontro_file WHERE ambito_id = $1 AND incontro_id = $2 AND id = $3 RETURNING id',
        [place.ambitoId, place.id, id],
      );
      if (rows.length === 0) throw new ProblemError('risorsa.non_trovata');
      tx.registra('incontro.togli_file', 'incontro', place.id, { file: id });
      tx.annuncia(...news(INCONTRO_KIND, place, place.id));
      return null;
    });
  }

  private async demandPunto({ ambitoId, id }: ResolvedPlace, punto: string | undefined): Promise<void> {
    if (punto === undefined) return;
    const found = await this.db.query<unknown[]>('SELECT 1 FROM incontro_punto WHERE ambito_id = $1 AND incontro_id = $2 AND id = $3', [
      ambitoId,
      id,
      punto,
    ]);
    if (found.length === 0) throw fieldProblem('richiesta.non_valida', '/punto', 'Questo punto non è all’ordine del giorno.');
  }
}

const AGGIUNGI =
  'INSERT INTO incontro_file (ambito_id, id, incontro_id, nome, bytes, sha256, punto_id) VALUES ($1, $2, $3, $4, $5, $6, $7)';
/** The one that people were told of is named, through however many that took its place before they were told. */
const SOSTITUISCI = `
  INSERT INTO incontro_file (ambito_id, id, incontro_id, nome, bytes, sha256, punto_id, sostituisce)
  SELECT $1, $2, $3, $4, $5, $6, f.punto_id, CASE WHEN f.creato_at > (SELECT max(c.at) FROM convocazione c
    WHERE c.ambito_id = $1 AND c.incontro_id = $3 AND c.tipo IN ${fra(CONVOCAZIONI_CON_DOCUMENTI)}) THEN f.sostituisce ELSE f.id END
  FROM incontro_file f WHERE f.ambito_id = $1 AND f.incontro_id = $3 AND f.id = $7`;

/** @throws ProblemError `risorsa.non_trovata` where somebody else took it away, or replaced it, meanwhile */
async function prendiPosto(tx: Tx, values: readonly unknown[], vecchio: string): Promise<void> {
  await tx.db.query('SELECT 1 FROM incontro_file WHERE ambito_id = $1 AND id = $2 FOR UPDATE', [values[0], vecchio]);
  await tx.db.query(SOSTITUISCI, [...values, vecchio]);
  const [tolti] = await tx.db.query<[unknown[], number]>('DELETE FROM incontro_file WHERE ambito_id = $1 AND id = $2 RETURNING id', [
    values[0],
    vecchio,
  ]);
  if (tolti.length === 0) throw new ProblemError('risorsa.non_trovata');
}

function demandBefore(ctx: RequestContext): void {
  const { stato } = placeOf(ctx);
  if (stato !== 'bozza' && stato !== 'convocato') throw new ProblemError('incontro.stato');
}
