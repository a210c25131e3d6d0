import * as fc from 'fast-check';
import { inlineScripts } from './csp.js';
import { data, link, withHead } from './head.js';

const PAGE = '<html><head><title>x</title><meta property="og:image" content="/social.png"></head><body>ciao</body></html>';

describe('the head of a page', () => {
  it('tells its one address, and its picture by a whole address', () => {
    const html = withHead(PAGE, 'https://tavoli.test', '/a/tavoli', [link({ rel: 'alternate', href: '/cal/a.ics' })]);
    expect(html).toContain('<link rel="canonical" href="https://tavoli.test/a/tavoli" />');
    expect(html).toContain('<meta property="og:url" content="https://tavoli.test/a/tavoli" />');
    expect(html).toContain('<meta property="og:image" content="https://tavoli.test/social.png">');
    expect(html).toContain('<link rel="alternate" href="/cal/a.ics" /></head><body>ciao');
  });

  it('B-1: nothing that an address or a text holds breaks out of it, or is a script that browsers run', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), text => {
        const html = withHead(PAGE, 'https://tavoli.test', `/${text}`, [
          link({ rel: 'x', title: text }),
          data({ name: `</script>${text}` }),
        ]);
        expect(html.match(/<\/script/gi)).toHaveLength(1);
        expect(inlineScripts(html)).toEqual([]);
        expect(html.match(/<link /g)?.length).toBe(2);
      }),
    );
  });
});
