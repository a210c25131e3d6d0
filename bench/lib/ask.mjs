import { request } from 'node:http';

/** One request as it is; resolves to its status, headers (names and values in turn) and bytes. */
export function ask(port, path, { headers, method = 'GET', body }) {
  const { promise, resolve, reject } = Promise.withResolvers();
  const sent = request({ host: '127.0.0.1', port, path, method, headers }, async answer => {
    const chunks = await answer.toArray();
    resolve({ status: answer.statusCode, headers: answer.rawHeaders, body: Buffer.concat(chunks) });
  });
  sent.once('error', reject).end(body);
  return promise;
}

const OF_NODE = new Set(['date', 'connection', 'keep-alive', 'transfer-encoding']);

/** The headers of an answer that Node does not write by itself, without those named. */
export function ownHeaders(rawHeaders, ...without) {
  const kept = [];
  for (let i = 0; i < rawHeaders.length; i += 2) {
    const name = rawHeaders[i].toLowerCase();
    if (!OF_NODE.has(name) && !without.includes(name)) kept.push(rawHeaders[i], rawHeaders[i + 1]);
  }
  return kept;
}
