import { readFileSync } from 'node:fs';
import { join } from 'node:path';

const compose =
  readFileSync(join(import.meta.dirname, '../../../../docker-compose.yml'), 'utf8')
    .split('\nservices:\n')[1]
    ?.split('\nvolumes:\n')[0] ?? '';
const services = new Map(
  [...compose.matchAll(/^ {2}([a-z]+):\n((?:(?: {4}| {2}#).*\n?)+)/gm)].map(([, name = '', text = '']) => [name, text]),
);

it('the model of production keeps to the loopback, starts again what ends, and gives the portal a role that owns nothing', () => {
  expect([...services.keys()].sort()).toEqual(['database', 'mail', 'migrations', 'portal']);
  for (const [name, text] of services) {
    const ports = [...text.matchAll(/'([\d.:]+:\d+)'/g)].map(([, port]) => port);
    expect([name, ports.filter(port => !port?.startsWith('127.0.0.1:'))]).toEqual([name, []]);
    expect([name, /^ {4}restart: (unless-stopped|on-failure)$/m.test(text)]).toEqual([name, true]);
  }
  const portal = services.get('portal') ?? '';
  expect(portal).toMatch(/MIGRATION_DATABASE_URL: ''/);
  expect(services.get('migrations')).toMatch(/DATABASE_URL: postgres:\/\/tavoli_portale:/);
  expect(compose.match(/PASSWORD[^\n]*:[?]/g)).toHaveLength(2); // no password by default
});
