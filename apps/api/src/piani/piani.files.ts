import { Inject, Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { PIANI_FERMI, tra, type PianoView } from '@tavoli/shared';
import type { FastifyRequest } from 'fastify';
import { randomUUID } from 'node:crypto';
import { DataSource } from 'typeorm';
import { Commands } from '../platform/commands/commands.js';
import { placeOf, type RequestContext } from '../platform/commands/context.js';
import { fra } from '../platform/database/fra.js';
import type { FileAnswer } from '../platform/http/send-file.js';
import { ProblemError } from '../platform/problem/problem.error.js';
import { BLOB_STORE, type BlobStore } from '../platform/storage/blob-store.js';
import { mediaTypeOf } from '../platform/storage/signed/signed-names.js';
import { Uploads } from '../platform/storage/uploads.js';
import { PianiQueries } from './piani.queries.js';
import { PUBBLICATO } from './piano/piani.sql.js';
import { news } from '../platform/realtime/news.js';
import { PIANO_KIND } from './piano/piano.kind.js';

export type Formato = 'pdf' | 'zip';
const MEDIA: Readonly<Record<Formato, string>> = { pdf: 'application/pdf', zip: 'application/zip' };

type Trovato = { sha256: string; nome: string };

/** The files of a Piano: versions of the dossier for the offices, what was published for everyone, signed copies. */
@Injectable()
export class PianiFiles {
  constructor(
    @InjectDataSource() private readonly db: DataSource,
    private readonly commands: Commands,
    private readonly queries: PianiQueries,
    private readonly uploads: Uploads,
    @Inject(BLOB_STORE) private readonly blobs: BlobStore,
  ) {}

  /** A version of the dossier. @throws ProblemError 404, `dossier.non_pronto`, `dossier.oscurato` */
  async versione(ctx: RequestContext, dossierId: string, formato: Formato): Promise<FileAnswer> {
    const [row] = await this.db.query<{ versione: number; finale: boolean; sha256: string | null; oscurato: boolean }[]>(
      `SELECT versione, finale, ${formato}_sha256 AS sha256, oscurato_at IS NOT NULL AS oscurato FROM dossier WHERE ambito_id = $1 AND piano_id = $2 AND id = $3`,
      [...luogo(ctx), dossierId],
    );
    if (!row) throw new ProblemError('risorsa.non_trovata');
    if (row.oscurato) throw new ProblemError('dossier.oscurato');
    if (row.sha256 === null) throw new ProblemError('dossier.non_pronto');
    return this.risposta({ sha256: row.sha256, nome: `dossier-v${row.versione}${row.finale ? '' : '-bozza'}.${formato}` }, MEDIA[formato]);
  }

  /** The published dossier. @throws ProblemError 404 until it is published */
  async pubblicato(ctx: RequestContext, formato: Formato): Promise<FileAnswer> {
    const [row] = await this.db.query<Trovato[]>(
      `SELECT d.${formato}_sha256 AS sha256, 'dossier-piano-di-zona-' || p.dal || '-' || p.al || '.${formato}' AS nome
       FROM piano_di_zona p JOIN dossier d ON d.ambito_id = p.ambito_id AND d.piano_id = p.id WHERE p.ambito_id = $1 AND p.id = $2 AND ${PUBBLICATO}`,
      luogo(ctx),
    );
    return this.risposta(row, MEDIA[formato]);
  }

  /** A file of an allegato, or a signed copy, of a published Piano. @throws ProblemError 404 */
  async file(ctx: RequestContext, id: string): Promise<FileAnswer> {
    const [row] = await this.db.query<Trovato[]>(
      `SELECT f.sha256, regexp_replace(f.percorso, '^.*/', '') AS nome FROM dossier_file f JOIN dossier d ON d.ambito_id = f.ambito_id AND d.id = f.dossier_id
       JOIN piano_di_zona p ON p.ambito_id = d.ambito_id AND p.id = d.piano_id WHERE p.ambito_id = $1 AND p.id = $2 AND f.id = $3 AND ${PUBBLICATO}
       UNION ALL SELECT s.sha256, s.nome FROM piano_firmato s JOIN piano_di_zona p ON p.ambito_id = s.ambito_id AND p.id = s.piano_id WHERE p.ambito_id = $1 AND p.id = $2 AND s.id = $3 AND s.oscurato_at IS NULL AND p.stato = 'pubblicato'`,
      [...luogo(ctx), id],
    );
    return this.risposta(row, mediaTypeOf(row?.nome ?? ''));
  }

  /** Takes one signed copy. @throws ProblemError `piano.stato` while the dossier is open; `file.*` */
  async aggiungiFirmato(ctx: RequestContext, request: FastifyRequest): Promise<PianoView> {
    const { ambitoId, ambitoSlug, id, stato } = placeOf(ctx);
    if (!tra(PIANI_FERMI, stato)) throw new ProblemError('piano.stato');
    const { name, bytes, sha256 } = await this.uploads.receivePdfOrSigned(request);
    return this.commands.run(ctx, ambitoId, async tx => {
      const rows = await tx.db.query<unknown[]>(
        `INSERT INTO piano_firmato (ambito_id, id, piano_id, nome, bytes, sha256)
         SELECT ambito_id, $3, id, $4, $5, $6 FROM piano_di_zona WHERE ambito_id = $1 AND id = $2 AND stato IN ${fra(PIANI_FERMI)} FOR SHARE RETURNING id`,
        [ambitoId, id, randomUUID(), name, bytes, sha256],
      );
      if (rows.length === 0) throw new ProblemError('piano.stato');
      tx.registra('piano.carica_firmato', 'piano', id, { nome: name, sha256 });
      tx.annuncia(...news(PIANO_KIND, { ambitoId, ambitoSlug }, id));
      return this.queries.unoIn(tx.db, ctx);
    });
  }

  /** A wrong copy may be taken away until the Piano is public. @throws ProblemError `piano.stato`, 404 */
  async togliFirmato(ctx: RequestContext, fileId: string): Promise<PianoView> {
    const { ambitoId, id, ambitoSlug } = placeOf(ctx);
    return this.commands.run(ctx, ambitoId, async tx => {
      const [piano] = await tx.db.query<{ stato: string }[]>(
        'SELECT stato FROM piano_di_zona WHERE ambito_id = $1 AND id = $2 FOR SHARE',
        luogo(ctx),
      );
      if (piano?.stato !== 'chiuso') throw new ProblemError('piano.stato');
      const [rows] = await tx.db.query<[{ sha256: string }[], number]>(
        'DELETE FROM piano_firmato WHERE ambito_id = $1 AND piano_id = $2 AND id = $3 RETURNING sha256',
        [...luogo(ctx), fileId],
      );
      if (rows.length === 0) throw new ProblemError('risorsa.non_trovata');
      tx.registra('piano.togli_firmato', 'piano', id, { sha256: rows[0]?.sha256 });
      tx.annuncia(...news(PIANO_KIND, { ambitoId, ambitoSlug }, id));
      return this.queries.unoIn(tx.db, ctx);
    });
  }

  private async risposta(row: Trovato | undefined, mediaType: string): Promise<FileAnswer> {
    if (!row) throw new ProblemError('risorsa.non_trovata');
    return { body: await this.blobs.open(row.sha256), name: row.nome, mediaType };
  }
}

const luogo = (ctx: RequestContext): [string, string] => [placeOf(ctx).ambitoId, placeOf(ctx).id];
