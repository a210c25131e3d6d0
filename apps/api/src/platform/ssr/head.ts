import { escapeMarkup } from '../http/markup.js';

/** What a page says of itself to programs, written as its elements. */
export type InHead = (path: string) => Promise<readonly string[]>;

/** A `<link>` with these attributes. */
export const link = (attributes: Readonly<Record<string, string>>): string =>
  `<link ${Object.entries(attributes)
    .map(([name, value]) => `${name}="${escapeMarkup(value)}"`)
    .join(' ')} />`;

/** A block of data (JSON-LD). Nothing in it can end the block: browsers never run it, and the policy of the page need not know it. */
export const data = (value: Readonly<Record<string, unknown>>): string =>
  `<script type="application/ld+json">${JSON.stringify({ '@context': 'https://schema.org', ...value }).replaceAll('<', '\\u003c')}</script>`;

const END = '</head>';
const IMAGE = 'property="og:image" content="/';

/** The page with its one address and with its picture as whole addresses, which only the server knows, and with whatever `elements` say. */
export function withHead(html: string, origin: string, path: string, elements: readonly string[]): string {
  const at = html.indexOf(END);
  if (at < 0) return html;
  const canonical = `${origin}${path}`;
  const head = html.slice(0, at).replace(IMAGE, `property="og:image" content="${escapeMarkup(origin)}/`);
  const own = [link({ rel: 'canonical', href: canonical }), `<meta property="og:url" content="${escapeMarkup(canonical)}" />`];
  return `${head}${[...own, ...elements].join('')}${html.slice(at)}`;
}
