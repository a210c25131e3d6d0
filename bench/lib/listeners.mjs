import { fork } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';

/** Opens many pages on the live channel, in a process of their own. `hear(events, tell)` resolves when all have heard all. */
export async function openListeners(task) {
  const child = fork(join(import.meta.dirname, 'listeners-child.mjs'), [], { stdio: ['ignore', 'ignore', 'inherit', 'ipc'] });
  process.once('exit', () => child.kill('SIGKILL'));
  const next = async () => (await once(child, 'message'))[0];
  child.send(task);
  await next();
  const hear = async (events, tell) => {
    child.send({ events });
    await next();
    const all = next();
    await tell();
    return all;
  };
  return { hear, stop: () => void child.disconnect() };
}
