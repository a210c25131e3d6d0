import { randomUUID } from 'node:crypto';
import { access, mkdir, open, readdir, rename, rm, stat } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { OnModuleInit } from '@nestjs/common';
import type { BlobStore, PutOptions, StoredBlob } from './blob-store.js';
import { Meter } from './meter.js';
import { BlobNotFound, BlobTooLarge, StorageFull, UploadInterrupted } from './storage.errors.js';

const SHA256 = /^[0-9a-f]{64}$/;
const FULL = new Set(['ENOSPC', 'EDQUOT']);
const CUT = new Set(['ERR_STREAM_PREMATURE_CLOSE', 'ECONNRESET', 'ABORT_ERR']);
/** No upload takes so long: what is older was left by a process that died. */
const STALE_MS = 24 * 60 * 60 * 1000;

/** Blobs in a folder: `<dir>/<ab>/<cd>/<sha256>`, with `<dir>/tmp` on the same file system for what is still arriving. */
export class DiskBlobStore implements BlobStore, OnModuleInit {
  private readonly incoming: string;

  constructor(private readonly dir: string) {
    this.incoming = join(dir, 'tmp');
  }

  async onModuleInit(): Promise<void> {
    await this.sweep();
  }

  async put(content: Readable | Buffer, options: PutOptions): Promise<StoredBlob> {
    await makeFolder(this.incoming);
    const file = join(this.incoming, randomUUID());
    try {
      const stored = await receive(content, file, options.maxBytes);
      await options.inspect?.(file);
      await this.publish(file, stored.sha256);
      return stored;
    } catch (error) {
      await rm(file, { force: true });
      throw translate(error, options.maxBytes);
    }
  }

  async open(sha256: string, range?: { readonly start: number; readonly end: number }): Promise<Readable> {
    const handle = await open(this.path(sha256), 'r').catch((error: unknown) => {
      throw code(error) === 'ENOENT' ? new BlobNotFound(sha256) : error;
    });
    return handle.createReadStream(range);
  }

  async has(sha256: string): Promise<boolean> {
    if (!SHA256.test(sha256)) return false;
    return access(this.path(sha256)).then(
      () => true,
      () => false,
    );
  }

  async delete(sha256: string): Promise<void> {
    await rm(this.path(sha256), { force: true });
  }

  /** Removes what uploads of processes that died left behind. Returns how many. */
  async sweep(olderThanMs: number = STALE_MS): Promise<number> {
    const names = await readdir(this.incoming).catch(() => []);
    let removed = 0;
    for (const name of names) {
      const file = join(this.incoming, name);
      const found = await stat(file).catch(() => null);
      if (found === null || Date.now() - found.mtimeMs < olderThanMs) continue;
      await rm(file, { force: true });
      removed += 1;
    }
    return removed;
  }

  /** A rename is atomic, and its folder is flushed too: after a power cut the blob is there whole, or not at all. */
  private async publish(file: string, sha256: string): Promise<void> {
    const target = this.path(sha256);
    await makeFolder(dirname(target));
    await rename(file, target).catch(async (error: unknown) => {
      // Windows refuses while the same content is being read: it is already there.
      if (!(await this.has(sha256))) throw error;
      await rm(file, { force: true });
    });
    await flushFolder(dirname(target));
  }

  private path(sha256: string): string {
    if (!SHA256.test(sha256)) throw new BlobNotFound(sha256);
    return join(this.dir, sha256.slice(0, 2), sha256.slice(2, 4), sha256);
  }
}

async function receive(content: Readable | Buffer, file: string, maxBytes: number): Promise<StoredBlob> {
  const meter = new Meter(maxBytes);
  const source = Buffer.isBuffer(content) ? Readable.from([content]) : content;
  const handle = await open(file, 'wx', 0o600);
  try {
    await pipeline(source, meter, bytes => handle.writeFile(bytes));
    await handle.sync();
  } finally {
    await handle.close();
  }
  // A multipart parser with a limit of its own ends the stream there as if it were complete, and only leaves this mark.
  if ('truncated' in source && source.truncated === true) throw new BlobTooLarge(maxBytes);
  return meter.result();
}

/** Makes the folder and flushes the ones that now name it. */
async function makeFolder(folder: string): Promise<void> {
  const first = await mkdir(folder, { recursive: true, mode: 0o700 });
  if (first === undefined) return;
  for (let made = folder; made.length >= first.length; made = dirname(made)) await flushFolder(dirname(made));
}

async function flushFolder(folder: string): Promise<void> {
  if (process.platform === 'win32') return;
  const handle = await open(folder, 'r');
  await handle.sync().finally(() => handle.close());
}

function translate(error: unknown, maxBytes: number): unknown {
  const name = code(error);
  if (FULL.has(name)) return new StorageFull();
  if (name === 'FST_REQ_FILE_TOO_LARGE') return new BlobTooLarge(maxBytes);
  return CUT.has(name) ? new UploadInterrupted() : error;
}

function code(error: unknown): string {
  return typeof error === 'object' && error !== null && 'code' in error ? String(error.code) : '';
}
