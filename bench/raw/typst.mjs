/** The raw limit of a document: the native compiler and nothing else, with the data of the pages in hand. */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';

const [native, workspace, template, ...fonts] = process.argv.slice(2);
const { NodeCompiler } = createRequire(import.meta.url)(native);
let compiler;

process.on('message', dati => {
  compiler ??= NodeCompiler.create({ workspace, fontArgs: [{ fontBlobs: fonts.map(file => readFileSync(file)) }] });
  const pdf = Buffer.from(
    compiler.pdf({ mainFilePath: join(workspace, template), inputs: { dati } }, { pdfStandard: 'ua-1', creationTimestamp: 0 }),
  );
  compiler.evictCache(0);
  process.send({ pdf, peakMb: peakMb() });
});

/** The most memory held so far: `maxRSS` would count what the parent held when it forked. */
function peakMb() {
  const [, kb] =
    process.platform === 'linux'
      ? /^VmHWM:\s*(\d+) kB$/m.exec(readFileSync('/proc/self/status', 'utf8'))
      : [0, process.resourceUsage().maxRSS];
  return Number(kb) / 1024;
}
