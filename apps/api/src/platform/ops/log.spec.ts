import { Logger } from '@nestjs/common';
import { createTestDatabase, type TestDatabase } from '../../../testing/database.js';
import { listeningPortal, type ListeningPortal } from '../../../testing/portal.js';
import { Log } from './log.js';

describe('The log', () => {
  let lines: string[];
  let log: Log;

  beforeEach(() => {
    lines = [];
    log = new Log('info', { write: line => void lines.push(line) });
  });

  const only = (): Record<string, unknown> => {
    expect(lines).toHaveLength(1);
    return JSON.parse(lines[0] ?? '') as Record<string, unknown>;
  };

  it('G-7: writes one line of JSON for one thing said, whatever it holds', () => {
    log.warn('riga\r\n{"level":"info","msg":"falsa"}\u001b[31m', 'Prova');
    expect(lines[0]?.trimEnd()).not.toMatch(/[\r\n\u001b]/);
    expect(only()).toMatchObject({ level: 'warn', context: 'Prova' });
  });

  it('G-7: loses personal data and secrets also from stacks, objects and names of who speaks', () => {
    log.error('Errore per anna@esempio.it', 'Error: token=1\n    at f (https://h/?chiave=abc)', 'Posta di luigi@esempio.it');
    log.error(new Error('no such user: carlo@esempio.it'));
    log.log({ a: 'dario@esempio.it' });
    expect(lines).toHaveLength(3);
    expect(lines.join('')).not.toMatch(/anna@|luigi@|carlo@|dario@|chiave=abc/);
  });

  it('keeps the stack of an error, which says where', () => {
    log.error('guasto', 'Error: guasto\n    at send (mailer.js:10:5)', 'Posta');
    expect(only()).toMatchObject({ context: 'Posta', stack: expect.stringContaining('mailer.js:10:5') });
  });

  it('says at level «info» nothing of how NestJS assembles itself', () => {
    log.log('Mapped {/api/v1/status, GET} route', 'RouterExplorer');
    expect(lines).toEqual([]);
  });

  describe('of requests', () => {
    let database: TestDatabase;
    let portal: ListeningPortal;

    beforeAll(async () => {
      database = await createTestDatabase();
    });
    beforeEach(async () => {
      portal = await listeningPortal(database.url, { log });
      lines.length = 0;
    });
    afterEach(() => portal.close());
    afterAll(async () => {
      Logger.overrideLogger(false);
      await database.drop();
    });

    it('G-7: has one line each: method, pattern, status, time, id; nothing of who asked or what was sent', async () => {
      const canaries = {
        cookie: '__Host-sessione=canarino1',
        authorization: 'Bearer canarino2',
        'user-agent': 'canarino3',
        referer: 'https://tavoli.test/canarino4',
        'x-segreto': 'canarino5',
        'x-forwarded-for': '192.0.2.55',
      };
      const { headers } = await portal.ask('/api/v1/ambiti/canarino6?cerca=canarino7', { headers: canaries });
      expect(only()).toEqual({
        level: 'info',
        time: expect.any(String),
        id: headers['x-request-id'],
        method: 'GET',
        route: '/api/v1/ambiti/:ambito',
        status: 404,
        ms: expect.any(Number),
        msg: 'richiesta',
      });
      expect(lines.join('')).not.toMatch(/canarino|192\.0\.2|127\.0\.0\.1/);
    });

    it('G-7: does not repeat an address that nobody serves', async () => {
      await portal.ask('/api/v1/canarino');
      await portal.ask('/canarino');
      expect(lines).toHaveLength(2);
      expect(lines.join('')).not.toContain('canarino');
    });

    it('V16.3.2: what is refused for who asks, from where or how often is a security event, with the network and nothing else of who asked', async () => {
      const proxied = await listeningPortal(database.url, { log, overrides: { TRUST_PROXY: 'true' } });
      const headers = {
        'x-forwarded-for': '2001:db8:77:88:99::aa',
        cookie: '__Host-sessione=canarino1',
        origin: 'https://canarino2.example',
      };
      await proxied.ask('/api/v1/sessioni', { headers });
      await proxied.ask('/api/v1/sessione?email=canarino3', { method: 'POST', headers });
      await proxied.ask('/', { headers: { ...headers, Host: 'canarino4.example' } });
      await proxied.close();
      const events = lines.map(line => JSON.parse(line) as Record<string, unknown>).filter(line => line['msg'] === 'sicurezza');
      expect(events.map(({ level, evento, rete, route, code }) => [level, evento, rete, route, code])).toEqual([
        ['warn', 'risposta.401', '2001:db8:77:0::/48', '/api/v1/sessioni', 'accesso.richiesto'],
        ['warn', 'risposta.403', '2001:db8:77:0::/48', '/api/v1/sessione', 'richiesta.origine_estranea'],
        ['warn', 'risposta.421', '2001:db8:77:0::/48', expect.any(String), 'richiesta.host_sconosciuto'],
      ]);
      expect(lines.join('')).not.toMatch(/canarino|:88|:99/);
    });

    it('gives each request an id of its own', async () => {
      await Promise.all([1, 2, 3].map(() => portal.ask('/health/live')));
      expect(new Set(lines.map(line => (JSON.parse(line) as { id: string }).id)).size).toBe(3);
    });
  });
});
