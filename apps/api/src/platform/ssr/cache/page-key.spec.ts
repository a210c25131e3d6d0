import { PAGE_PARAMETERS } from '../../../page-parameters.js';
import { ambitoOf, NOWHERE, pageKey } from './page-key.js';

describe('The address a page is kept by', () => {
  it.each([
    ['/', '/'],
    ['/corigliano-rossano/tavoli/anziani', '/corigliano-rossano/tavoli/anziani'],
    ['/corigliano-rossano/tavoli/', '/corigliano-rossano/tavoli'],
    ['/?utm_source=posta', '/'],
    ['/a/tavoli?fbclid=1&pagina=2&area=minori', '/a/tavoli?area=minori&pagina=2'],
    ['/a/tavoli?pagina=2&area=minori&pagina=3', '/a/tavoli?area=minori&pagina=3'],
    ['/a/tavoli?pagina=', '/a/tavoli'],
    [`/a/tavoli?cerca=${'x'.repeat(101)}`, '/a/tavoli'],
    ['/a/tavoli?cerca=casa%20famiglia', '/a/tavoli?cerca=casa+famiglia'],
  ])('%s -> %s', (url, key) => expect(pageKey(url, { tavoli: { area: /./, cerca: /./, pagina: /./ } })).toBe(key));

  it.each([
    ['/a/incontri?vista=mese&data=2026-11-23&tavolo=minori', '/a/incontri?data=2026-11-23&tavolo=minori&vista=mese'],
    ['/a/incontri?data=domani&vista=decennio&tavolo=%3Cb%3E&utm_source=posta', '/a/incontri'],
    ['/a/tavoli?vista=mese', '/a/tavoli'],
    ['/a/incontri/1?data=2026-11-23', '/a/incontri/1'],
    ['/guida?q=bozza&data=2026-11-23', '/guida?q=bozza'],
    ['/guida/designare?q=bozza', '/guida/designare'],
    ['/a/guida?q=bozza', '/a/guida'],
  ])('the calendar is kept by what it shows: %s -> %s', (url, key) => expect(pageKey(url, PAGE_PARAMETERS)).toBe(key));

  it.each([
    '//evil',
    '/a//b',
    '/%2e%2e/etc/passwd',
    '/a/../b',
    '/%00',
    '/a%2Fb',
    `/${'a'.repeat(400)}`,
    'http://evil.example/a',
    '/a;b',
    '/è',
  ])('no page is at %s: all such addresses are one', url => expect(pageKey(url, PAGE_PARAMETERS)).toBe(NOWHERE));

  it.each(['/chunk-VECCHIO1.js', '/wp-login.php', '/a/area/foto.css', '/.env', '/x.css?a=1'])(
    'B-18: %s looks like a file, and is no page',
    url => expect(pageKey(url, PAGE_PARAMETERS)).toBeNull(),
  );

  it('names the ambito by the first segment', () => {
    expect(['/', '/a', '/a?x=1', '/a/tavoli/b'].map(ambitoOf)).toEqual(['', 'a', 'a', 'a']);
  });
});
