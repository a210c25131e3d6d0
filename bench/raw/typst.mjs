/** The raw limit of a dossier: the native compiler and nothing else, with the data of the pages in hand. */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';

const [native, workspace, ...fonts] = process.argv.slice(2);
const { NodeCompiler } = createRequire(import.meta.url)(native);

process.on('message', dati => {
  const compiler = NodeCompiler.create({ workspace, fontArgs: [{ fontBlobs: fonts.map(file => readFileSync(file)) }] });
  const pdf = Buffer.from(compiler.pdf({ mainFilePath: join(workspace, 'piani/dossier.typ'), inputs: { dati } }, { pdfStandard: 'ua-1', creationTimestamp: 0 }));
  const pages = Math.max(...[...pdf.toString('latin1').matchAll(/\/Count (\d+)/g)].map(([, n]) => Number(n)));
  process.send({ pages, peakMb: process.resourceUsage().maxRSS / 1024, pdf });
});
