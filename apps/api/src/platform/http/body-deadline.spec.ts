import { once } from 'node:events';
import { connect, type AddressInfo, type Socket } from 'node:net';
import fastify, { type FastifyInstance } from 'fastify';
import { watchSpeed } from './body-deadline.js';

const BYTES = 400_000;
let app: FastifyInstance;
let port: number;
beforeAll(async () => {
  app = fastify({ bodyLimit: 2 * BYTES });
  app.addHook('onRequest', (request, reply, done) => {
    watchSpeed(request, reply, { bytes: 1000, windowMs: 100 });
    done();
  });
  app.addContentTypeParser('*', { parseAs: 'buffer' }, (_, body, done) => done(null, body));
  app.post('/', async request => ({ bytes: (request.body as Buffer).length }));
  await app.listen({ port: 0, host: '127.0.0.1' });
  ({ port } = app.server.address() as AddressInfo);
});
afterAll(() => app.close());

async function begin(): Promise<{ socket: Socket; answer: Promise<string> }> {
  const socket = connect(port, '127.0.0.1');
  let said = '';
  socket.on('data', (chunk: Buffer) => (said += chunk.toString()));
  socket.on('error', () => undefined);
  const answer = once(socket, 'close').then(() => said);
  await once(socket, 'connect');
  socket.write(`POST / HTTP/1.1\r\nHost: x\r\nConnection: close\r\nContent-Type: multipart/form-data\r\nContent-Length: ${BYTES}\r\n\r\n`);
  return { socket, answer };
}

it('L-4: an upload that comes by drips is ended, also one that stops altogether', async () => {
  const [dripping, silent] = [await begin(), await begin()];
  const drip = setInterval(() => dripping.socket.write('x'), 20);
  expect([await dripping.answer, await silent.answer]).toEqual(['', '']);
  clearInterval(drip);
});

it('L-4: one that keeps coming is taken whole', async () => {
  const { socket, answer } = await begin();
  socket.write(Buffer.alloc(BYTES));
  expect(await answer).toContain(`{"bytes":${BYTES}}`);
});
