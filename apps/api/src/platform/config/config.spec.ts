import { readConfig } from './config.js';

const PRODUCTION = { NODE_ENV: 'production', DATABASE_URL: 'postgres://a@b/c', PUBLIC_ORIGIN: 'https://tavoli.example', SMTP_URL: 'smtp://mail' };

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
    for (const [name, value] of [['PORT', 'tremila'], ['DATABASE_URL', 'mysql://x'], ['PUBLIC_ORIGIN', 'ftp://x'], ['PROCESS', 'tutto'], ['UPLOAD_MAX_MB', '0'], ['MAIL_FROM', 'nessuno']]) {
      expect(() => readConfig({ [name ?? '']: value })).toThrow(`La variabile ${name} non è valida: deve essere `);
    }
  });

  it('takes an empty value for none', () => {
    expect(readConfig({ PORT: '', SMTP_URL: '' })).toMatchObject({ port: 3000, smtpUrl: null });
  });
});
