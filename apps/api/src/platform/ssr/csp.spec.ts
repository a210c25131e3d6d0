import { createHash } from 'node:crypto';
import { inlineScripts, pagePolicy } from './csp.js';

const hash = (text: string): string => `'sha256-${createHash('sha256').update(text).digest('base64')}'`;
const BUILT = 'window.avvio=1;\n';
const known = new Set([BUILT]);
const directive = (html: string, name: string): string =>
  pagePolicy(html, known, 'https://tavoli.test')
    .policy.split('; ')
    .find(part => part.startsWith(`${name} `)) ?? '';

describe('The policy of a page', () => {
  it('B-19: allows nothing inline but what it names, no object, no base, no frame', () => {
    const { policy } = pagePolicy('<p>ciao</p>', known, 'https://tavoli.test');
    expect(policy).not.toContain('unsafe');
    for (const part of [
      `script-src 'self'`,
      `style-src 'self'`,
      `style-src-attr 'none'`,
      `object-src 'none'`,
      `base-uri 'none'`,
      `frame-ancestors 'none'`,
    ]) {
      expect(policy.split('; ')).toContain(part);
    }
  });

  it('allows the scripts of the build, by the hash of their very bytes', () => {
    expect(directive(`<script id="x" nonce="">${BUILT}</script>`, 'script-src')).toBe(`script-src 'self' ${hash(BUILT)}`);
  });

  it('allows the replay of clicks, which differs from page to page', () => {
    const replay = 'window.__jsaction_bootstrap(document.body,"ng",["click","focusout"],[]);';
    expect(directive(`<script>${replay}</script>`, 'script-src')).toContain(hash(replay));
  });

  it.each([
    'alert(1)',
    'window.__jsaction_bootstrap(document.body,"ng",["click"],[]);alert(1)',
    'window.__jsaction_bootstrap(document.body,"ng",["click",alert(1)],[]);',
  ])('B-9: refuses a script that the build does not know: %s', code => {
    const { policy, refused } = pagePolicy(`<script>${code}</script>`, known, 'https://tavoli.test');
    expect(policy).toContain(`script-src 'self';`);
    expect(refused).toBe(1);
  });

  it('sees that blocks of data and scripts from files are not inline scripts', () => {
    expect(inlineScripts('<script type="application/json">{"a":1}</script><script src="/main.js" type="module"></script>')).toEqual([]);
  });

  it('allows each style of the page once', () => {
    expect(directive('<style>a{}</style><style media="print">b{}</style><style>a{}</style>', 'style-src')).toBe(
      `style-src 'self' ${hash('a{}')} ${hash('b{}')}`,
    );
  });

  it('allows the live channel of this origin', () => {
    expect(directive('', 'connect-src')).toBe(`connect-src 'self' wss://tavoli.test`);
  });
});
