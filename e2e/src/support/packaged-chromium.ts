import { chmodSync, existsSync, mkdirSync, mkdtempSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';

const DIST = join(import.meta.dirname, '../../../dist/e2e');
const ARCHIVES = ['chromium.br', 'fonts.tar.br', 'al2023.tar.br'];

/** The package's own file names folders of the place it is made for: where the fonts stand here is told from the file itself. */
const FONTS_CONF = `<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig>
  <dir prefix="relative">fonts</dir>
  <cachedir prefix="xdg">fontconfig</cachedir>
</fontconfig>
`;

/**
 * The Chromium inside `@sparticuz/chromium`, with the libraries and fonts that a bare machine lacks, unpacked once for each version.
 * Null where there is none for this machine. None of the arguments that the package suggests is wanted: they switch web security off.
 */
export async function packagedChromium(): Promise<{ executablePath: string; env: Record<string, string> } | null> {
  const home = process.platform === 'linux' && process.arch === 'x64' ? await unpacked() : null;
  if (home === null) return null;
  const libraries = [join(home, 'al2023/lib'), process.env['LD_LIBRARY_PATH']].filter(Boolean).join(':');
  return { executablePath: join(home, 'chromium'), env: { LD_LIBRARY_PATH: libraries, FONTCONFIG_PATH: join(home, 'fonts') } };
}

/** Its folder, whole or not there at all: two runs may want it at once, and one may be killed while it unpacks. */
async function unpacked(): Promise<string | null> {
  const root = packageRoot();
  if (root === null) return null;
  const { version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as { version: string };
  const home = join(DIST, `chromium-${version}`);
  if (existsSync(home)) return home;
  mkdirSync(DIST, { recursive: true });
  const draft = mkdtempSync(join(DIST, 'draft-'));
  try {
    await unpack(join(root, 'bin'), draft);
    renameSync(draft, home);
  } catch (error) {
    if (!existsSync(home)) throw error;
  } finally {
    rmSync(draft, { recursive: true, force: true });
  }
  return home;
}

function packageRoot(): string | null {
  try {
    return join(dirname(createRequire(import.meta.url).resolve('@sparticuz/chromium')), '..');
  } catch {
    return null;
  }
}

/** The package unpacks wherever TMPDIR points. */
async function unpack(archives: string, folder: string): Promise<void> {
  const before = process.env['TMPDIR'];
  process.env['TMPDIR'] = folder;
  try {
    const { inflate } = await import('@sparticuz/chromium');
    await Promise.all(ARCHIVES.map(name => inflate(join(archives, name))));
  } finally {
    if (before === undefined) delete process.env['TMPDIR'];
    else process.env['TMPDIR'] = before;
  }
  writeFileSync(join(folder, 'fonts/fonts.conf'), FONTS_CONF);
  for (const made of [folder, join(folder, 'chromium')]) chmodSync(made, 0o755); // whoever runs the tests after us may be another user
}
