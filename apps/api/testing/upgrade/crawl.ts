import { createHash } from 'node:crypto';

/** A public address, and the bytes that it gave where they are a file: pages may change their looks. */
export interface Address {
  readonly path: string;
  readonly sha256: string | null;
}

const LINK = /(?:href|src)="([^"#]+)/g;
/** A page has one shape, whatever is asked of it: once is enough. */
const isNew = (link: string, seen: ReadonlySet<string>): boolean =>
  !seen.has(link) && !(link.includes('?') && [...seen].some(other => other.startsWith(`${link.split('?')[0]}?`)));
/** What stands for its own bytes wherever it is kept. */
const FILE = /^application\/(pdf|zip)|^image\/(png|jpeg)/;
const AT_MOST = 2000;

/** Whatever a visitor reaches from the first page by following links, and answers 200. Scripts and styles are of one build only. */
export async function crawl(origin: string): Promise<Address[]> {
  const seen = new Set(['/']);
  const found: Address[] = [];
  for (const path of seen) {
    const answer = await fetch(new URL(path, origin), { redirect: 'manual' });
    const elsewhere = answer.headers.get('location');
    if (elsewhere !== null) for (const link of inside([elsewhere], new URL(path, origin))) seen.add(link);
    if (answer.status !== 200) continue;
    const type = answer.headers.get('content-type') ?? '';
    const body = Buffer.from(await answer.arrayBuffer());
    found.push({ path, sha256: FILE.test(type) ? createHash('sha256').update(body).digest('hex') : null });
    if (type.startsWith('text/html') && seen.size < AT_MOST)
      for (const link of inside(linksIn(body.toString()), new URL(path, origin))) if (isNew(link, seen)) seen.add(link);
  }
  return found;
}

const linksIn = (html: string): string[] => [...html.matchAll(LINK)].map(([, href = '']) => href.replaceAll('&amp;', '&'));

function inside(links: readonly string[], page: URL): string[] {
  return links
    .map(link => URL.parse(link, page.href))
    .filter(url => url !== null && url.origin === page.origin && !/\.(js|css|woff2|svg|ico|webmanifest)$/.test(url.pathname))
    .map(url => `${url?.pathname}${url?.search}`);
}
