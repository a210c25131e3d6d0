import type { Problem, SessioneView } from '@tavoli/shared';
import {
  confirmation,
  mailsTo,
  newAddress,
  OTHER_PASSWORD,
  PASSWORD,
  registered,
  registration,
  secretIn,
  Visitor,
} from '../../testing/scenario/accounts.js';
import { testWorld, type World } from '../../testing/app.js';

let world: World;
beforeAll(async () => {
  world = await testWorld({ TRUST_PROXY: 'true' });
});
afterAll(() => world.close());

const types = async (email: string) => (await mailsTo(world, email)).map(m => m.tipo);
const accounts = (email: string) => world.db.query<{ nome: string }[]>('SELECT nome FROM account WHERE email = $1', [email]);

/** Whoever opens the latest mail of this kind, and what they write. */
const confirm = async (visitor: Visitor, email: string, fields: Record<string, unknown> = {}) =>
  visitor.post<Problem>('/account/conferma', confirmation(await secretIn(world, email, 'conferma'), fields));

describe('Registering', () => {
  it('makes the account of who opens the mailed link, with the name and password that they write there, and signs them in', async () => {
    const visitor = new Visitor(world);
    const email = newAddress();
    const asked = await visitor.post('/account', registration({ email: ` ${email.toUpperCase()} ` }));
    expect([asked.status, asked.text, visitor.cookie]).toEqual([202, '', null]);
    expect(await accounts(email)).toEqual([]);

    expect((await confirm(visitor, email, { nome: 'Rita' })).status).toBe(204);
    expect((await visitor.get<SessioneView>('/sessione')).body.account).toEqual({
      id: expect.any(String),
      nome: 'Rita',
      cognome: 'Inventata',
      genere: null,
      email,
    });
    expect((await new Visitor(world).post('/sessione', { email, password: PASSWORD })).status).toBe(204);
  });

  it('keeps nothing but the address, and the secret nowhere but in the mail: it stands after the # of the link, the database has its hash', async () => {
    const email = newAddress();
    await new Visitor(world).post('/account', registration({ email }));
    const secret = await secretIn(world, email, 'conferma');
    expect((await mailsTo(world, email))[0]?.testo).toContain(`/conferma#${secret}`);
    const [row] = await world.db.query<{ all: string }[]>('SELECT account_segreto::text AS all FROM account_segreto WHERE email = $1', [
      email,
    ]);
    expect(row?.all).toContain(email);
    expect(row?.all).not.toContain(secret);
  });

  it('uses each link once, also when two press at the same moment', async () => {
    const email = newAddress();
    await new Visitor(world).post('/account', registration({ email }));
    const answers = await Promise.all(Array.from({ length: 8 }, () => confirm(new Visitor(world), email)));
    expect(answers.filter(a => a.status === 204)).toHaveLength(1);
    expect(answers.filter(a => a.status !== 204).map(a => a.body.code)).toEqual(Array(7).fill('collegamento.non_valido'));
  });

  it('says of a link that it has expired', async () => {
    const email = newAddress();
    await new Visitor(world).post('/account', registration({ email }));
    await world.db.query('UPDATE account_segreto SET scade_at = now() WHERE email = $1', [email]);
    expect(await confirm(new Visitor(world), email)).toMatchObject({ status: 410, body: { code: 'collegamento.scaduto' } });
    expect(await accounts(email)).toEqual([]);
  });

  it('refuses weak passwords on their field and leaves the link good; refuses anything it does not know', async () => {
    const visitor = new Visitor(world);
    const email = newAddress();
    await visitor.post('/account', registration({ email }));
    expect(await confirm(visitor, email, { password: 'Juventus1897!' })).toMatchObject({
      status: 422,
      body: { code: 'password.debole', errors: [{ pointer: '/password', code: 'password.debole' }] },
    });
    expect((await confirm(visitor, email, { password: 'x7!kq' })).body.errors).toEqual([expect.objectContaining({ pointer: '/password' })]);
    expect((await confirm(visitor, email, { password: 'q'.repeat(129) })).status).toBe(400);
    expect((await confirm(visitor, email, { amministratore: true })).status).toBe(400);
    for (const fields of [
      { password: PASSWORD },
      { nome: 'Intruso' },
      { informativaLetta: false },
      { email: 'a@prova.test\r\nBcc: b@prova.test' },
    ]) {
      expect((await visitor.post('/account', registration(fields))).status).toBe(400);
    }
    expect((await confirm(visitor, email)).status).toBe(204);
  });
});

describe('Somebody else registers my address', () => {
  /** The holder of an address that a stranger has registered; the stranger reads no mail. */
  const registeredByStranger = async () => {
    const email = newAddress();
    await new Visitor(world).post('/account', registration({ email }));
    return { email, holder: new Visitor(world) };
  };

  it.each([
    ['to sign in', '/sessione/link'],
    ['for a new password', '/account/password/reset'],
  ])('a link %s that I ask for completes nothing: no account, no secret, and the mail says that a registration waits', async (_, path) => {
    const { email, holder } = await registeredByStranger();
    expect((await holder.post(path, { email })).status).toBe(202);
    const [mail] = await mailsTo(world, email);
    expect([mail?.tipo, mail?.testo.includes('#')]).toEqual(['account.nessun_account', false]);
    expect(mail?.testo).toContain('aspetta però la conferma');
    expect(await accounts(email)).toEqual([]);
  });

  it('what I open is mine: the name and password are those that I write, and whatever else waited ends', async () => {
    const { email, holder } = await registeredByStranger();
    const first = await secretIn(world, email, 'conferma');
    await new Visitor(world).post('/account/conferma/rinvia', { email });
    const [mail] = await mailsTo(world, email);
    expect(mail?.testo).toContain('aspettano 2 richieste');
    expect((await confirm(holder, email, { nome: 'Vittima' })).status).toBe(204);
    expect(await accounts(email)).toEqual([{ nome: 'Vittima' }]);
    expect((await new Visitor(world).post('/account/conferma', confirmation(first, { password: OTHER_PASSWORD }))).status).toBe(404);
    expect((await new Visitor(world).post('/sessione', { email, password: OTHER_PASSWORD })).status).toBe(401);
    expect((await new Visitor(world).post('/sessione', { email, password: PASSWORD })).status).toBe(204);
  });
});

describe('B-12: asking about an address', () => {
  it.each([
    ['registering', '/account', (email: string) => registration({ email }) as object],
    ['asking the confirmation again', '/account/conferma/rinvia', (email: string) => ({ email })],
    ['asking a link to sign in', '/sessione/link', (email: string) => ({ email })],
    ['asking a new password', '/account/password/reset', (email: string) => ({ email })],
    ['signing in with a wrong password', '/sessione', (email: string) => ({ email, password: 'una parola sbagliata' })],
  ])('%s gives the same answer whether it has an account, waits for its confirmation, or is unknown', async (_, path, body) => {
    const known = await registered(world);
    const waiting = newAddress();
    await new Visitor(world).post('/account', registration({ email: waiting }));
    const answers = [];
    for (const email of [known.email, waiting, newAddress()]) {
      const { status, text, headers } = await new Visitor(world).post(path, body(email));
      const stable = Object.fromEntries(Object.entries(headers).filter(([name]) => !['date', 'x-request-id'].includes(name)));
      answers.push({ status, text: text.replace(/"instance":"[^"]*"/, ''), stable });
    }
    expect(answers[0]?.status).toBe(path === '/sessione' ? 401 : 202);
    expect(answers[1]).toEqual(answers[0]);
    expect(answers[2]).toEqual(answers[0]);
  });

  it('is answered by mail, to its holder only', async () => {
    const { email } = await registered(world);
    await new Visitor(world).post('/account', registration({ email }));
    const [mail] = await mailsTo(world, email);
    expect(mail?.tipo).toBe('account.gia_registrato');
    expect(mail?.testo).not.toContain('#');
    const nobody = newAddress();
    for (const path of ['/sessione/link', '/account/password/reset', '/account/conferma/rinvia'])
      await new Visitor(world).post(path, { email: nobody });
    expect(await types(nobody)).toEqual(Array(3).fill('account.nessun_account'));
    expect((await mailsTo(world, nobody)).every(m => !m.testo.includes('#'))).toBe(true);
  });

  it('registers nobody twice: an account that came meanwhile stays as it was', async () => {
    const email = newAddress();
    await new Visitor(world).post('/account', registration({ email }));
    const link = await secretIn(world, email, 'conferma');
    await new Visitor(world).post('/account', registration({ email }));
    expect((await confirm(new Visitor(world), email)).status).toBe(204);
    await world.db.query('UPDATE account_segreto SET usato_at = NULL WHERE email = $1', [email]);
    expect(
      (await new Visitor(world).post('/account/conferma', confirmation(link, { nome: 'Intruso', password: OTHER_PASSWORD }))).status,
    ).toBe(404);
    expect(await accounts(email)).toEqual([{ nome: 'Persona' }]);
  });
});
