import { fork } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { ROOT } from '../../scripts/lib/workspace.mjs';

const api = path => import(join(ROOT, 'dist/apps/api/src', path));
const SOURCES = join(ROOT, 'apps/api/src');

/** The product's renderer, which keeps what it sent to the compiler. */
export async function openRenderer(settings = {}) {
  const { PdfRenderer } = await api('platform/pdf/pdf-renderer.js');
  const renderer = new PdfRenderer(settings);
  const spy = {
    sent: undefined,
    render: (template, data, options) => {
      spy.sent = JSON.stringify(data);
      return renderer.render(template, data, options);
    },
    peakMb: () => renderer.peakBytes / 1024 / 1024,
    close: () => renderer.onModuleDestroy(),
  };
  return spy;
}

/** The compiler alone, in a process of its own. `compile(dati)` resolves to a PDF. */
export async function openBare(template) {
  const { resolveCompiler, resolveFonts } = await api('platform/pdf/typst-package.js');
  const child = fork(join(ROOT, 'bench/raw/typst.mjs'), [resolveCompiler(), SOURCES, template, ...resolveFonts()], {
    serialization: 'advanced',
  });
  process.once('exit', () => child.kill('SIGKILL'));
  const bare = {
    peakMb: 0,
    compile: async dati => {
      child.send(dati);
      const [{ pdf, peakMb }] = await once(child, 'message');
      bare.peakMb = Math.max(bare.peakMb, peakMb);
      return Buffer.from(pdf);
    },
    close: () => child.kill('SIGKILL'),
  };
  return bare;
}
