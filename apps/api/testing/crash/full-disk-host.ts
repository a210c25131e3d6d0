/**
 * Keeps a large and a small file where the system takes no more at some point, and says what became of each: `full-disk-host.ts <folder>`. With `pieno` the folder is a file
 * system of its own: it is filled to the last byte, and what was kept is read.
 */
import 'reflect-metadata';
import { createWriteStream } from 'node:fs';
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { text } from 'node:stream/consumers';
import { DiskBlobStore } from '../../src/platform/storage/disk-blob-store.js';
import { diskState } from '../../src/platform/storage/storage-state.js';
import type { ProblemError } from '../../src/platform/problem/problem.error.js';

const [folder = '', modo = ''] = process.argv.slice(2);
const store = new DiskBlobStore(folder);
const maxBytes = 10_000_000;
const zeros = (n: number): Readable => Readable.from(Array.from({ length: n }, () => Buffer.alloc(65_536, 1)));
const refused = (work: Promise<unknown>) =>
  work.then(
    () => null,
    (error: ProblemError) => ({ status: error.status, detail: error.extra.detail }),
  );

const large = await refused(store.put(zeros(40), { maxBytes }));
const { sha256 } = await store.put(Buffer.from('piccolo'), { maxBytes });
const said: Record<string, unknown> = { large, small: await store.has(sha256) };
if (modo === 'pieno') {
  await mkdir(folder, { recursive: true });
  said['filled'] = await pipeline(zeros(40), createWriteStream(join(folder, 'zavorra'))).then(
    () => 'room',
    (error: NodeJS.ErrnoException) => error.code,
  );
  said['another'] = await refused(store.put(zeros(1), { maxBytes }));
  said['read'] = await text(await store.open(sha256));
  said['disk'] = await diskState(store.incoming, 1);
}
process.stdout.write(JSON.stringify(said));
