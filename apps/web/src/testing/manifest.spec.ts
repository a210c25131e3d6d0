import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

const web = join(import.meta.dirname, '../..');
const read = (file: string): string => readFileSync(join(web, file), 'utf8');
const manifest = JSON.parse(read('public/manifest.webmanifest')) as {
  start_url: string;
  theme_color: string;
  icons: { src: string; sizes: string; type: string }[];
};

describe('The manifest', () => {
  it('is announced by the page, with the same colour and pictures that are there', () => {
    const index = read('src/index.html');
    expect(index).toContain('<link rel="manifest" href="/manifest.webmanifest" />');
    expect(index).toContain(`<meta name="theme-color" content="${manifest.theme_color}" />`);
    expect(manifest.start_url).toBe('/');
    for (const { src } of manifest.icons) expect([src, existsSync(join(web, 'public', src))]).toEqual([src, true]);
  });

  it('has pictures as large as it says', () => {
    for (const { src, sizes } of manifest.icons.filter(i => i.type === 'image/png')) {
      const bytes = readFileSync(join(web, 'public', src));
      expect(`${bytes.readUInt32BE(16)}x${bytes.readUInt32BE(20)}`).toBe(sizes);
    }
  });
});
