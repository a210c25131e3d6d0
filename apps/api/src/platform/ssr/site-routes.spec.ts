import { SiteRoutes } from './site-routes.js';

const routes = new SiteRoutes(
  (
    [
      ['/', 0],
      ['/accedi', 1],
      ['/accedi/**', 1],
      ['/privacy', 0],
      ['/*', 0],
      ['/*/tavoli', 0],
      ['/*/tavoli/*', 0],
      ['/*/tavoli/*/numeri', 0],
      ['/*/tavoli/*/contributi/nuovo', 1],
      ['/*/contributi/nuovo', 0],
      ['/*/contributi/*', 0],
      ['/*/area/**', 1],
      ['/*/**', 0],
      ['/**', 0],
    ] as const
  ).map(([route, renderMode]) => ({ route, renderMode })),
);

describe('What stands at an address, by the route table of the site', () => {
  it.each([
    ['/', { kind: 'page', named: [] }],
    ['/privacy', { kind: 'page', named: [] }],
    ['/a', { kind: 'page', named: [['', 'a']] }],
    ['/a/tavoli', { kind: 'page', named: [['', 'a']] }],
    [
      '/a/tavoli/b',
      {
        kind: 'page',
        named: [
          ['', 'a'],
          ['tavoli', 'b'],
        ],
      },
    ],
    [
      '/a/tavoli/b/numeri',
      {
        kind: 'page',
        named: [
          ['', 'a'],
          ['tavoli', 'b'],
        ],
      },
    ],
    ['/a/contributi/nuovo', { kind: 'page', named: [['', 'a']] }],
    [
      '/a/contributi/1',
      {
        kind: 'page',
        named: [
          ['', 'a'],
          ['contributi', '1'],
        ],
      },
    ],
    ['/a/tavoli/b/contributi/nuovo', { kind: 'shell' }],
    ['/accedi', { kind: 'shell' }],
    ['/accedi/qualunque/cosa', { kind: 'shell' }],
    ['/a/area', { kind: 'shell' }],
    ['/a/area/x/y', { kind: 'shell' }],
    ['/a/boh', { kind: 'nothing' }],
    ['/a/tavoli/b/boh', { kind: 'nothing' }],
    ['/a/b/c/d/e', { kind: 'nothing' }],
    ['/**', { kind: 'page', named: [['', '**']] }],
    ['/*', { kind: 'page', named: [['', '*']] }],
  ])('%s: %j', (path, standing) => expect(routes.at(path)).toEqual(standing));
});
