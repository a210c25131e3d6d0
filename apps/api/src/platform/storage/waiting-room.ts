import { randomUUID } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { open, readdir, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { Readable } from 'node:stream';
import type { EntityManager } from 'typeorm';
import type { BlobStore, StoredBlob } from './blob-store.js';
import { code, flushFolder, makeFolder, receive, storageProblem, sweepFolder } from './disk-files.js';
import { BlobNotFound } from './storage.errors.js';

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/**
 * What a stranger uploaded and has not yet sent: each under a name of its own, apart from what is kept by content, so that forgetting one can
 * touch nothing else. `<dir>/attesa/<uuid>`.
 */
export class WaitingRoom {
  private readonly dir: string;

  constructor(
    files: string,
    private readonly blobs: BlobStore,
  ) {
    this.dir = join(files, 'attesa');
  }

  /**
   * Takes the bytes as they come to disk. `clean` looks at them there, and may write others beside them to be kept in their place.
   * @throws BlobTooLarge, StorageFull, StorageFailed, UploadInterrupted, and whatever `clean` throws
   */
  async receive<T>(
    content: Readable,
    maxBytes: number,
    clean: (path: string, out: string) => Promise<{ readonly result: T; readonly rewritten: StoredBlob | null }>,
  ): Promise<{ id: string; blob: StoredBlob; result: T }> {
    const id = randomUUID();
    const [arriving, cleaned] = [join(this.dir, `.${id}`), join(this.dir, `.${id}.p`)];
    try {
      await makeFolder(this.dir);
      const received = await receive(content, arriving, maxBytes);
      const { result, rewritten } = await clean(arriving, cleaned);
      await rename(rewritten === null ? arriving : cleaned, this.path(id));
      await flushFolder(this.dir);
      return { id, blob: rewritten ?? received, result };
    } catch (error) {
      throw storageProblem(error, maxBytes);
    } finally {
      for (const left of [arriving, cleaned]) await rm(left, { force: true }).catch(() => undefined);
    }
  }

  /** @throws BlobNotFound, StorageFailed */
  async open(id: string): Promise<Readable> {
    const handle = await open(this.path(id), 'r').catch((error: unknown) => {
      throw code(error) === 'ENOENT' ? new BlobNotFound(id) : storageProblem(error);
    });
    return handle.createReadStream();
  }

  /** Keeps it among the official ones; where a row named it here, in the transaction that stops naming it. The waiting copy goes later, by `sweep`. @throws as `BlobStore.put` */
  async promote(id: string, maxBytes: number, db?: EntityManager): Promise<StoredBlob> {
    return this.blobs.put(createReadStream(this.path(id)), db === undefined ? { maxBytes } : { maxBytes, db });
  }

  /** Fine if it is not there. */
  async remove(id: string): Promise<void> {
    await rm(this.path(id), { force: true });
  }

  /** Removes what has waited so long, but those that `keep` still names. @returns how many */
  sweep(olderThanMs: number, keep: (ids: readonly string[]) => Promise<ReadonlySet<string>>): Promise<number> {
    return sweepFolder(this.dir, olderThanMs, async names => keep(names.filter(name => UUID.test(name))));
  }

  async names(): Promise<string[]> {
    return (await readdir(this.dir).catch(() => [])).filter(name => UUID.test(name));
  }

  path(id: string): string {
    if (!UUID.test(id)) throw new BlobNotFound(id);
    return join(this.dir, id);
  }
}
