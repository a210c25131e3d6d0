import { readFile } from 'node:fs/promises';
import type { Readable } from 'node:stream';
import type { MultipartFile } from '@fastify/multipart';
import { Inject, Injectable } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import type { Config } from '../config/config.js';
import { CONFIG } from '../config/config.module.js';
import { demandCounted } from '../limits/uploads.js';
import { ProblemError } from '../problem/problem.error.js';
import { BlobRegister } from './blob-register.js';
import { BLOB_STORE, type BlobStore, type StoredBlob } from './blob-store.js';
import { cleanImage } from './inspect/clean-image.js';
import { receive } from './disk-files.js';
import { inspectUpload, UploadRefused } from './inspect/inspect-upload.js';
import { inspectSigned } from './signed/inspect-signed.js';
import { withoutEnvelope } from './signed/signed-names.js';
import { UploadTurns } from './upload-turns.js';
import { safeFileName } from './names/safe-file-name.js';
import { WaitingRoom } from './waiting-room.js';

/** A file with its kind, as its content says, that waits to be sent. */
export interface WaitingDocument extends ReceivedFile {
  readonly mediaType: string;
  /** Its name in the `WaitingRoom`. */
  readonly attesa: string;
}

export interface ReceivedFile {
  readonly name: string;
  readonly bytes: number;
  readonly sha256: string;
}

/** What the content of a file was found to be. */
interface Seen {
  readonly mediaType: string;
  readonly extension: string;
  /** Of a signed envelope: who signed it, as it says itself. */
  readonly signers?: readonly string[];
}

/** How the parser says that a form does not hold together: errors without a code, unlike everything else that may go wrong here. */
const BROKEN =
  /^(Multipart: Boundary not found|Boundary required|The needle |Unexpected end of multipart data|(Part|Preamble) terminated early)/;

/** For `.catch()`: a form cut short or badly written is a request that cannot be read, not a failure of ours. */
function brokenForm(error: unknown): never {
  if (error instanceof Error && BROKEN.test(error.message)) throw new ProblemError('richiesta.illeggibile');
  throw error;
}

function notAllowed(error: unknown): never {
  throw error instanceof UploadRefused && error.code === 'file.non_pdf' ? new ProblemError('file.tipo_non_ammesso') : error;
}

/** Looks at what has arrived, and may write at `out` what is kept in its place. */
type Look = (path: string, out: string) => Promise<{ readonly result: Seen; readonly rewritten: StoredBlob | null }>;

/** Looks at what has arrived; of a picture writes the clean one beside it. One picture at a time is in memory whole, and none larger than an attachment may be. */
const cleanDocument: Look = async (path, out) => {
  const result = await inspectUpload(path, ['pdf', 'jpeg', 'png']).catch(notAllowed);
  const { kind } = result;
  return { result, rewritten: kind === 'pdf' ? null : await oneAtATime(() => cleanPicture(path, out, kind)) };
};

const onlyPdf: Look = async path => ({ result: await inspectUpload(path, ['pdf']), rewritten: null });

/** One envelope at a time is in memory whole, as pictures are. */
const pdfOrSigned: Look = async path => ({
  result: (await oneAtATime(() => inspectSigned(path))) ?? (await inspectUpload(path, ['pdf'])),
  rewritten: null,
});

/** The one file of a form. @throws ProblemError `file.vuoto`, `richiesta.tipo_non_ammesso`, `richiesta.illeggibile` */
async function thePart(request: FastifyRequest, maxBytes: number): Promise<MultipartFile> {
  demandCounted(request);
  if (!request.isMultipart()) throw new ProblemError('richiesta.tipo_non_ammesso');
  const part = await request.file({ limits: { fileSize: maxBytes, files: 1, fields: 0 } }).catch(brokenForm);
  if (part === undefined) throw new ProblemError('file.vuoto');
  return part;
}

const named = (filename: string, { extension, mediaType }: Seen): { readonly name: string; readonly mediaType: string } => ({
  name: safeFileName(extension.startsWith('.pdf') ? withoutEnvelope(filename) : filename.replace(/\.jpe$|\.jpeg$/i, '.jpg'), extension),
  mediaType,
});

async function cleanPicture(path: string, out: string, kind: 'jpeg' | 'png'): Promise<StoredBlob> {
  const content = cleanImage(await readFile(path), kind);
  if (content === null) throw new ProblemError('file.tipo_non_ammesso');
  return receive(content, out, content.length);
}

/** A file that its limit keeps small. @throws ProblemError `file.troppo_grande` */
async function inMemory(part: MultipartFile): Promise<Buffer> {
  const pieces: Buffer[] = [];
  for await (const piece of part.file) pieces.push(piece as Buffer);
  if (part.file.truncated) throw new ProblemError('file.troppo_grande');
  return Buffer.concat(pieces);
}

let before: Promise<unknown> = Promise.resolve();
function oneAtATime<T>(work: () => Promise<T>): Promise<T> {
  const mine = before.then(work);
  before = mine.catch(() => undefined);
  return mine;
}

/** Files that people send: taken from the request, looked at, kept by their content. */
@Injectable()
export class Uploads {
  private readonly turns = new UploadTurns();

  constructor(
    @Inject(BLOB_STORE) private readonly blobs: BlobStore,
    private readonly waiting: WaitingRoom,
    private readonly register: BlobRegister,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  /**
   * The one PDF of a multipart body, of somebody with a role: kept at once, among what is official.
   * @throws ProblemError `file.vuoto`, `file.non_pdf`, `file.firmato`, `file.troppo_grande`, `file.troppi_insieme`, `richiesta.tipo_non_ammesso`, `richiesta.illeggibile`
   */
  async receivePdf(request: FastifyRequest): Promise<ReceivedFile> {
    const { name, bytes, sha256 } = await this.official(request, this.config.uploadMaxBytes, onlyPdf);
    return { name, bytes, sha256 };
  }

  /**
   * The same where the PDF may come in a signed envelope (.p7m), which is kept as it is with the names that it tells. Nothing of a signature is verified.
   * @throws ProblemError as `receivePdf`, `file.firma_illeggibile`, `file.firmato_senza_pdf` in the place of `file.firmato`
   */
  async receivePdfOrSigned(request: FastifyRequest): Promise<ReceivedFile> {
    const { name, bytes, sha256 } = await this.official(request, this.config.uploadMaxBytes, pdfOrSigned);
    return { name, bytes, sha256 };
  }

  /**
   * The same of a PDF or a picture; what the camera wrote beside a picture is gone before anything is kept.
   * @throws ProblemError as `receivePdf`, `file.tipo_non_ammesso` in the place of `file.non_pdf`
   */
  receiveOfficial(request: FastifyRequest, maxBytes: number): Promise<Omit<WaitingDocument, 'attesa'>> {
    return this.official(request, maxBytes, cleanDocument);
  }

  /**
   * The one file of somebody with a role, in memory and nowhere else: what is read at once and not kept. It is not looked at here.
   * @throws ProblemError `file.vuoto`, `file.troppo_grande`, `file.troppi_insieme`, `richiesta.tipo_non_ammesso`, `richiesta.illeggibile`
   */
  receiveInMemory(request: FastifyRequest, maxBytes: number): Promise<{ readonly name: string; readonly content: Buffer }> {
    return this.turns.during(null, async () => {
      const part = await thePart(request, maxBytes);
      const content = await inMemory(part).catch(brokenForm);
      if (content.length === 0) throw new ProblemError('file.vuoto');
      return { name: safeFileName(part.filename), content };
    });
  }

  /** Straight into the store, whatever it is: nothing that is official waits among what strangers send. */
  private async official(request: FastifyRequest, maxBytes: number, look: Look): Promise<Omit<WaitingDocument, 'attesa'>> {
    return this.turns.during(null, async () => {
      const part = await thePart(request, maxBytes);
      let seen = null as Seen | null;
      const clean = async (path: string, out: string): Promise<StoredBlob | null> => {
        const { result, rewritten } = await look(path, out);
        seen = result;
        return rewritten;
      };
      const { sha256, size } = await this.blobs.put(part.file, { maxBytes, clean }).catch(brokenForm);
      if (seen === null) throw new Error('The store has kept what nobody has looked at.');
      if (seen.signers !== undefined) await this.register.signed(sha256, seen.signers);
      return { ...named(part.filename, seen), bytes: size, sha256 };
    });
  }

  /**
   * The one PDF or picture of a multipart body, kept apart until it is sent. Pictures lose what the camera wrote beside them before anything is kept.
   * @throws ProblemError `file.vuoto`, `file.tipo_non_ammesso`, `file.troppo_grande`, `file.troppi_insieme`, `richiesta.tipo_non_ammesso`, `richiesta.illeggibile`
   */
  async receiveDocument(request: FastifyRequest, network: string, maxBytes: number): Promise<WaitingDocument> {
    return this.turns.during(network, async () => {
      const part = await thePart(request, maxBytes);
      const { id, blob, result } = await this.waiting.receive(part.file, maxBytes, cleanDocument).catch(brokenForm);
      return { attesa: id, ...named(part.filename, result), bytes: blob.size, sha256: blob.sha256 };
    });
  }

  /** @throws BlobNotFound */
  open(sha256: string): Promise<Readable> {
    return this.blobs.open(sha256);
  }
}
