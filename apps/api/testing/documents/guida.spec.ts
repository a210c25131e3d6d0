import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';

const ROOT = join(import.meta.dirname, '../../../..');
const GUIDA = join(ROOT, 'docs/guida');
const IMMAGINI = join(GUIDA, 'immagini');

const files = (folder: string, end: RegExp): string[] =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter(name => end.test(name))
    .map(name => join(folder, name));
const read = (file: string): string => readFileSync(file, 'utf8');
const name = (file: string): string => relative(ROOT, file);

const documents = [...['README.md', 'CONTRIBUTING.md', 'SECURITY.md'].map(file => join(ROOT, file)), ...files(join(ROOT, 'docs'), /\.md$/)];
const guida = documents.filter(file => file.startsWith(GUIDA));

/** Targets of Markdown links and images; code is no link. */
const links = (text: string): string[] =>
  [...text.replace(/```[\s\S]*?```|`[^`]*`/g, '').matchAll(/\]\(([^()\s]+)\)/g)]
    .map(([, target = '']) => target)
    .filter(target => !/^(https?|mailto):/.test(target));

/** As GitHub makes the anchor of a heading. */
const anchors = (text: string): string[] =>
  [...text.matchAll(/^#+ (.+)$/gm)].map(([, heading = '']) =>
    heading
      .toLowerCase()
      .replace(/[^\p{L}\p{N}\s_-]/gu, '')
      .trim()
      .replace(/ /g, '-'),
  );

function broken(file: string, link: string): boolean {
  const [path = '', anchor] = link.split('#');
  const target = path === '' ? file : join(dirname(file), path);
  return !existsSync(target) || (anchor !== undefined && target.endsWith('.md') && !anchors(read(target)).includes(anchor));
}

it('every link and picture of the documents is there', () => {
  const found = documents.flatMap(file => links(read(file)).map(link => ({ file, link })));
  expect(found.length).toBeGreaterThan(80);
  expect(found.filter(({ file, link }) => broken(file, link)).map(({ file, link }) => `${name(file)}: ${link}`)).toEqual([]);
});

it('the guide and the README show every picture there is, each with words for who cannot see it, each light', () => {
  const shown = [...guida, join(ROOT, 'README.md')].flatMap(file => [
    ...read(file).matchAll(/!\[([^[\]]*)\]\((?:docs\/guida\/)?immagini\/([^)]+)\)/g),
  ]);
  const pictures = readdirSync(IMMAGINI);
  expect(pictures.length).toBeGreaterThan(10);
  expect([...new Set(shown.map(([, , file]) => file))].sort()).toEqual(pictures.sort());
  expect(shown.filter(([, words = '']) => words.length < 10)).toEqual([]);
  expect(pictures.filter(file => statSync(join(IMMAGINI, file)).size > 120 * 1024)).toEqual([]);
});

it('every page of the guide is short, and leads back to its index, which leads to it', () => {
  const index = read(join(GUIDA, 'README.md'));
  const pages = guida.filter(file => !file.endsWith('README.md')).map(file => ({ page: relative(GUIDA, file), text: read(file) }));
  expect(pages.length).toBeGreaterThan(5);
  expect(pages.filter(({ text }) => text.split('\n').length > 120 || !text.includes('](README.md)')).map(({ page }) => page)).toEqual([]);
  expect(pages.filter(({ page }) => !index.includes(`](${page})`)).map(({ page }) => page)).toEqual([]);
});

it('the guide quotes the words of the portal as they are', () => {
  const one = (text: string): string => text.replace(/\s+/g, ' ').replaceAll('\\’', '’');
  const sources = ['apps/web/src/app', 'apps/api/src', 'libs/shared/src']
    .flatMap(folder => files(join(ROOT, folder), /\.(html|ts)$/))
    .filter(file => !/\.spec\.ts$|[/\\]demo[/\\]/.test(file));
  const portal = sources.map(file => one(read(file))).join('\n');
  const quoted = guida.flatMap(file => [...one(read(file)).matchAll(/«([^«»]+)»/g)].map(([, words = '']) => ({ file, words })));
  expect(quoted.length).toBeGreaterThan(100);
  expect(quoted.filter(({ words }) => !portal.includes(words)).map(({ file, words }) => `${name(file)}: «${words}»`)).toEqual([]);
});
