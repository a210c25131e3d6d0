import { execFile } from 'node:child_process';
import { mkdtemp, readdir, rename, rm, symlink, writeFile } from 'node:fs/promises';
import { constants, tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { DiskBlobStore } from './disk-blob-store.js';
import { storageProblem } from './disk-files.js';
import { diskState } from './storage-state.js';

let dir: string;
beforeEach(async () => {
  dir = await mkdtemp(join(tmpdir(), 'guasti-'));
});
afterEach(() => rm(dir, { recursive: true }));

const content = Buffer.from('%PDF-1.7 di prova');
const roomy = { maxBytes: 1_000_000 };
const refusal = (work: Promise<unknown>) =>
  work.then(
    () => null,
    (error: unknown) => error as { status?: number; code?: string; extra?: { detail?: string; retryAfter?: number } },
  );

it('F-5: whatever error the system knows, a file that cannot be kept is answered with a sentence and a time, never as a fault of ours', () => {
  const connections = new Set(['ECONNRESET', 'EPIPE']);
  for (const [code, errno] of Object.entries(constants.errno)) {
    const problem = storageProblem(Object.assign(new Error(code), { code, errno: -errno, syscall: 'write' })) as {
      status: number;
      extra: { detail: string; retryAfter?: number };
    };
    expect([code, problem.status]).toEqual([code, connections.has(code) ? 400 : 503]);
    expect(problem.extra.detail).toMatch(/^[A-ZL].*\.$/);
  }
  const ours = new TypeError('un errore nostro');
  expect(storageProblem(ours)).toBe(ours);
});

// Each stops the superuser as it stops anybody else.
it.each<[string, () => Promise<unknown>]>([
  ['the folder is a file', () => writeFile(join(dir, 'files'), '')],
  [
    'what holds the folder is a file',
    () => writeFile(join(dir, 'sopra'), '').then(() => symlink(join(dir, 'sopra', 'files'), join(dir, 'files'))),
  ],
  ['the folder leads to itself', () => symlink(join(dir, 'files'), join(dir, 'files'))],
])('F-5: where %s an upload is refused as by a full disk, and the disk is said to be broken', async (_, spoil) => {
  await spoil();
  const store = new DiskBlobStore(join(dir, 'files'));
  expect(await refusal(store.put(content, roomy))).toMatchObject({
    status: 503,
    code: 'servizio.non_disponibile',
    extra: { detail: expect.stringContaining('il file non è stato salvato'), retryAfter: 60 },
  });
  expect(await diskState(store.incoming, 1)).toBe('guasto');
  expect(await store.sweep()).toBe(0);
});

it('F-5: reading from a folder that is no folder is told too, and what was kept is there when the folder is back', async () => {
  const store = new DiskBlobStore(join(dir, 'files'));
  const { sha256 } = await store.put(content, roomy);
  await rename(join(dir, 'files'), join(dir, 'via'));
  await writeFile(join(dir, 'files'), '');
  expect(await refusal(store.open(sha256))).toMatchObject({ status: 503 });
  await rm(join(dir, 'files'));
  await rename(join(dir, 'via'), join(dir, 'files'));
  expect(await store.has(sha256)).toBe(true);
});

const FULL = { status: 503, detail: 'Lo spazio per i file è esaurito: il file non è stato salvato. Riprova più tardi.' };
/** Runs the host that keeps files where the disk takes no more; `within` is a script of the shell that makes it so, and goes on as the host. */
async function host(within: string, ...more: string[]): Promise<unknown> {
  const testing = join(import.meta.dirname, '../../../testing');
  const folder = join(dir, 'files');
  const args = [process.execPath, '--import', join(testing, 'nest-hooks.mjs'), join(testing, 'crash/full-disk-host.ts'), folder, ...more];
  const { stdout } = await promisify(execFile)('sh', ['-c', within, folder, ...args], {
    env: { ...process.env, NODE_OPTIONS: '', NODE_DISABLE_COMPILE_CACHE: '1' },
  });
  return JSON.parse(stdout);
}
/**
 * A file system of one megabyte, of this process alone, where the kernel lets us have one. Only as root: in a namespace of an ordinary user the
 * folders above are nobody’s, and the compiler of the host does not load from there.
 */
const SMALL_DISK =
  'mkdir "$0" && exec unshare --user --map-root-user --mount sh -c \'mount -t tmpfs -o size=1m tmpfs "$0" && exec "$@"\' "$0" "$@"';
const mayMount = async (): Promise<boolean> =>
  process.getuid?.() === 0 &&
  promisify(execFile)('unshare', ['--user', '--map-root-user', '--mount', 'mount', '-t', 'tmpfs', '-o', 'size=1m', 'tmpfs', dir]).then(
    () => true,
    () => false,
  );

it('F-5: a disk that takes no more in the middle of a file keeps nothing of it, and still takes what fits', async () => {
  // The limit of the size of a file is the one that the system enforces on everybody, in the middle of a write.
  expect(await host('ulimit -f 64 && exec "$@"')).toEqual({ large: FULL, small: true });
  expect(await readdir(join(dir, 'files', 'tmp'))).toEqual([]);
});

it('F-5: a file system that is full to the last byte refuses with a sentence and still reads; where none may be made, a limit of nothing for every file', async () => {
  const full = { filled: 'ENOSPC', another: FULL, read: 'piccolo', disk: 'pieno' };
  if (await mayMount()) expect(await host(SMALL_DISK, 'pieno')).toEqual({ large: FULL, small: true, ...full });
  else expect(await host('ulimit -f 1 && exec "$@"')).toEqual({ large: FULL, small: true });
});

it('F-5: a disk without room for one more upload is full, before anybody tries', async () => {
  expect(await diskState(join(dir, 'tmp'), 1)).toBe('ok');
  expect(await diskState(join(dir, 'tmp'), Number.MAX_SAFE_INTEGER)).toBe('pieno');
  expect(await readdir(join(dir, 'tmp'))).toEqual([]);
});
