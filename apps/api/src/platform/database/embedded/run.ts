import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import type { Account } from './account.js';

const PASSED_ON = ['PATH', 'SystemRoot', 'TEMP', 'TMP'];

/** Only what a program needs to run: our secrets stay ours, and a stray PGPORT or LANG of the shell changes nothing. */
export function environment(): NodeJS.ProcessEnv {
  return { ...Object.fromEntries(PASSED_ON.map(name => [name, process.env[name]])), LC_ALL: 'C' };
}

/** Runs a program to its end as `account`, or as ourselves. Rejects with what it wrote on stderr. */
export async function run(file: string, args: string[], account: Account | undefined, cwd?: string): Promise<string> {
  try {
    const { stdout } = await promisify(execFile)(file, args, { ...account, cwd, env: environment(), windowsHide: true });
    return stdout;
  } catch (error) {
    const { stderr, message } = error as Error & { stderr?: string };
    throw new Error(stderr?.trim() || message, { cause: error });
  }
}
