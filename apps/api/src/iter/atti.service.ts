import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import type { AttoInput, FileTenuto } from '@tavoli/shared';
import type { FastifyRequest } from 'fastify';
import { DataSource } from 'typeorm';
import { Commands, type Tx } from '../platform/commands/commands.js';
import { placeOf, type RequestContext } from '../platform/commands/context.js';
import type { FileAnswer } from '../platform/http/send-file.js';
import { holdOther, demandSeen, edit, remove, type Columns } from '../platform/procedura/hold.js';
import { ProblemError } from '../platform/problem/problem.error.js';
import { mediaTypeOf } from '../platform/storage/signed/signed-names.js';
import { Uploads } from '../platform/storage/uploads.js';
import { FASE_KIND, ATTO_KIND } from './iter/iter.kinds.js';
import type { Esito } from './iter/iter.service.js';
import { news } from '../platform/realtime/news.js';

/** Acts of the phases, with their files. An act that a concluded phase rests on is not taken away. */
@Injectable()
export class AttiService {
  constructor(
    @InjectDataSource() private readonly db: DataSource,
    private readonly commands: Commands,
    private readonly uploads: Uploads,
  ) {}

  /** An act of the phase in the URL, whatever its state: documents arrive late. */
  async crea(ctx: RequestContext, input: AttoInput): Promise<Esito> {
    const place = placeOf(ctx);
    return this.commands.run(ctx, place.ambitoId, async tx => {
      await holdOther(tx, FASE_KIND, place.id);
      const id = randomUUID();
      await tx.db.query(
        'INSERT INTO atto (ambito_id, id, fase_id, direzione, tipo, titolo, numero, data, albo, pubblico) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)',
        [tx.ambitoId, id, place.id, ...Object.values(colonne(input))],
      );
      tx.registra('atto.crea', 'atto', id, { fase: place.id, titolo: input.titolo });
      tx.annuncia(...news(ATTO_KIND, place, place.id));
      return { id, version: 1 };
    });
  }

  /** @throws ProblemError `versione.superata`; `atto.stato` where a concluded phase would be left without the act it rests on */
  modifica(ctx: RequestContext, input: AttoInput): Promise<Esito> {
    return this.change(ctx, 'atto.modifica', { titolo: input.titolo }, async tx => {
      const { stato, direzione, tipo } = await faseDi(tx, placeOf(ctx).id);
      if (stato === null) throw new ProblemError('atto.stato', { detail: 'L’atto non è di una fase: si cambia nel registro degli atti.' });
      if (stato === 'conclusa' && (direzione !== input.direzione || tipo !== input.tipo))
        throw new ProblemError('atto.stato', { detail: 'La fase è conclusa: per cambiare il tipo di un suo atto prima riaprila.' });
      return edit(tx, ctx, ATTO_KIND, { set: colonne(input) });
    });
  }

  /** @throws ProblemError `atto.stato` where the phase is concluded, `versione.superata` */
  async elimina(ctx: RequestContext): Promise<void> {
    await this.change(ctx, 'atto.elimina', {}, async tx => {
      if ((await faseDi(tx, placeOf(ctx).id)).stato === 'conclusa')
        throw new ProblemError('atto.stato', { detail: 'La fase è conclusa: per togliere un suo atto prima riaprila.' });
      await demandSolo(tx, placeOf(ctx).id);
      await remove(tx, ctx, ATTO_KIND);
      return ctx.ifMatch ?? 0;
    });
  }

  /** Takes one PDF, signed or not, from the multipart body, in the place of the one before. @throws ProblemError `file.*`, `versione.superata` */
  async allega(ctx: RequestContext, request: FastifyRequest): Promise<Esito> {
    demandSeen(ctx, placeOf(ctx).version);
    const { name, bytes, sha256 } = await this.uploads.receivePdfOrSigned(request);
    const file: FileTenuto = { nome: name, bytes, sha256 };
    return this.change(ctx, 'atto.allega', { ...file }, tx => edit(tx, ctx, ATTO_KIND, { set: { file: JSON.stringify(file) } }));
  }

  /** @throws ProblemError 404 when it has none */
  async apri(ctx: RequestContext): Promise<FileAnswer> {
    const [row] = await this.db.query<{ file: FileTenuto | null }[]>('SELECT file FROM atto WHERE ambito_id = $1 AND id = $2', [
      placeOf(ctx).ambitoId,
      placeOf(ctx).id,
    ]);
    if (!row?.file) throw new ProblemError('risorsa.non_trovata');
    return { body: await this.uploads.open(row.file.sha256), name: row.file.nome, mediaType: mediaTypeOf(row.file.nome) };
  }

  /** One change of the act in the URL, on the version seen; `work` answers with the new one. */
  private async change(
    ctx: RequestContext,
    azione: string,
    contenuto: Record<string, unknown>,
    work: (tx: Tx) => Promise<number>,
  ): Promise<Esito> {
    const place = placeOf(ctx);
    demandSeen(ctx, placeOf(ctx).version);
    return this.commands.run(ctx, place.ambitoId, async tx => {
      const version = await work(tx);
      tx.registra(azione, 'atto', place.id, contenuto);
      tx.annuncia(...news(ATTO_KIND, place, place.id));
      return { id: place.id, version };
    });
  }
}

const colonne = ({ direzione, tipo, titolo, numero, data, albo, pubblico }: AttoInput): Columns => ({
  direzione,
  tipo,
  titolo,
  numero,
  data,
  albo,
  pubblico,
});

/** An act that another modifies or revokes stays where it is. @throws ProblemError `atto.stato` */
async function demandSolo(tx: Tx, attoId: string): Promise<void> {
  const [altro] = await tx.db.query<{ titolo: string }[]>(
    'SELECT a.titolo FROM atto_rapporto r JOIN atto a ON a.ambito_id = r.ambito_id AND a.id = r.atto_id WHERE r.ambito_id = $1 AND r.altro_id = $2 LIMIT 1',
    [tx.ambitoId, attoId],
  );
  if (altro !== undefined)
    throw new ProblemError('atto.stato', { detail: `L’atto «${altro.titolo}» lo riguarda: prima togli il rapporto tra i due.` });
}

/** Takes the phase of an act, and says what the act is to it. @throws ProblemError 404 */
async function faseDi(tx: Tx, attoId: string): Promise<{ stato: string | null; direzione: string | null; tipo: string }> {
  const [row] = await tx.db.query<{ faseId: string | null; direzione: string | null; tipo: string }[]>(
    'SELECT fase_id AS "faseId", direzione, tipo FROM atto WHERE ambito_id = $1 AND id = $2',
    [tx.ambitoId, attoId],
  );
  if (!row) throw new ProblemError('risorsa.non_trovata');
  return { ...row, stato: row.faseId === null ? null : (await holdOther(tx, FASE_KIND, row.faseId)).stato };
}
