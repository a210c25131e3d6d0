import { randomUUID } from 'node:crypto';
import { access, open, readdir, rename, rm } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { Readable } from 'node:stream';
import type { OnModuleInit } from '@nestjs/common';
import type { BlobRegister } from './blob-register.js';
import type { BlobStore, PutOptions, StoredBlob } from './blob-store.js';
import { code, flushFolder, makeFolder, receive, storageProblem, sweepFolder } from './disk-files.js';
import { BlobNotFound } from './storage.errors.js';

const SHA256 = /^[0-9a-f]{64}$/;
const PAIR = /^[0-9a-f]{2}$/;
/** No upload takes so long: what is older was left by a process that died. */
const STALE_MS = 24 * 60 * 60 * 1000;

/** Blobs in a folder: `<dir>/<ab>/<cd>/<sha256>`, with `<dir>/tmp` on the same file system for what is still arriving. */
export class DiskBlobStore implements BlobStore, OnModuleInit {
  readonly incoming: string;

  /** @param register where each is written down; null for a folder that only holds bytes */
  constructor(
    readonly dir: string,
    private readonly register: Pick<BlobRegister, 'record'> | null = null,
  ) {
    this.incoming = join(dir, 'tmp');
  }

  async onModuleInit(): Promise<void> {
    await this.sweep();
  }

  async put(content: Readable | Buffer, options: PutOptions): Promise<StoredBlob> {
    const [file, cleaned] = [join(this.incoming, randomUUID()), join(this.incoming, randomUUID())];
    try {
      await makeFolder(this.incoming);
      const received = await receive(content, file, options.maxBytes);
      await options.inspect?.(file);
      const rewritten = (await options.clean?.(file, cleaned)) ?? null;
      const stored = rewritten ?? received;
      const publish = (): Promise<void> => this.publish(rewritten === null ? file : cleaned, stored.sha256);
      await (this.register === null ? publish() : this.register.record(stored, publish, options.db));
      return stored;
    } catch (error) {
      throw storageProblem(error, options.maxBytes);
    } finally {
      // What cannot be removed is swept later: what is told is why it was not kept.
      for (const left of [file, ...(options.clean ? [cleaned] : [])]) await rm(left, { force: true }).catch(() => undefined);
    }
  }

  async open(sha256: string, range?: { readonly start: number; readonly end: number }): Promise<Readable> {
    const handle = await open(this.path(sha256), 'r').catch((error: unknown) => {
      throw code(error) === 'ENOENT' ? new BlobNotFound(sha256) : storageProblem(error);
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

  /** For the `Custodian` alone, which knows that nothing names it. Fine if it is not there. */
  async remove(sha256: string): Promise<void> {
    await rm(this.path(sha256), { force: true });
  }

  /** Removes what uploads of processes that died left behind. Returns how many. */
  sweep(olderThanMs: number = STALE_MS): Promise<number> {
    return sweepFolder(this.incoming, olderThanMs);
  }

  /** The digests of all that is in the folder, some at a time. */
  async *names(): AsyncGenerator<string[]> {
    for (const first of await pairs(this.dir)) {
      const found: string[] = [];
      for (const second of await pairs(join(this.dir, first)))
        found.push(...(await readdir(join(this.dir, first, second))).filter(name => SHA256.test(name)));
      if (found.length > 0) yield found;
    }
  }

  /** Where it is or would be. @throws BlobNotFound for what is no digest */
  path(sha256: string): string {
    if (!SHA256.test(sha256)) throw new BlobNotFound(sha256);
    return join(this.dir, sha256.slice(0, 2), sha256.slice(2, 4), sha256);
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
}

const pairs = async (folder: string): Promise<string[]> => (await readdir(folder).catch(() => [])).filter(name => PAIR.test(name)).sort();
