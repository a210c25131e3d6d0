import { availableParallelism } from 'node:os';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { Worker } from 'node:worker_threads';
import { ProblemError } from '../problem/problem.error.js';
import type { RenderedPage, RenderJob, RenderReply } from './render-messages.js';

/** Beside this file: `.ts` in the sources (Node strips the types), `.js` in the build. */
const PROGRAM = fileURLToPath(import.meta.url).replace(/render-pool(\.[jt]s)$/, 'render-worker$1');
/** One core is for who answers; a page is short work, and more threads than this only hold memory. */
const MOST_THREADS = 3;
const HEAP_MB = 512;

export interface PoolSettings {
  readonly threads?: number;
  /** A page that takes longer is given up, and its thread with it: what runs without pause can be ended in no other way. */
  readonly patienceMs?: number;
}

type Env = Readonly<Record<string, string>>;

/** Threads that render pages, so that whoever asks for one that is ready never waits for one that is not. They start at the first page. */
export class RenderPool {
  private readonly threads: Thread[];

  /** @param renderer file of the built renderer @param env all that its environment holds, known when the first page is asked for */
  constructor(renderer: string, env: () => Promise<Env>, { threads = threadsHere(), patienceMs = 10_000 }: PoolSettings = {}) {
    this.threads = Array.from({ length: threads }, () => new Thread(renderer, env, patienceMs));
  }

  /**
   * @returns null where the site has no page
   * @throws ProblemError `servizio.non_disponibile` when it takes too long or its thread ends; Error what the renderer threw
   */
  async render(url: string): Promise<RenderedPage | null> {
    const idlest = this.threads.reduce((best, thread) => (thread.load < best.load ? thread : best));
    return idlest.render(url);
  }

  async close(): Promise<void> {
    await Promise.all(this.threads.map(thread => thread.end()));
  }
}

const threadsHere = (): number => Math.max(1, Math.min(MOST_THREADS, availableParallelism() - 1));

interface Waiting {
  readonly resolve: (page: RenderedPage | null) => void;
  readonly reject: (error: Error) => void;
  readonly timer: NodeJS.Timeout;
}

class Thread {
  private worker: Worker | undefined;
  private readonly waiting = new Map<number, Waiting>();
  private last = 0;
  private starting = 0;

  constructor(
    private readonly renderer: string,
    private readonly env: () => Promise<Env>,
    private readonly patienceMs: number,
  ) {}

  get load(): number {
    return this.waiting.size + this.starting;
  }

  async render(url: string): Promise<RenderedPage | null> {
    this.starting += 1;
    const env = await this.env().finally(() => (this.starting -= 1));
    const worker = (this.worker ??= this.start(env));
    const { promise, resolve, reject } = Promise.withResolvers<RenderedPage | null>();
    const id = ++this.last;
    const timer = setTimeout(() => void this.end(), this.patienceMs).unref();
    this.waiting.set(id, { resolve, reject, timer });
    worker.postMessage({ id, url } satisfies RenderJob);
    return promise;
  }

  /** Ends it, whatever it is doing; the next page starts another. */
  async end(): Promise<void> {
    const ended = this.worker;
    this.worker = undefined;
    this.giveUp();
    await ended?.terminate();
  }

  private start(env: Env): Worker {
    const worker = new Worker(PROGRAM, {
      workerData: { renderer: pathToFileURL(this.renderer).href },
      env: { ...env },
      execArgv: [],
      resourceLimits: { maxOldGenerationSizeMb: HEAP_MB },
    });
    const gone = (): void => {
      if (this.worker !== worker) return;
      this.worker = undefined;
      this.giveUp();
    };
    worker
      .on('message', (reply: RenderReply) => this.settle(reply))
      .on('error', gone)
      .on('exit', gone);
    worker.unref();
    return worker;
  }

  private settle({ id, page, error }: RenderReply): void {
    const waiting = this.waiting.get(id);
    if (waiting === undefined) return;
    this.waiting.delete(id);
    clearTimeout(waiting.timer);
    if (error === undefined) waiting.resolve(page ?? null);
    else waiting.reject(new Error(error));
  }

  private giveUp(): void {
    for (const { reject, timer } of this.waiting.values()) {
      clearTimeout(timer);
      reject(new ProblemError('servizio.non_disponibile', { retryAfter: 5 }));
    }
    this.waiting.clear();
  }
}
