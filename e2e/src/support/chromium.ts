import { execFileSync } from 'node:child_process';
import { accessSync, constants } from 'node:fs';
import { delimiter, join } from 'node:path';
import { chromium as playwrightChromium } from '@playwright/test';
import { packagedChromium } from './packaged-chromium.js';

/** A browser, and what it must be started with. */
export interface Browser {
  readonly executablePath: string;
  readonly args: readonly string[];
  /** To be added to the environment of the browser. */
  readonly env: Readonly<Record<string, string>>;
}

const ARGS = ['--no-sandbox', '--disable-gpu'];
const ON_PATH = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable'];
const ELSEWHERE = [
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
];
const MISSING = 'No browser to test with was found: install Chromium or Chrome, or set CHROMIUM_PATH to one that runs.';

/**
 * A Chromium to test with: `CHROMIUM_PATH`, else one of the system, else Playwright's own, else the one inside an npm package, which
 * needs nothing of the machine (x64 Linux). One that is there but does not run (libraries missing, a stub that only says how to
 * install it) is passed over. @throws Error when there is none: the stories are never skipped
 */
export async function findChromium(): Promise<Browser> {
  const asked = process.env['CHROMIUM_PATH'];
  if (asked) {
    if (!runs(asked)) throw new Error(`CHROMIUM_PATH names no browser that runs: ${asked}`);
    return { executablePath: asked, args: ARGS, env: {} };
  }
  const found = [...ofTheSystem(), playwrightChromium.executablePath()].find(path => runs(path));
  if (found) return { executablePath: found, args: ARGS, env: {} };
  const packaged = await packagedChromium();
  if (!packaged || !runs(packaged.executablePath, packaged.env)) throw new Error(MISSING);
  return { ...packaged, args: ARGS };
}

function ofTheSystem(): string[] {
  const folders = (process.env['PATH'] ?? '').split(delimiter).filter(folder => folder !== '');
  return [...folders.flatMap(folder => ON_PATH.map(name => join(folder, name))), ...ELSEWHERE];
}

/** Whether it is a program that starts at all. On Windows asking the version would open a window, so it is not asked for more. */
function runs(path: string, env: Readonly<Record<string, string>> = {}): boolean {
  if (!isExecutable(path)) return false;
  if (process.platform === 'win32') return true;
  try {
    return /Chrom/.test(
      execFileSync(path, ['--version'], {
        env: { ...process.env, ...env },
        encoding: 'utf8',
        stdio: ['ignore', 'pipe', 'ignore'],
        timeout: 300_000,
      }),
    );
  } catch {
    return false;
  }
}

function isExecutable(path: string): boolean {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}
