import { accessSync, constants, existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { delimiter, dirname, join } from 'node:path';
import { chromium as playwrightChromium } from '@playwright/test';

export interface Browser {
  readonly executablePath: string;
  readonly args: readonly string[];
  readonly env: Readonly<Record<string, string>>;
}

const ARGS = ['--no-sandbox', '--disable-gpu'];
const NAMES = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable'];

/**
 * A Chromium to test with: `CHROMIUM_PATH`, else one of the system, else Playwright's own, else the one inside an npm package, which
 * needs nothing of the machine (x64 Linux). @throws Error when there is none: the stories are never skipped
 */
export async function findChromium(): Promise<Browser> {
  const asked = process.env['CHROMIUM_PATH'];
  if (asked) {
    if (!isExecutable(asked)) throw new Error(`CHROMIUM_PATH names no program that can run: ${asked}`);
    return { executablePath: asked, args: ARGS, env: {} };
  }
  const found = onPath() ?? playwrights();
  if (found) return { executablePath: found, args: ARGS, env: {} };
  if (process.platform === 'linux' && process.arch === 'x64') return packaged();
  throw new Error('No Chromium was found: install Chromium or Chrome, or set CHROMIUM_PATH.');
}

function onPath(): string | undefined {
  const folders = (process.env['PATH'] ?? '').split(delimiter);
  return folders.flatMap(folder => NAMES.map(name => join(folder, name))).find(isExecutable);
}

function playwrights(): string | undefined {
  const path = playwrightChromium.executablePath();
  return path && isExecutable(path) ? path : undefined;
}

function isExecutable(path: string): boolean {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

/** The package unpacks wherever TMPDIR points: here, into a folder of ours, once for each version. */
async function packaged(): Promise<Browser> {
  const entry = createRequire(import.meta.url).resolve('@sparticuz/chromium');
  const archives = join(dirname(entry), '../bin');
  const home = join(import.meta.dirname, '../../../dist/e2e/chromium');
  const done = join(home, 'unpacked');
  if (!existsSync(done)) await unpack(archives, home, done);
  return {
    executablePath: join(home, 'chromium'),
    args: [...ARGS, '--headless', '--no-zygote'],
    env: { LD_LIBRARY_PATH: join(home, 'al2023/lib'), FONTCONFIG_PATH: join(home, 'fonts') },
  };
}

async function unpack(archives: string, home: string, done: string): Promise<void> {
  mkdirSync(home, { recursive: true });
  const before = process.env['TMPDIR'];
  process.env['TMPDIR'] = home;
  try {
    const { inflate } = await import('@sparticuz/chromium');
    await Promise.all(['chromium.br', 'fonts.tar.br', 'al2023.tar.br'].map(name => inflate(join(archives, name))));
  } finally {
    if (before === undefined) delete process.env['TMPDIR'];
    else process.env['TMPDIR'] = before;
  }
  writeFileSync(done, '');
}
