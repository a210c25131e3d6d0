import { fork } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { ROOT } from '../../scripts/lib/workspace.mjs';

/** Starts a program of `bench/raw`, in a process of its own like the product, and gives it its task. */
export async function startRaw(program, task) {
  const child = fork(join(ROOT, 'bench/raw', `${program}.mjs`), [], {
    serialization: 'advanced',
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
  });
  process.once('exit', () => child.kill('SIGKILL'));
  child.send(task);
  const [{ port }] = await once(child, 'message');
  const ended = once(child, 'exit');
  const stop = async () => {
    if (child.connected) child.disconnect();
    await ended;
  };
  return { pid: child.pid, port, stop };
}
