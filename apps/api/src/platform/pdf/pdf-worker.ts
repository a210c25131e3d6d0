/**
 * The program of the compiler process. It runs as it is under Node's own type stripping as well as compiled, so it imports
 * nothing of ours but types. Arguments: the native compiler, the workspace, the font files.
 */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { PdfJob, PdfReply } from './pdf-messages.js';

interface Compiler {
  pdf(
    source: { mainFilePath: string; inputs: Record<string, string> },
    options: { pdfStandard: string; creationTimestamp: number },
  ): Uint8Array;
  evictCache(maxAge: number): void;
}
interface CompilerModule {
  NodeCompiler: { create(options: { workspace: string; fontArgs: { fontBlobs: Buffer[] }[] }): Compiler };
}

const [native = '', workspace = '', ...fonts] = process.argv.slice(2);
let compiler: Compiler | undefined;

process.on('message', (job: PdfJob) => process.send?.(answer(job)));
// The portal has stopped, or no longer needs us: nothing keeps this process alive on its own.
process.on('disconnect', () => process.exit(0));

function answer(job: PdfJob): PdfReply {
  try {
    compiler ??= load();
  } catch (error) {
    return { kind: 'unavailable', message: describe(error) };
  }
  try {
    const pdf = compiler.pdf(
      { mainFilePath: job.template, inputs: { dati: job.dati } },
      { pdfStandard: job.standard, creationTimestamp: 0 },
    );
    return { kind: 'pdf', pdf, peakBytes: peakBytes() };
  } catch (error) {
    return { kind: 'error', message: describe(error) };
  } finally {
    compiler.evictCache(0);
  }
}

function load(): Compiler {
  const { NodeCompiler } = createRequire(import.meta.url)(native) as CompilerModule;
  return NodeCompiler.create({ workspace, fontArgs: [{ fontBlobs: fonts.map(file => readFileSync(file)) }] });
}

/** The most memory held so far. Linux counts in `maxRSS` what the portal held when it forked, so there its own mark is read. */
function peakBytes(): number {
  try {
    return Number(/^VmHWM:\s*(\d+) kB$/m.exec(readFileSync('/proc/self/status', 'utf8'))?.[1]) * 1024;
  } catch {
    return process.resourceUsage().maxRSS * 1024;
  }
}

/** The compiler's diagnostics are long and may quote the data: enough of them to find the fault. */
function describe(error: unknown): string {
  return (error instanceof Error ? error.message : String(error)).slice(0, 300);
}
