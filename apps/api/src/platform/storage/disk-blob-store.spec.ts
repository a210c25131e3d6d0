import { createHash } from 'node:crypto';
import { mkdtemp, readdir, readFile, rm, stat, utimes, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import { DiskBlobStore } from './disk-blob-store.js';
import { inspectUpload } from './inspect/inspect-upload.js';
import { BlobNotFound, BlobTooLarge, UploadInterrupted } from './storage.errors.js';

const content = Buffer.from('Statuto dell’associazione');
const sha256 = createHash('sha256').update(content).digest('hex');
const roomy = { maxBytes: 10_000_000 };

describe('DiskBlobStore', () => {
  let dir: string;
  let store: DiskBlobStore;
  beforeEach(async () => {
    dir = await mkdtemp(join(tmpdir(), 'blobs-'));
    store = new DiskBlobStore(join(dir, 'files'));
  });
  afterEach(() => rm(dir, { recursive: true }));

  async function filesLeft(): Promise<string[]> {
    const all = await readdir(dir, { recursive: true, withFileTypes: true });
    return all.filter(entry => entry.isFile()).map(entry => entry.name);
  }

  async function* pieces(size: number, count: number, then?: () => never): AsyncGenerator<Buffer> {
    for (let i = 0; i < count; i++) yield Buffer.alloc(size, i);
    then?.();
  }

  it('keeps bytes under their digest and gives them back, whole or in part', async () => {
    expect(await store.put(content, roomy)).toEqual({ sha256, size: content.length });
    expect(await buffer(await store.open(sha256))).toEqual(content);
    expect(String(await buffer(await store.open(sha256, { start: 0, end: 6 })))).toBe('Statuto');
    expect(await store.has(sha256)).toBe(true);
  });

  it('keeps a stream of several megabytes', async () => {
    const { sha256: name, size } = await store.put(Readable.from(pieces(65_536, 100)), roomy);
    expect(size).toBe(6_553_600);
    const digest = createHash('sha256');
    for await (const chunk of await store.open(name)) digest.update(chunk as Buffer);
    expect(digest.digest('hex')).toBe(name);
  });

  it('keeps equal files once, also when they arrive together', async () => {
    const stored = await Promise.all(Array.from({ length: 20 }, () => store.put(Readable.from([content]), roomy)));
    expect(new Set(stored.map(blob => blob.sha256))).toEqual(new Set([sha256]));
    expect(await filesLeft()).toEqual([sha256]);
  });

  it('heals a blob that the disk has spoiled, when the same file is sent again', async () => {
    await store.put(content, roomy);
    const path = join(dir, 'files', sha256.slice(0, 2), sha256.slice(2, 4), sha256);
    await writeFile(path, 'guasto');
    await store.put(content, roomy);
    expect(await readFile(path)).toEqual(content);
  });

  it('lets nobody else on the machine read it', async () => {
    await store.put(content, roomy);
    const { mode } = await stat(join(dir, 'files', sha256.slice(0, 2), sha256.slice(2, 4), sha256));
    expect(mode & 0o077).toBe(0);
  });

  it('F-5: an upload cut at any point leaves nothing', async () => {
    for (let count = 0; count < 8; count++) {
      const cut = Readable.from(
        pieces(65_536, count, () => {
          throw Object.assign(new Error('aborted'), { code: 'ECONNRESET' });
        }),
      );
      await expect(store.put(cut, roomy)).rejects.toBeInstanceOf(UploadInterrupted);
    }
    expect(await filesLeft()).toEqual([]);
  });

  it('F-5: an upload whose connection is destroyed leaves nothing', async () => {
    const stream = new Readable({ read() {} });
    stream.push(Buffer.alloc(65_536));
    const put = store.put(stream, roomy);
    setImmediate(() => stream.destroy());
    await expect(put).rejects.toBeInstanceOf(UploadInterrupted);
    expect(await filesLeft()).toEqual([]);
  });

  it('refuses the first byte over the limit, from bytes or from a stream, and leaves nothing', async () => {
    await expect(store.put(Buffer.alloc(1001), { maxBytes: 1000 })).rejects.toBeInstanceOf(BlobTooLarge);
    await expect(store.put(Readable.from(pieces(400, 1000)), { maxBytes: 1000 })).rejects.toMatchObject({
      status: 413,
      maxBytes: 1000,
    });
    expect(await filesLeft()).toEqual([]);
    expect((await store.put(Buffer.alloc(1000), { maxBytes: 1000 })).size).toBe(1000);
  });

  it('refuses what a multipart parser has cut short', async () => {
    const cut = Object.assign(Readable.from([content]), { truncated: true });
    await expect(store.put(cut, roomy)).rejects.toBeInstanceOf(BlobTooLarge);
    expect(await filesLeft()).toEqual([]);
  });

  it('B-2: keeps nothing of what the inspection refuses', async () => {
    const inspect = (path: string) => inspectUpload(path, ['pdf']);
    await expect(store.put(Readable.from([Buffer.from('<html>')]), { ...roomy, inspect })).rejects.toMatchObject({
      code: 'file.non_pdf',
    });
    expect(await filesLeft()).toEqual([]);
  });

  it('knows nothing of names that are not digests', async () => {
    await writeFile(join(dir, 'segreto'), 'segreto');
    for (const name of ['../../segreto', '../segreto', '', 'tmp', sha256.toUpperCase(), `${sha256}/..`]) {
      await expect(store.open(name)).rejects.toBeInstanceOf(BlobNotFound);
      expect(await store.has(name)).toBe(false);
      await expect(store.remove(name)).rejects.toBeInstanceOf(BlobNotFound);
    }
    await expect(store.open('0'.repeat(64))).rejects.toBeInstanceOf(BlobNotFound);
  });

  it('forgets a blob, also twice', async () => {
    await store.put(content, roomy);
    await store.remove(sha256);
    await store.remove(sha256);
    expect(await store.has(sha256)).toBe(false);
    await expect(store.open(sha256)).rejects.toBeInstanceOf(BlobNotFound);
  });

  it('F-5: sweeps away what a process that died has left, and not what is arriving', async () => {
    expect(await store.sweep()).toBe(0);
    await store.put(content, roomy);
    const [old, fresh] = ['old', 'fresh'].map(name => join(dir, 'files', 'tmp', name)) as [string, string];
    await writeFile(old, 'resto');
    await writeFile(fresh, 'in arrivo');
    await utimes(old, new Date('2020-01-01'), new Date('2020-01-01'));
    expect(await store.sweep()).toBe(1);
    expect((await filesLeft()).sort()).toEqual([sha256, 'fresh'].sort());
  });
});
