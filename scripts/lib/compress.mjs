import { readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';
import { ROOT } from './workspace.mjs';

const TEXT = /\.(?:js|css|svg|json|txt|webmanifest|xml)$/;
const SMALLEST = 1000;
const brotli = promisify(brotliCompress);
const zip = promisify(gzip);

/** Puts a `.br` and a `.gz` beside each text file of the built site: made once, as small as they can be, sent as they are. */
export async function compressSite() {
  const folder = join(ROOT, 'dist/apps/web/browser');
  const names = await readdir(folder, { recursive: true });
  await Promise.all(names.filter(name => TEXT.test(name)).map(name => compress(join(folder, name))));
}

async function compress(file) {
  const bytes = await readFile(file);
  if (bytes.length < SMALLEST) return;
  const params = { [constants.BROTLI_PARAM_QUALITY]: constants.BROTLI_MAX_QUALITY, [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length };
  const [br, gz] = await Promise.all([brotli(bytes, { params }), zip(bytes, { level: constants.Z_BEST_COMPRESSION })]);
  await Promise.all([writeFile(`${file}.br`, br), writeFile(`${file}.gz`, gz)]);
}
