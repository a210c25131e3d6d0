import { spawn } from 'node:child_process';
import { ROOT } from './workspace.mjs';

const running = new Set();

/** Whoever stops us stops what we started; only then do we end. */
export function endWithChildren() {
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) {
    process.on(signal, async () => {
      for (const child of running) child.kill('SIGTERM');
      await Promise.race([Promise.all([...running].map(({ ended }) => ended)), new Promise(resolve => setTimeout(resolve, 15_000))]);
      for (const child of running) child.kill('SIGKILL');
      process.exit(signal === 'SIGINT' ? 130 : 143);
    });
  }
}

/**
 * Runs a JavaScript program with this same Node. Resolves to how it ended: never rejects.
 * `quiet` keeps what it prints, and hands it over only at the end.
 */
export function runNode(args, { env = {}, quiet = false } = {}) {
  const child = spawn(process.execPath, args, {
    cwd: ROOT,
    env: { ...process.env, ...env },
    stdio: quiet ? ['ignore', 'pipe', 'pipe'] : ['ignore', 'inherit', 'inherit'],
  });
  running.add(child);
  let output = '';
  for (const stream of [child.stdout, child.stderr]) stream?.setEncoding('utf8').on('data', text => (output += text));
  child.ended = new Promise(resolve => {
    const done = code => {
      running.delete(child);
      resolve({ ok: code === 0, output });
    };
    child.on('close', done).on('error', error => {
      output += error.message;
      done(1);
    });
  });
  return child;
}
