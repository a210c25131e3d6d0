import { RUOLI } from '@tavoli/shared';
import { hashPassword, isOutdated, unmatchable, verifyPassword } from './phc.js';
import { commonPasswords } from './password-list.js';
import { passwordWeakness } from './password-rules.js';
import { Passwords } from './passwords.js';
import { ProblemError } from '../../platform/problem/problem.error.js';

const OWNER = { email: 'giada.fittizi@croceverde.test', nome: 'Giada Maria', cognome: 'De Fittizi' };

describe('A new password', () => {
  it.each([
    'password1234',
    'P4$$w0rd2026!',
    'tavolitematici',
    'iltavolodeiTAVOLI9',
    'aaaaaaaaaaaa',
    'abcabcabcabc',
    '121212121212',
    'ciaociaociaociao',
    '123456789012',
    'qwertyuiop12',
    'asdfghjklzxcvbnm',
    '1qaz2wsx3edc4rfv',
    '0987654321098',
    'q1w2e3r4t5y6',
    'Juventus1897',
    'forzanapoli1926',
    'Francesca1985',
    'estate2026!!',
    'corigliano.rossano',
    'Coriglianorossano1',
    'amoremiobello',
    'Alessandro2001',
    'napoliNapoli3',
    'iloveyou2024',
    'buongiornomondo',
    'cambiami2026!',
    'TavoloAnziani2026',
    'distretto2026!',
    'famigliaeminori1',
    'Amministratore1',
    '739105826471',
    'marcelloluigi',
  ])('is refused when it is common or predictable: %s', password => {
    expect(passwordWeakness(password, OWNER)).toEqual(expect.any(String));
  });

  it.each(RUOLI)('is refused when it is the name of a role with a year: %s', ruolo => {
    const name = ruolo.replaceAll('_', '');
    for (const password of [
      `${name}2026!!!`,
      `Il${name}1234`,
      `${name}${name}99`,
      `${name}ditavolo1`,
      `${name}deltavolo`,
      `${name}dellAmbito`,
    ])
      if (password.length >= 12) expect([password, passwordWeakness(password, OWNER)]).toEqual([password, expect.any(String)]);
  });

  it('is refused when it is one of those found in use, however long, in capitals or with figures for letters', () => {
    const long = [...commonPasswords()].filter(password => password.length >= 12);
    expect(long.length).toBeGreaterThan(250);
    for (const password of long)
      expect([password, passwordWeakness(password, OWNER), passwordWeakness(password.toUpperCase(), OWNER)]).toEqual([
        password,
        expect.any(String),
        expect.any(String),
      ]);
    for (const password of ['sonyericsson', 'Qazwsxedcrfv!', 'mailcreated5240', 'leavemealone1'])
      expect([password, passwordWeakness(password, OWNER)]).toEqual([password, expect.any(String)]);
  });

  it.each(['giadalampadaefungo', 'x92-defittizi-#plum', 'zolla-fittizi-prato-33', 'plinto giada.fittizi 8', 'prato croceverde brina'])(
    'is refused when it holds the own name or address: %s',
    password => {
      expect(passwordWeakness(password, OWNER)).toContain('il tuo nome');
    },
  );

  it.each([
    'zattera ombrosa e fanale 73',
    'gTm4-vK29-qLs8',
    'Xk7#mQ2vTz9w',
    'il gufo pattina sul fango',
    'cavallo lampada finestra ruggine',
    'тётя Фёкла вяжет',
    'un due tre, stella marina blu!',
    'wjxqvzkfhgpl',
  ])('is taken when it is long and one’s own: %s', password => {
    expect(passwordWeakness(password, OWNER)).toBeNull();
  });

  it('B-16: is judged at once, however it is made', () => {
    for (const password of [
      'a'.repeat(128),
      'ab'.repeat(64),
      '1'.repeat(128),
      'amore'.repeat(25),
      '!'.repeat(128),
      'qwertyuiop'.repeat(12),
    ]) {
      expect(passwordWeakness(password, OWNER)).not.toBeNull();
    }
  });
});

describe('A stored password', () => {
  it('V11.4.2: says how it was made: argon2id, 19 MiB, 2 passes, 1 lane, a salt of its own', async () => {
    const [one, two] = await Promise.all([hashPassword('la stessa parola'), hashPassword('la stessa parola')]);
    expect(one).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$[A-Za-z0-9+/]{22}\$[A-Za-z0-9+/]{43}$/);
    expect(one).not.toBe(two);
    expect([isOutdated(one), await verifyPassword('la stessa parola', one), await verifyPassword('un’altra parola', one)]).toEqual([
      false,
      true,
      false,
    ]);
  });

  it('is recognised however the keyboard composes its accents', async () => {
    const stored = await hashPassword('perch\u00e9 no, citt\u00e0');
    expect(await verifyPassword('perche\u0301 no, citta\u0300', stored)).toBe(true);
  });

  it('is verified with the parameters it was made with, and known to be out of date', async () => {
    const stored = await hashPassword('una vecchia parola', { m: 8192, t: 1, p: 1 });
    expect([isOutdated(stored), await verifyPassword('una vecchia parola', stored)]).toEqual([true, true]);
  });

  it.each(['', 'chiaro', '$argon2id$v=19$m=19456,t=2,p=1$', '$2b$10$abcdefghijklmnopqrstuv'])(
    'never matches when it is no hash: «%s»',
    async stored => {
      expect(await verifyPassword('', stored)).toBe(false);
      expect(isOutdated(stored)).toBe(true);
    },
  );

  it('does not exist for who is not registered, and nothing matches it', async () => {
    expect(unmatchable()).not.toBe(unmatchable());
    expect(await new Passwords().verify('qualunque parola', null)).toEqual({ matches: false, outdated: false });
  });

  it('B-22: of fifty verified at the same moment those that find the line full are told to come back, the others are right', async () => {
    const passwords = new Passwords();
    const stored = await passwords.hash('parola giusta qui');
    const results = await Promise.allSettled(
      Array.from({ length: 50 }, (_, i) => passwords.verify(i % 2 ? 'parola giusta qui' : 'parola sbagliata', stored)),
    );
    const done = results.flatMap((r, i) => (r.status === 'fulfilled' ? [r.value.matches === (i % 2 === 1)] : []));
    const refused = results.flatMap(r => (r.status === 'rejected' ? [r.reason as ProblemError] : []));
    expect([done.length, done.every(Boolean)]).toEqual([34, true]);
    expect(refused.map(e => [e.status, e.extra.retryAfter])).toEqual(Array.from({ length: 16 }, () => [503, 2]));
    expect((await passwords.verify('parola giusta qui', stored)).matches).toBe(true);
  });
});
