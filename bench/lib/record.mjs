import { ask, ownHeaders } from './ask.mjs';

/** Requests of the product to its database at once, and so of the raw limit. */
export const POOL = 10;

/**
 * Sends every request to a copy of the world, to learn what the product says to the database: the raw limit repeats it word by word. Each
 * needs a path of its own. `headers`: of an answer, for the raw limit to give too.
 */
export async function record(lab, requests) {
  const tapped = await lab.tapped();
  const bodies = new Map();
  let headers;
  const queue = requests.values();
  const worker = async () => {
    for (const request of queue) {
      const answer = await ask(tapped.port, request.path, request);
      if (answer.status >= 300) throw new Error(`${request.path}: ${answer.status} ${answer.body}`);
      headers ??= ownHeaders(answer.headers, 'content-length');
      bodies.set(request.path, answer.body);
    }
  };
  const told = await tapped.told(() => Promise.all(Array.from({ length: POOL }, worker)));
  return { headers, acts: told.map(({ path, statements }) => ({ path, statements, body: bodies.get(path) })) };
}
