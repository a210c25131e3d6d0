import { Inject, Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { slugify, type FotoElaborato } from '@tavoli/shared';
import { DataSource } from 'typeorm';
import { testataDi } from '../ambiti/testata.js';
import type { Tx } from '../platform/commands/commands.js';
import { placeOf, type RequestContext } from '../platform/commands/context.js';
import type { FileAnswer } from '../platform/http/send-file.js';
import { PdfRenderer } from '../platform/pdf/pdf-renderer.js';
import { demandSeen, superata } from '../platform/procedura/hold.js';
import { mentreSiPubblica } from '../platform/procedura/turno.js';
import { ProblemError } from '../platform/problem/problem.error.js';
import { nextNumeroDiRegistro } from '../platform/numeri/numero-di-registro.js';
import { canonical } from '../platform/registro/canonical.js';
import { BLOB_STORE, type BlobStore } from '../platform/storage/blob-store.js';
import { renderElaborato } from './elaborato/elaborato.pdf.js';
import { impronta, leggiFoto } from './elaborato/foto.js';

const PDF = 'application/pdf';
const MAX_PDF = 50 * 1024 * 1024;

/** What is about to be accepted: its content and its file, ready to be written in one go. */
export interface Pronto {
  readonly foto: FotoElaborato;
  readonly at: Date;
  readonly sha256: string;
  readonly file: { readonly sha256: string; readonly bytes: number };
}

/** Accepting: the version is fixed for good, by its content and by its file, each with a fingerprint. */
@Injectable()
export class AccoglimentoService {
  constructor(
    @InjectDataSource() private readonly db: DataSource,
    private readonly pdf: PdfRenderer,
    @Inject(BLOB_STORE) private readonly blobs: BlobStore,
  ) {}

  /**
   * Fixes content and file before anything is written: a file that cannot be made accepts nothing, and nobody waits for it. The version seen
   * guards what follows.
   * @throws ProblemError `versione.superata`, `elaborato.stato`, `pdf.non_disponibile`
   */
  async prepara(ctx: RequestContext): Promise<Pronto> {
    const { stato, version } = placeOf(ctx);
    demandSeen(ctx, version);
    const { approvazione, ...resto } = await leggiFoto(this.db.manager, ctx);
    if (stato !== 'consegnato' || approvazione === null) throw new ProblemError('elaborato.stato');
    const foto: FotoElaborato = { ...resto, approvazione };
    const at = new Date();
    return { foto, at, sha256: impronta(foto).sha256, file: foto.file ?? (await this.stampa(ctx, foto, at)) };
  }

  /** @returns what the registro keeps of it @throws ProblemError `versione.superata` when a name that was fixed is another now */
  async scrivi(tx: Tx, ctx: RequestContext, { foto, at, sha256, file }: Pronto): Promise<Record<string, unknown>> {
    await mentreSiPubblica(tx);
    if (canonical(await leggiFoto(tx.db, ctx)) !== canonical(foto)) throw superata();
    const numeroDiRegistro = await nextNumeroDiRegistro(tx.db, tx.ambitoId);
    await tx.db.query(
      'INSERT INTO elaborato_accoglimento (ambito_id, elaborato_id, at, da, protocollo_anno, protocollo_numero, foto, sha256, pdf_sha256, bytes) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)',
      [
        tx.ambitoId,
        placeOf(ctx).id,
        at,
        ctx.actor.id,
        numeroDiRegistro.anno,
        numeroDiRegistro.numero,
        JSON.stringify(foto),
        sha256,
        file.sha256,
        file.bytes,
      ],
    );
    return { sha256, pdf: file.sha256, numeroDiRegistro };
  }

  /** The accepted file. @throws ProblemError 404 until it is accepted */
  async pdfAccolto(ctx: RequestContext): Promise<FileAnswer> {
    const { foto, pdf } = await this.accolto(ctx);
    return { body: await this.blobs.open(pdf), name: `${nomeDi(foto.titolo)}.pdf`, mediaType: PDF };
  }

  /** Exactly the bytes that were fingerprinted. @throws ProblemError 404 until it is accepted */
  async jsonAccolto(ctx: RequestContext): Promise<FileAnswer> {
    const { foto } = await this.accolto(ctx);
    return { body: impronta(foto).bytes, name: `${nomeDi(foto.titolo)}.json`, mediaType: 'application/json' };
  }

  /** How it would be printed now, marked as a draft; dated by its last change, so that the same text gives the same file. */
  async bozza(ctx: RequestContext): Promise<FileAnswer> {
    const foto = await leggiFoto(this.db.manager, ctx, ctx.actor);
    const [row] = await this.db.query<{ at: Date }[]>(
      'SELECT greatest(aggiornato_at, (SELECT max(aggiornata_at) FROM elaborato_sezione s WHERE s.ambito_id = l.ambito_id AND s.elaborato_id = l.id)) AS at FROM elaborato l WHERE ambito_id = $1 AND id = $2',
      [placeOf(ctx).ambitoId, placeOf(ctx).id],
    );
    const body = await renderElaborato(this.pdf, await testataDi(this.db.manager, placeOf(ctx).ambitoId), foto, {
      at: row?.at ?? new Date(0),
      accolto: false,
    });
    return { body, name: `${nomeDi(foto.titolo)}-bozza.pdf`, mediaType: PDF };
  }

  private async stampa(ctx: RequestContext, foto: FotoElaborato, at: Date): Promise<{ sha256: string; bytes: number }> {
    const { sha256, size } = await this.blobs.put(
      await renderElaborato(this.pdf, await testataDi(this.db.manager, placeOf(ctx).ambitoId), foto, { at, accolto: true }),
      { maxBytes: MAX_PDF },
    );
    return { sha256, bytes: size };
  }

  private async accolto(ctx: RequestContext): Promise<{ foto: FotoElaborato; pdf: string }> {
    const [row] = await this.db.query<{ foto: FotoElaborato; pdf: string }[]>(
      'SELECT foto, pdf_sha256 AS pdf FROM elaborato_accoglimento WHERE ambito_id = $1 AND elaborato_id = $2',
      [placeOf(ctx).ambitoId, placeOf(ctx).id],
    );
    if (!row) throw new ProblemError('risorsa.non_trovata');
    return row;
  }
}

const nomeDi = (titolo: string): string => slugify(titolo).slice(0, 80) || 'elaborato';
