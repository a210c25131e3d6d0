/**
 * The program of a rendering thread. It runs as it is under Node's own type stripping as well as compiled, so it imports nothing of ours
 * but types. It is told addresses and answers pages; the environment it is given holds where the API answers, and nothing else.
 */
import { parentPort, workerData } from 'node:worker_threads';
import type { RenderJob, RenderReply } from './render-messages.js';

type Render = (request: { readonly url: string }) => Promise<Response | null>;

const loading = import((workerData as { readonly renderer: string }).renderer) as Promise<{ render: Render }>;

parentPort?.on('message', ({ id, url }: RenderJob) => {
  answer(url).then(
    page => parentPort?.postMessage({ id, page } satisfies RenderReply),
    (error: unknown) => parentPort?.postMessage({ id, error: describe(error) } satisfies RenderReply),
  );
});

async function answer(url: string): Promise<RenderReply['page']> {
  const { render } = await loading;
  const response = await render({ url });
  if (response === null) return null;
  return { status: response.status, location: response.headers.get('location'), html: await response.text() };
}

function describe(error: unknown): string {
  return error instanceof Error ? (error.stack ?? error.message) : String(error);
}
