import { advice, readConfig } from './config.js';

const PRODUCTION = {
  NODE_ENV: 'production',
  DATABASE_URL: 'postgres://a@b/c',
  PUBLIC_ORIGIN: 'https://tavoli.example',
  SMTP_URL: 'smtp://mail',
};

describe('the configuration', () => {
  it('needs nothing to start a demo', () => {
    expect(readConfig({})).toMatchObject({ port: 3000, publicOrigin: 'http://localhost:3000', process: 'all', demo: true });
  });

  it('has no demo in production, nor on a real database', () => {
    expect(readConfig(PRODUCTION).demo).toBe(false);
    expect(readConfig({ DATABASE_URL: 'postgres://a@b/c' }).demo).toBe(false);
  });

  it('stops a production that lacks what it cannot do without, naming it', () => {
    for (const name of ['DATABASE_URL', 'PUBLIC_ORIGIN', 'SMTP_URL']) {
      expect(() => readConfig({ ...PRODUCTION, [name]: '' })).toThrow(`In produzione la variabile ${name} è obbligatoria.`);
    }
  });

  it('stops at a wrong value with a sentence that names the variable', () => {
    for (const [name, value] of [
      ['PORT', 'tremila'],
      ['DATABASE_URL', 'mysql://x'],
      ['PUBLIC_ORIGIN', 'ftp://x'],
      ['PROCESS', 'tutto'],
      ['UPLOAD_MAX_MB', '0'],
      ['MAIL_FROM', 'nessuno'],
    ]) {
      expect(() => readConfig({ [name ?? '']: value })).toThrow(`La variabile ${name} non è valida: deve essere `);
    }
  });

  it('demands https in production, but on this machine', () => {
    for (const origin of ['http://tavoli.example', 'http://10.0.0.5:3000', 'http://localhost.example'])
      expect(() => readConfig({ ...PRODUCTION, PUBLIC_ORIGIN: origin })).toThrow('PUBLIC_ORIGIN deve cominciare con https://');
    for (const origin of ['http://localhost:3000', 'http://127.0.0.1:3000', 'http://[::1]:3000', 'https://tavoli.example'])
      expect(readConfig({ ...PRODUCTION, PUBLIC_ORIGIN: origin }).publicOrigin).toBe(origin);
    expect(readConfig({ PUBLIC_ORIGIN: 'http://tavoli.example' }).publicOrigin).toBe('http://tavoli.example');
  });

  it('says what is unsafe of a proxy that everybody can pretend to be', () => {
    expect(advice(readConfig({ ...PRODUCTION, TRUST_PROXY: 'true' }))).toEqual([
      expect.stringContaining('TRUST_PROXY=true crede a chiunque'),
    ]);
    for (const value of ['false', '10.0.0.5']) expect(advice(readConfig({ ...PRODUCTION, TRUST_PROXY: value }))).toEqual([]);
  });

  it('takes an empty value for none', () => {
    expect(readConfig({ PORT: '', SMTP_URL: '' })).toMatchObject({ port: 3000, smtpUrl: null });
  });
});
