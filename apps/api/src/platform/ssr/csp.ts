import { createHash } from 'node:crypto';

/** Anew for each reading: an expression that goes on from where it was belongs to who reads. */
const TAGS = {
  script: () => ({ opened: /<script\b([^<>]*)>/gi, closed: /<\/script/gi }),
  style: () => ({ opened: /<style\b([^<>]*)>/gi, closed: /<\/style/gi }),
};

/** How Angular replays what was clicked before the page came alive: event names only, so it differs from page to page. */
const REPLAY = /^window\.__jsaction_bootstrap\(document\.body,"[a-z]+",\[(?:"[a-z]+",?)*\],\[(?:"[a-z]+",?)*\]\);?$/;

/** The elements called `name`, as a browser would see them: attributes and content. What is never closed is none. */
function* elements(html: string, name: keyof typeof TAGS): Generator<readonly [attributes: string, content: string]> {
  const { opened, closed } = TAGS[name]();
  for (let start = opened.exec(html); start !== null; start = opened.exec(html)) {
    closed.lastIndex = opened.lastIndex;
    const end = closed.exec(html);
    if (end === null) return;
    yield [start[1] ?? '', html.slice(opened.lastIndex, end.index)];
    opened.lastIndex = closed.lastIndex;
  }
}

/** The inline scripts of `html` that a browser would run; blocks of data are none. */
export function inlineScripts(html: string): string[] {
  const scripts = [...elements(html, 'script')].filter(
    ([attributes]) => !/\bsrc\s*=/i.test(attributes) && !/\btype\s*=\s*["']?(?:application|importmap|speculationrules)/i.test(attributes),
  );
  return scripts.map(([, code]) => code);
}

/**
 * The policy of one page, by the hashes of its own inline parts: with nonces no bytes could be kept. A script is allowed only if the
 * build knows it, so that one that got into the page through somebody's text is refused like any other.
 * @param known the inline scripts of the built site's own documents
 */
export function pagePolicy(
  html: string,
  known: ReadonlySet<string>,
  publicOrigin: string,
): { readonly policy: string; readonly refused: number } {
  const scripts = inlineScripts(html);
  const ours = scripts.filter(code => known.has(code) || REPLAY.test(code));
  const styles = [...elements(html, 'style')].map(([, css]) => css);
  const policy = [
    `default-src 'self'`,
    `script-src ${sources(ours)}`,
    `style-src ${sources(styles)}`,
    `style-src-attr 'none'`,
    `img-src 'self' data:`,
    `font-src 'self'`,
    `connect-src 'self' ${publicOrigin.replace(/^http/, 'ws')}`,
    `object-src 'none'`,
    `base-uri 'none'`,
    `form-action 'self'`,
    `frame-ancestors 'none'`,
  ].join('; ');
  return { policy, refused: scripts.length - ours.length };
}

function sources(inline: readonly string[]): string {
  const hashes = inline.map(text => `'sha256-${createHash('sha256').update(text).digest('base64')}'`);
  return [`'self'`, ...new Set(hashes)].join(' ');
}
