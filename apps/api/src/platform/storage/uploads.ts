import type { Readable } from 'node:stream';
import '@fastify/multipart';
import { Inject, Injectable } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import type { Config } from '../config/config.js';
import { CONFIG } from '../config/config.module.js';
import { ProblemError } from '../problem/problem.error.js';
import { BLOB_STORE, type BlobStore } from './blob-store.js';
import { cleanImage } from './clean-image.js';
import { inspectUpload, UploadRefused } from './inspect-upload.js';
import { safeFileName } from './safe-file-name.js';

/** A file with its kind, as its content says. */
export interface ReceivedDocument extends ReceivedFile {
  readonly mediaType: string;
}

export interface ReceivedFile {
  readonly name: string;
  readonly bytes: number;
  readonly sha256: string;
}

/** How the parser says that a form does not hold together: errors without a code, unlike everything else that may go wrong here. */
const BROKEN = /^(Multipart: Boundary not found|Boundary required|The needle |Unexpected end of multipart data|(Part|Preamble) terminated early)/;

/** For `.catch()`: a form cut short or badly written is a request that cannot be read, not a failure of ours. */
function brokenForm(error: unknown): never {
  if (error instanceof Error && BROKEN.test(error.message)) throw new ProblemError('richiesta.illeggibile');
  throw error;
}

function tooLarge(): never {
  throw new ProblemError('file.troppo_grande');
}

function notAllowed(error: unknown): never {
  throw error instanceof UploadRefused && error.code !== 'file.vuoto' ? new ProblemError('file.tipo_non_ammesso') : error;
}

/** Files that people send: taken from the request, looked at, kept by their content. */
@Injectable()
export class Uploads {
  constructor(
    @Inject(BLOB_STORE) private readonly blobs: BlobStore,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  /**
   * The one PDF of a multipart body.
   * @throws ProblemError `file.vuoto`, `file.non_pdf`, `file.troppo_grande`, `richiesta.tipo_non_ammesso`, `richiesta.illeggibile`
   */
  async receivePdf(request: FastifyRequest): Promise<ReceivedFile> {
    if (!request.isMultipart()) throw new ProblemError('richiesta.tipo_non_ammesso');
    const part = await request.file({ limits: { fileSize: this.config.uploadMaxBytes, files: 1, fields: 0 } }).catch(brokenForm);
    if (part === undefined) throw new ProblemError('file.vuoto');
    const { sha256, size } = await this.blobs.put(part.file, { maxBytes: this.config.uploadMaxBytes, inspect: path => inspectUpload(path, ['pdf']) }).catch(brokenForm);
    return { name: safeFileName(part.filename, '.pdf'), bytes: size, sha256 };
  }

  /**
   * The one PDF or picture of a multipart body. Pictures lose what the camera wrote beside them before anything is kept.
   * @throws ProblemError `file.vuoto`, `file.tipo_non_ammesso`, `file.troppo_grande`, `richiesta.tipo_non_ammesso`, `richiesta.illeggibile`
   */
  async receiveDocument(request: FastifyRequest, maxBytes: number): Promise<ReceivedDocument> {
    if (!request.isMultipart()) throw new ProblemError('richiesta.tipo_non_ammesso');
    const part = await request.file({ limits: { fileSize: maxBytes, files: 1, fields: 0 } }).catch(brokenForm);
    if (part === undefined) throw new ProblemError('file.vuoto');
    const sent = await part.toBuffer().catch((error: { code?: string }) => (error.code === 'FST_REQ_FILE_TOO_LARGE' ? tooLarge() : brokenForm(error)));
    const { kind, mediaType, extension } = await inspectUpload(sent, ['pdf', 'jpeg', 'png']).catch(notAllowed);
    const content = kind === 'pdf' ? sent : cleanImage(sent, kind);
    if (content === null) throw new ProblemError('file.tipo_non_ammesso');
    const { sha256, size } = await this.blobs.put(content, { maxBytes });
    return { name: safeFileName(part.filename.replace(/\.jpe$|\.jpeg$/i, '.jpg'), extension), bytes: size, sha256, mediaType };
  }

  /** Forgets the bytes of a file that no row names any more. */
  forget(sha256: string): Promise<void> {
    return this.blobs.delete(sha256);
  }

  /** @throws BlobNotFound */
  open(sha256: string): Promise<Readable> {
    return this.blobs.open(sha256);
  }
}
