import { fork, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { setTimeout as delay } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { PdfFailed, PdfUnavailable } from './pdf.errors.js';
import type { PdfJob, PdfReply } from './pdf-messages.js';
import { resolveCompiler, resolveFonts } from './typst-package.js';

/** Beside this file: `.ts` in the sources (Node strips the types), `.js` in the build. */
const PROGRAM = fileURLToPath(import.meta.url).replace(/pdf-process(\.[jt]s)$/, 'pdf-worker$1');
/** Nothing of ours is in its environment, and a template that asked for a package of the network would find no way out. */
const ENVIRONMENT = { HTTPS_PROXY: 'http://127.0.0.1:9', HTTP_PROXY: 'http://127.0.0.1:9', ALL_PROXY: 'http://127.0.0.1:9' };
const TOO_LARGE = 256 * 1024 * 1024;

export interface Compiled {
  readonly pdf: Buffer;
  /** The most memory the compiler process has held so far. */
  readonly peakBytes: number;
}

/**
 * The compiler in a process of its own. A thread would not do: native code cannot be interrupted there, so that the time limit
 * would leave it running, and a fault of it would take the portal along.
 */
export class PdfProcess {
  private child: ChildProcess | null = null;

  /** `compiler`: name of the npm package with the native compiler; by default the one for this platform. */
  constructor(
    private readonly workspace: string,
    private readonly compiler?: string,
  ) {}

  /** Compiles one document; call it again only when it has settled. @throws PdfUnavailable, PdfFailed */
  async compile(job: PdfJob, timeoutMs: number): Promise<Compiled> {
    const reply = await this.ask((this.child ??= this.start()), job, timeoutMs);
    if (reply.kind === 'unavailable') throw new PdfUnavailable(`il compilatore non si avvia (${reply.message}).`);
    if (reply.kind === 'error') throw new PdfFailed('template', reply.message);
    // The allocator gives little back: after a giant, start afresh.
    if (reply.peakBytes > TOO_LARGE) this.stop();
    return { pdf: Buffer.from(reply.pdf), peakBytes: reply.peakBytes };
  }

  /** Ends the process, whatever it is doing. */
  stop(): void {
    this.child?.kill('SIGKILL');
    this.child = null;
  }

  private start(): ChildProcess {
    const args = [resolveCompiler(this.compiler), this.workspace, ...resolveFonts()];
    const child = fork(PROGRAM, args, {
      env: ENVIRONMENT,
      execArgv: [],
      serialization: 'advanced',
      stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
    });
    // Whoever waits hears of it in `ask`; while nobody waits, an ended process is simply replaced.
    child.on('error', () => undefined);
    child.once('exit', () => {
      if (this.child === child) this.child = null;
    });
    return child;
  }

  private async ask(child: ChildProcess, job: PdfJob, timeoutMs: number): Promise<PdfReply> {
    const settled = new AbortController();
    const until = { signal: settled.signal };
    const answered = once(child, 'message', until).then(([reply]) => reply as PdfReply);
    const ended = once(child, 'exit', until).then(([code, signal]) => Promise.reject(new Error(`ended with ${String(signal ?? code)}`)));
    const late = delay(timeoutMs, undefined, until).then(() => Promise.reject(new PdfFailed('timeout', `no answer in ${timeoutMs} ms`)));
    keepAlive(child, true);
    try {
      child.send(job);
      return await Promise.race([answered, ended, late]);
    } catch (error) {
      this.stop();
      throw error instanceof PdfFailed ? error : new PdfFailed('crash', String(error));
    } finally {
      settled.abort();
      keepAlive(child, false);
    }
  }
}

/** While idle the process must not hold back the end of the portal. */
function keepAlive(child: ChildProcess, busy: boolean): void {
  if (busy) child.ref();
  else child.unref();
  if (busy) child.channel?.ref();
  else child.channel?.unref();
}
