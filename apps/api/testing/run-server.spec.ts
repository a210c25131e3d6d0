import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { answers, eventually } from './embedded.js';

describe('The server of a test run', () => {
  it.each(['SIGINT', 'SIGKILL'] as const)('ends, and leaves no files, also when the run is ended by %s', async signal => {
    const temporary = await mkdtemp(join(tmpdir(), 'tavoli-run-'));
    const args = ['--import', join(import.meta.dirname, 'ts-hooks.mjs'), join(import.meta.dirname, 'run-host.ts')];
    const run = spawn(process.execPath, args, {
      env: { ...process.env, TMPDIR: temporary },
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    const [url] = (await once(createInterface({ input: run.stdout }), 'line')) as [string];
    const port = Number(new URL(url).port);
    expect(await answers(port)).toBe(true);
    expect(await readdir(temporary)).toHaveLength(1);

    run.kill(signal);
    await eventually(async () => !(await answers(port)));
    await eventually(async () => (await readdir(temporary)).length === 0);
    await rm(temporary, { recursive: true });
  });
});
