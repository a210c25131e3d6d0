import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { cp, mkdir, mkdtemp, readFile, rm, symlink } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { buffer } from 'node:stream/consumers';
import { freePort } from '../../src/platform/database/embedded/launch.js';
import { asApplication, createTestDatabase, type TestDatabase } from '../database.js';
import { eventually } from '../embedded.js';

const ROOT = join(import.meta.dirname, '../../../..');
const read = (name: string): Promise<string> => readFile(join(ROOT, name), 'utf8');

/** What the image holds, made as the Dockerfile says: its last stage copies from a built and pruned tree. */
async function layImage(folder: string): Promise<{ command: string[] }> {
  const dockerfile = (await read('Dockerfile')).replaceAll('\\\n', ' ');
  const last = dockerfile.slice(dockerfile.lastIndexOf('\nFROM '));
  for (const [, what = ''] of last.matchAll(/^COPY --from=build (.+)$/gm)) {
    const paths = what.trim().split(/\s+/);
    const to = paths.pop() ?? '';
    for (const from of paths) {
      const source = from.replace('/app/', '');
      const target = to.endsWith('/') ? join(folder, to, source.split('/').at(-1) ?? '') : join(folder, to);
      if (source === 'node_modules') await layModules(target, folder);
      else await cp(join(ROOT, source), target, { recursive: true });
    }
  }
  return { command: JSON.parse(/^CMD (\[.+\])$/m.exec(last)?.[1] ?? '[]') as string[] };
}

/** The packages that are left after `npm prune --omit=dev`, by name: links to those that are here. */
async function layModules(target: string, folder: string): Promise<void> {
  const { packages } = JSON.parse(await read('package-lock.json')) as {
    packages: Record<string, { dev?: boolean; link?: boolean; resolved?: string }>;
  };
  for (const [path, { dev, link, resolved }] of Object.entries(packages)) {
    if (dev === true || !/^node_modules\/(@[^/]+\/)?[^/]+$/.test(path)) continue;
    const place = join(target, path.slice('node_modules/'.length));
    await mkdir(dirname(place), { recursive: true });
    await symlink(link === true ? join(folder, resolved ?? '') : join(ROOT, path), place);
  }
}

describe('The layout of the image', () => {
  let image: string;
  let command: string[];
  let database: TestDatabase;
  let env: NodeJS.ProcessEnv;
  beforeAll(async () => {
    image = await mkdtemp(join(tmpdir(), 'tavoli-image-'));
    ({ command } = await layImage(image));
    database = await createTestDatabase();
    const port = await freePort();
    const { PATH } = process.env;
    env = {
      PATH,
      NODE_ENV: 'production',
      DATABASE_URL: asApplication(database.url),
      PUBLIC_ORIGIN: `http://localhost:${port}`,
      PORT: String(port),
      SMTP_URL: 'smtp://127.0.0.1:9',
      DATA_DIR: join(image, 'data'),
    };
  });
  afterAll(async () => {
    await database.drop();
    await rm(image, { recursive: true, force: true });
  });

  /** As `npm run <name> -- <args>` does. */
  async function npmRun(name: string, args: string[], more: NodeJS.ProcessEnv = {}): Promise<{ code: number | null; said: string }> {
    const { scripts } = JSON.parse(await readFile(join(image, 'package.json'), 'utf8')) as { scripts: Record<string, string> };
    const [program, ...script] = (scripts[name] ?? '').split(' ');
    expect(program).toBe('node');
    const child = spawn(process.execPath, [...script, ...args], {
      cwd: image,
      env: { ...env, ...more },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    const [out, error] = await Promise.all([
      buffer(child.stdout),
      buffer(child.stderr),
      child.exitCode === null ? once(child, 'exit') : undefined,
    ]);
    return { code: child.exitCode, said: `${out.toString()}${error.toString()}` };
  }

  it('migrates with one role, and runs every command of the README with the other', async () => {
    expect(await npmRun('admin', ['migra'], { MIGRATION_DATABASE_URL: database.url })).toEqual({
      code: 0,
      said: 'Lo schema del database è aggiornato.\n',
    });
    const invited = await npmRun('admin', ['invite', 'prima@prova.test']);
    expect([invited.code, invited.said]).toEqual([0, expect.stringContaining(`${env['PUBLIC_ORIGIN'] ?? ''}/`)]);
    expect(await npmRun('admin', ['cancella', 'nessuno@prova.test'])).toMatchObject({
      code: 1,
      said: expect.stringContaining('non c’è nulla') as string,
    });
    expect(await npmRun('verify', [])).toMatchObject({ code: 0 });
    expect(await npmRun('verify', [join(image, 'package.json')])).toMatchObject({
      code: 1,
      said: expect.stringContaining('Non è un documento pubblicato qui') as string,
    });
    expect(await npmRun('demo:reset', [])).toMatchObject({ code: 1, said: expect.stringContaining('i dati sono veri') as string });
  });

  it('starts as the image does, answers with its pages and its API, and ends when told to', async () => {
    const [, ...args] = command;
    const child = spawn(process.execPath, args, { cwd: image, env, stdio: ['ignore', 'pipe', 'pipe'] });
    const said = Promise.all([buffer(child.stdout), buffer(child.stderr)]);
    const status = (path: string) =>
      fetch(`${env['PUBLIC_ORIGIN'] ?? ''}${path}`).then(
        r => r.status,
        () => 0,
      );
    await eventually(async () => child.exitCode !== null || (await status('/health/ready')) === 200);
    const answers = [];
    for (const path of [
      '/',
      '/api/v1/ambiti',
      '/api/v1/openapi.json',
      '/guida/designare',
      '/guida/immagini/persone.png',
      '/.well-known/security.txt',
    ])
      answers.push([path, await status(path)]);
    const ended = once(child, 'exit');
    child.kill('SIGTERM');
    const [log] = await said;
    expect([answers.filter(([, s]) => s !== 200), log?.toString().includes('cambiare il registro')]).toEqual([[], false]);
    expect(await ended).toEqual([0, null]);
  });
});
