import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { PdfUnavailable } from './pdf.errors.js';

const require = createRequire(import.meta.url);

/** Titillium, the face of Italian public bodies: `layout.typ` uses these weights. */
const FACES = ['400Regular/TitilliumWeb_400Regular.ttf', '700Bold/TitilliumWeb_700Bold.ttf'];
const ABI: Partial<Record<NodeJS.Platform, string>> = { linux: '-gnu', win32: '-msvc', darwin: '' };

/** The npm package that carries the Typst compiler for a machine like this. */
export function compilerPackage(platform: NodeJS.Platform = process.platform, arch: string = process.arch): string {
  return `@myriaddreamin/typst-ts-node-compiler-${platform}-${arch}${ABI[platform] ?? ''}`;
}

/** Absolute path of an installed package's entry. @throws PdfUnavailable when it is not installed */
export function resolveCompiler(name: string = compilerPackage()): string {
  return resolveInstalled(name, name);
}

/** Absolute paths of the fonts. @throws PdfUnavailable when they are not installed */
export function resolveFonts(): string[] {
  const name = '@expo-google-fonts/titillium-web';
  const folder = dirname(resolveInstalled(`${name}/package.json`, name));
  return FACES.map(face => join(folder, face));
}

function resolveInstalled(file: string, name: string): string {
  try {
    return require.resolve(file);
  } catch {
    throw new PdfUnavailable(`manca il pacchetto ${name}.`);
  }
}
