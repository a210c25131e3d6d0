import type { Problem, SessioneView } from '@tavoli/shared';
import { mailsTo, newAddress, OTHER_PASSWORD, PASSWORD, registered, registration, secretIn, Visitor } from '../../testing/accounts.js';
import { testWorld, type World } from '../../testing/app.js';

let world: World;
beforeAll(async () => { world = await testWorld({ TRUST_PROXY: 'true' }); });
afterAll(() => world.close());

const types = async (email: string) => (await mailsTo(world, email)).map(m => m.tipo);
const accounts = (email: string) => world.db.query<{ nome: string }[]>('SELECT nome FROM account WHERE email = $1', [email]);

describe('Registering', () => {
  it('makes the account when the mailed link is used, and signs its holder in', async () => {
    const visitor = new Visitor(world);
    const email = newAddress();
    const asked = await visitor.post('/account', registration({ email: ` ${email.toUpperCase()} `, nome: 'Rita', cognome: 'Inventata' }));
    expect([asked.status, asked.text, visitor.cookie]).toEqual([202, '', null]);
    expect(await accounts(email)).toEqual([]);

    expect((await visitor.post('/account/conferma', { segreto: await secretIn(world, email, 'conferma') })).status).toBe(204);
    expect((await visitor.get<SessioneView>('/sessione')).body.account).toEqual({ id: expect.any(String), nome: 'Rita', cognome: 'Inventata', email });
    const elsewhere = new Visitor(world);
    expect((await elsewhere.post('/sessione', { email, password: PASSWORD })).status).toBe(204);
  });

  it('writes the secret nowhere but in the mail: it stands after the # of the link, the database has its hash', async () => {
    const visitor = new Visitor(world);
    const email = newAddress();
    await visitor.post('/account', registration({ email }));
    const secret = await secretIn(world, email, 'conferma');
    expect((await mailsTo(world, email))[0]?.testo).toContain(`/conferma#${secret}`);
    const [row] = await world.db.query<{ all: string }[]>('SELECT account_segreto::text AS all FROM account_segreto WHERE email = $1', [email]);
    expect(row?.all).toBeDefined();
    expect(row?.all).not.toContain(secret);
    expect(row?.all).not.toContain(PASSWORD);
  });

  it('uses each link once, also when two press at the same moment', async () => {
    const email = newAddress();
    await new Visitor(world).post('/account', registration({ email }));
    const segreto = await secretIn(world, email, 'conferma');
    const answers = await Promise.all(Array.from({ length: 8 }, () => new Visitor(world).post<Problem>('/account/conferma', { segreto })));
    expect(answers.filter(a => a.status === 204)).toHaveLength(1);
    expect(answers.filter(a => a.status !== 204).map(a => a.body.code)).toEqual(Array(7).fill('collegamento.non_valido'));
  });

  it('says of a link that it has expired', async () => {
    const email = newAddress();
    await new Visitor(world).post('/account', registration({ email }));
    const segreto = await secretIn(world, email, 'conferma');
    await world.db.query('UPDATE account_segreto SET scade_at = now() WHERE email = $1', [email]);
    expect(await new Visitor(world).post<Problem>('/account/conferma', { segreto })).toMatchObject({ status: 410, body: { code: 'collegamento.scaduto' } });
    expect(await accounts(email)).toEqual([]);
  });

  it('of two who register one address, the link of each activates only what each chose', async () => {
    const email = newAddress();
    await new Visitor(world).post('/account', registration({ email, nome: 'Vittima', password: PASSWORD }));
    const hers = await secretIn(world, email, 'conferma');
    await new Visitor(world).post('/account', registration({ email, nome: 'Intruso', password: OTHER_PASSWORD }));
    expect((await new Visitor(world).post('/account/conferma', { segreto: hers })).status).toBe(204);
    expect(await accounts(email)).toEqual([{ nome: 'Vittima' }]);
    const his = await secretIn(world, email, 'conferma');
    expect(his).not.toBe(hers);
    expect((await new Visitor(world).post('/account/conferma', { segreto: his })).status).toBe(404);
    expect((await new Visitor(world).post('/sessione', { email, password: OTHER_PASSWORD })).status).toBe(401);
    expect((await new Visitor(world).post('/sessione', { email, password: PASSWORD })).status).toBe(204);
  });

  it('tells who signs in before confirming what is missing, if the password is right, and mails the link again', async () => {
    const visitor = new Visitor(world);
    const email = newAddress();
    await visitor.post('/account', registration({ email }));
    expect((await visitor.post<Problem>('/sessione', { email, password: OTHER_PASSWORD })).body.code).toBe('accesso.credenziali');
    expect((await visitor.post<Problem>('/sessione', { email, password: PASSWORD })).body.code).toBe('accesso.da_confermare');
    expect((await visitor.post('/account/conferma/rinvia', { email })).status).toBe(202);
    expect(await types(email)).toEqual(['account.conferma', 'account.conferma']);
    expect((await visitor.post('/account/conferma', { segreto: await secretIn(world, email, 'conferma') })).status).toBe(204);
  });

  it('refuses weak passwords on their field, and anything it does not know', async () => {
    const visitor = new Visitor(world);
    const weak = await visitor.post<Problem>('/account', registration({ password: 'Juventus1897!' }));
    expect(weak).toMatchObject({ status: 422, body: { code: 'password.debole', errors: [{ pointer: '/password', code: 'password.debole' }] } });
    const short = await visitor.post<Problem>('/account', registration({ password: 'x7!kq' }));
    expect(short.body.errors).toEqual([expect.objectContaining({ pointer: '/password' })]);
    expect((await visitor.post('/account', registration({ password: 'q'.repeat(129) }))).status).toBe(400);
    expect((await visitor.post('/account', { ...registration(), amministratore: true })).status).toBe(400);
    expect((await visitor.post('/account', registration({ informativaLetta: false }))).status).toBe(400);
    expect((await visitor.post('/account', registration({ email: 'a@prova.test\r\nBcc: b@prova.test' }))).status).toBe(400);
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
    await new Visitor(world).post('/account', registration({ email, nome: 'Intruso' }));
    const [mail] = await mailsTo(world, email);
    expect(mail?.tipo).toBe('account.gia_registrato');
    expect(mail?.testo).not.toContain('#');
    const nobody = newAddress();
    for (const path of ['/sessione/link', '/account/password/reset', '/account/conferma/rinvia']) await new Visitor(world).post(path, { email: nobody });
    expect(await types(nobody)).toEqual(Array(3).fill('account.nessun_account'));
    expect((await mailsTo(world, nobody)).every(m => !m.testo.includes('#'))).toBe(true);
  });

  it('registers nobody twice: the account stays as it was', async () => {
    const { email } = await registered(world);
    await new Visitor(world).post('/account', registration({ email, nome: 'Intruso', password: OTHER_PASSWORD }));
    expect((await new Visitor(world).post('/sessione', { email, password: OTHER_PASSWORD })).status).toBe(401);
    expect(await accounts(email)).toEqual([{ nome: 'Persona' }]);
  });
});
