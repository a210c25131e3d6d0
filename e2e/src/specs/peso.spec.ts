import { gzipSync } from 'node:zlib';
import { expect, test } from '../support/fixtures.js';
import { quieta, vai } from '../support/vai.js';

const AMBITO = '/corigliano-rossano';
const LIMIT = 100_000;
const PAGES = [
  '/',
  '/guida',
  '/guida/designare',
  AMBITO,
  `${AMBITO}/tavoli`,
  `${AMBITO}/tavoli/anziani`,
  `${AMBITO}/avvisi`,
  `${AMBITO}/incontri`,
];

test('public pages are light: 100 kB of scripts at most, those they begin with compressed by gzip, and all of them as they travel', async ({
  page,
  request,
}) => {
  for (const path of PAGES) {
    await test.step(path, async () => {
      const html = await (await request.get(path)).text();
      const named = [...html.matchAll(/(?:modulepreload" href|<script src)="([^"]+\.js)"/g)].map(([, url = '']) => url);
      expect(named.length, path).toBeGreaterThan(3);
      const initial = await Promise.all(named.map(async url => gzipSync(await (await request.get(url)).body(), { level: 9 }).length));
      expect(
        initial.reduce((a, b) => a + b, 0),
        `${path}, at first`,
      ).toBeLessThanOrEqual(LIMIT);

      const travelled: Promise<number>[] = [];
      page.on('response', response => {
        if (response.request().resourceType() === 'script')
          travelled.push(
            response
              .request()
              .sizes()
              .then(s => s.responseBodySize),
          );
      });
      await vai(page, path);
      await quieta(page);
      page.removeAllListeners('response');
      expect(
        (await Promise.all(travelled)).reduce((a, b) => a + b, 0),
        `${path}, in all`,
      ).toBeLessThanOrEqual(LIMIT);
    });
  }
});
