/** Keeps a large and a small file where the system lets no file grow over a limit, and says what became of each: `full-disk-host.ts <folder>`. */
import 'reflect-metadata';
import { Readable } from 'node:stream';
import { DiskBlobStore } from '../../src/platform/storage/disk-blob-store.js';
import type { ProblemError } from '../../src/platform/problem/problem.error.js';

const [folder = ''] = process.argv.slice(2);
const store = new DiskBlobStore(folder);
const maxBytes = 10_000_000;
const large = await store.put(Readable.from(Array.from({ length: 40 }, () => Buffer.alloc(65_536, 1))), { maxBytes }).then(
  () => null,
  (error: ProblemError) => ({ status: error.status, detail: error.extra.detail }),
);
const { sha256 } = await store.put(Buffer.from('piccolo'), { maxBytes });
process.stdout.write(JSON.stringify({ large, small: await store.has(sha256) }));
