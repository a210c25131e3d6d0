import { once } from 'node:events';
import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { connect, type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import multipart from '@fastify/multipart';
import fastify, { type FastifyInstance } from 'fastify';
import type { StoredBlob } from './blob-store.js';
import { DiskBlobStore } from './disk-blob-store.js';
import { inspectUpload } from './inspect/inspect-upload.js';

const MAX_BYTES = 300_000;

/** A PDF of about `size` bytes. */
const pdf = (size: number) => `%PDF-1.7\n%${'x'.repeat(size)}\n%%EOF\n`;

function form(content: string): FormData {
  const data = new FormData();
  data.append('file', new Blob([content]), 'statuto.pdf');
  return data;
}

describe('an upload over HTTP', () => {
  let dir: string;
  let app: FastifyInstance;
  /** What became of each upload that arrived. */
  let outcomes: Promise<StoredBlob>[];

  async function start(): Promise<number> {
    const store = new DiskBlobStore(dir);
    await app.register(multipart, { limits: { fileSize: MAX_BYTES } });
    app.post('/', async request => {
      const part = await request.file();
      if (!part) throw new Error('no file in the form');
      const outcome = store.put(part.file, { maxBytes: MAX_BYTES, inspect: path => inspectUpload(path, ['pdf']) });
      outcomes.push(outcome);
      return outcome;
    });
    await app.listen({ port: 0, host: '127.0.0.1' });
    return (app.server.address() as AddressInfo).port;
  }

  async function filesLeft(): Promise<string[]> {
    const all = await readdir(dir, { recursive: true, withFileTypes: true });
    return all.filter(entry => entry.isFile()).map(entry => entry.name);
  }

  beforeEach(async () => {
    dir = await mkdtemp(join(tmpdir(), 'upload-'));
    app = fastify();
    outcomes = [];
  });
  afterEach(async () => {
    await app.close();
    await rm(dir, { recursive: true });
  });

  it('is kept when it is what it should be', async () => {
    const port = await start();
    const answer = await fetch(`http://127.0.0.1:${port}/`, { method: 'POST', body: form(pdf(200_000)) });
    expect(answer.status).toBe(200);
    expect(await filesLeft()).toEqual([((await answer.json()) as StoredBlob).sha256]);
  });

  it('is refused over the limit, with an answer, and leaves nothing', async () => {
    const port = await start();
    const answer = await fetch(`http://127.0.0.1:${port}/`, { method: 'POST', body: form(pdf(5 * MAX_BYTES)) });
    expect(answer.status).toBe(413);
    await expect(outcomes[0]).rejects.toMatchObject({ code: 'file.troppo_grande' });
    expect(await filesLeft()).toEqual([]);
  });

  it('F-5: is forgotten when the connection falls, wherever it falls', async () => {
    const port = await start();
    const body = `--B\r\nContent-Disposition: form-data; name="file"; filename="a.pdf"\r\n\r\n${pdf(250_000)}\r\n--B--\r\n`;
    const head = `POST / HTTP/1.1\r\nHost: x\r\nContent-Type: multipart/form-data; boundary=B\r\nContent-Length: ${body.length}\r\n\r\n`;
    for (let length = 16_384; length < body.length; length += 16_384) {
      const socket = connect(port, '127.0.0.1');
      await once(socket, 'connect');
      const arrived = outcomes.length + 1;
      socket.write(head + body.slice(0, length));
      while (outcomes.length < arrived) await new Promise(setImmediate);
      socket.destroy();
      await expect(outcomes.at(-1)).rejects.toMatchObject({ code: 'richiesta.illeggibile' });
    }
    expect(outcomes.length).toBe(15);
    expect(await filesLeft()).toEqual([]);
  });
});
