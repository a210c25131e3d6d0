import { testConfig } from '../../testing/app.js';
import { readConfig } from '../platform/config/config.js';
import { SicurezzaController } from './sicurezza.controller.js';

const fields = (overrides: Record<string, string> = {}) =>
  new Map(
    new SicurezzaController(testConfig('postgres://a@b/c', overrides))
      .leggi()
      .trimEnd()
      .split('\n')
      .map(line => line.split(/: (.*)/s).slice(0, 2) as [string, string]),
  );

it('security.txt (RFC 9116) says whom to write to, where it belongs, and until when: never in the past, and less than a year', () => {
  const found = fields();
  expect([found.get('Contact'), found.get('Canonical'), found.get('Policy')]).toEqual([
    'https://tavoli.test/sicurezza',
    'https://tavoli.test/.well-known/security.txt',
    'https://tavoli.test/sicurezza',
  ]);
  expect(found.get('Expires')).toMatch(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$/);
  const days = (Date.parse(found.get('Expires') ?? '') - Date.now()) / 86_400_000;
  expect([days > 90, days < 365]).toEqual([true, true]);
});

it('names the contact that was configured, and the start refuses one that is no address', () => {
  expect(fields({ SECURITY_CONTACT: 'mailto:sicurezza@ambito.test' }).get('Contact')).toBe('mailto:sicurezza@ambito.test');
  for (const wrong of ['sicurezza@ambito.test', 'http://ambito.test', 'mailto:a\nExpires: 1999'])
    expect(() => readConfig({ SECURITY_CONTACT: wrong })).toThrow('La variabile SECURITY_CONTACT non è valida');
});
