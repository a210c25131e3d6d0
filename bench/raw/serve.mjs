import { once } from 'node:events';
import { createServer } from 'node:http';

/** The least a Node server can do: waits for its task, listens, tells its port, ends with its parent. `make(task)` gives the listener. */
export async function serve(make) {
  const [task] = await once(process, 'message');
  const server = createServer(await make(task)).listen(0, '127.0.0.1');
  await once(server, 'listening');
  process.once('disconnect', () => process.exit(0));
  process.send({ port: server.address().port });
}
