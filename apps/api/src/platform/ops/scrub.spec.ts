import { scrub } from './scrub.js';

describe('Text on its way to the log', () => {
  it.each([
    ['mail address', 'Non inviata a mario.rossi@esempio.it (550)', 'mario.rossi'],
    ['mail address in brackets', 'RCPT TO:<anna@esempio.it>', 'anna@'],
    ['credentials of a database', 'connect postgres://tavoli:pAssw0rd@db.interno:5432/tavoli', 'pAssw0rd'],
    ['query string', 'GET /accedi?token=abc', 'token=abc'],
    ['fragment', 'https://tavoli.test/consenso#s3gr3t0', 's3gr3t0'],
    ['tax code', 'cf RSSMRA85T10A562S non valido', 'RSSMRA85T10A562S'],
    ['tax code with omocodia', 'cf rssmra85t10a56ns', 'rssmra85t10a56ns'],
    ['IPv4 address', 'da 192.0.2.17:5500', '192.0.2.17'],
    ['IPv6 address', 'da 2001:db8::8a2e:370:7334', '370:7334'],
    ['IPv6 loopback', 'da ::1', '::1'],
    ['phone number', 'chiamare +39 0983 891234', '891234'],
    ['secret', 'token q2JvX0m3Zk9-8fLw5sT1uYb7NcRd4EhA6', 'q2JvX0m3'],
    ['hash', 'chiave 9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08', '9f86d081'],
  ])('G-7: loses a %s', (_, text, trace) => {
    expect(text).toContain(trace);
    expect(scrub(text)).not.toContain(trace);
  });

  it('G-7: cannot forge a line nor move the cursor of who reads it', () => {
    const clean = scrub('a\r\u001b[2Kb\u009b31mc\u2028d\u202ee\u007f');

    expect(clean).not.toMatch(/[\r\u001b\u007f-\u009f\u2028\u202e]/);
    expect(clean).toContain('<1b>[2Kb');
  });

  it('keeps what helps: ids of rows, places in the code, figures', () => {
    const useful =
      'Outbox 0b5cbf2e-7f0a-4d7e-9d0a-3d1f2b9c8a77: 3 mails\n    at send (/app/dist/apps/api/src/platform/email/mailer.js:10:5)';
    expect(scrub(useful)).toBe(useful);
  });

  it('B-16: takes no longer for a hostile text', () => {
    for (const attack of ['a'.repeat(50_000), 'a:'.repeat(25_000), '1.'.repeat(25_000), 'x@'.repeat(25_000), '1 '.repeat(25_000)]) {
      expect(scrub(attack).length).toBeLessThan(10_000);
    }
  });
});
