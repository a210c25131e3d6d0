import { expect, test as base } from '@playwright/test';

/**
 * Every story fails when the page asks anything of a third party (G-6), when the browser reports an error of ours, or when the
 * Content-Security-Policy had to stop something.
 */
export const test = base.extend<{ guarded: void }>({
  guarded: [
    async ({ context, baseURL }, use) => {
      const wrong: string[] = [];
      const origin = new URL(baseURL ?? '').origin;
      context.on('request', request => {
        const url = new URL(request.url());
        if (/^(https?|wss?):$/.test(url.protocol) && url.host !== new URL(origin).host) wrong.push(`third party: ${url.origin}`);
      });
      context.on('weberror', error => wrong.push(`error: ${error.error().message}`));
      context.on('console', message => {
        if (message.type() === 'error' && /Content Security Policy|NG0/.test(message.text())) wrong.push(message.text());
      });
      await use();
      expect(wrong).toEqual([]);
    },
    { auto: true },
  ],
});

export { expect };
