import { createHash } from 'node:crypto';
import { mkdir, open, readdir, rm, stat } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { StoredBlob } from './blob-store.js';
import { Meter } from './meter.js';
import { BlobTooLarge, StorageFailed, StorageFull, UploadInterrupted } from './storage.errors.js';

const FULL = new Set(['ENOSPC', 'EDQUOT', 'EFBIG']);
const CUT = new Set(['ERR_STREAM_PREMATURE_CLOSE', 'ECONNRESET', 'EPIPE', 'ABORT_ERR']);

/** Writes what arrives to a new file and has the disk keep it. @returns its digest and size */
export async function receive(content: Readable | Buffer, file: string, maxBytes: number): Promise<StoredBlob> {
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
export async function makeFolder(folder: string): Promise<void> {
  const first = await mkdir(folder, { recursive: true, mode: 0o700 });
  if (first === undefined) return;
  for (let made = folder; made.length >= first.length; made = dirname(made)) await flushFolder(dirname(made));
}

export async function flushFolder(folder: string): Promise<void> {
  if (process.platform === 'win32') return;
  const handle = await open(folder, 'r');
  await handle.sync().finally(() => handle.close());
}

/** Removes the files of `folder` that were last written so long ago, but those that `keep` wants. @returns how many */
export async function sweepFolder(
  folder: string,
  olderThanMs: number,
  keep: (names: readonly string[]) => Promise<ReadonlySet<string>> = async () => new Set(),
): Promise<number> {
  const old: string[] = [];
  for (const name of await readdir(folder).catch(() => [])) {
    const found = await stat(join(folder, name)).catch(() => null);
    if (found !== null && Date.now() - found.mtimeMs >= olderThanMs) old.push(name);
  }
  const kept = old.length === 0 ? new Set() : await keep(old);
  const gone = old.filter(name => !kept.has(name));
  for (const name of gone) await rm(join(folder, name), { force: true });
  return gone.length;
}

/** What the bytes of a file are now. @throws the error of the disk */
export async function digestOf(path: string): Promise<StoredBlob> {
  const handle = await open(path, 'r');
  const [hash, counted] = [createHash('sha256'), { size: 0 }];
  for await (const chunk of handle.createReadStream() as AsyncIterable<Buffer>) {
    hash.update(chunk);
    counted.size += chunk.length;
  }
  return { sha256: hash.digest('hex'), size: counted.size };
}

/**
 * In our words, whatever the system said while a file was being kept: full, or not working. Every system error but a fallen connection is
 * of the disk, so that none of them is taken for a fault of ours.
 */
export function storageProblem(error: unknown, maxBytes?: number): unknown {
  const name = code(error);
  if (FULL.has(name)) return new StorageFull();
  if (name === 'FST_REQ_FILE_TOO_LARGE') return new BlobTooLarge(maxBytes ?? 0);
  if (CUT.has(name)) return new UploadInterrupted();
  return isSystem(error) ? new StorageFailed(name) : error;
}

/** For `.catch()` of whatever reads or writes files. */
export function throwStorageProblem(error: unknown): never {
  throw storageProblem(error);
}

const isSystem = (error: unknown): boolean =>
  typeof error === 'object' && error !== null && 'errno' in error && typeof error.errno === 'number' && 'syscall' in error;

export function code(error: unknown): string {
  return typeof error === 'object' && error !== null && 'code' in error ? String(error.code) : '';
}
