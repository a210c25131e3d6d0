import type { Problem, SessioneView } from '@tavoli/shared';
import {
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
import { Bus, type BusEvent } from '../platform/realtime/bus.js';
import { AccountsHousekeeping } from './accounts.housekeeping.js';

let world: World;
const heard: BusEvent[] = [];
beforeAll(async () => {
  world = await testWorld({ TRUST_PROXY: 'true' });
  world.app.get(Bus).on('account', event => void heard.push(event));
});
afterAll(() => world.close());

const session = async (visitor: Visitor) => (await visitor.get<SessioneView>('/sessione')).body;
const who = async (visitor: Visitor) => (await session(visitor)).account?.email ?? null;
const signIn = (visitor: Visitor, email: string, password = PASSWORD) => visitor.post<Problem>('/sessione', { email, password });
const idOf = async (email: string) =>
  (await world.db.query<{ id: string }[]>('SELECT id FROM account WHERE email = $1', [email]))[0]?.id ?? '';

async function announced(matches: (event: BusEvent) => boolean): Promise<void> {
  while (!heard.some(matches)) await new Promise(resolve => setTimeout(resolve, 5));
}

/** Signed in on two more devices, with one link of each kind in the mailbox. */
async function wellKnown() {
  const persona = await registered(world);
  const others = [new Visitor(world), new Visitor(world)];
  for (const other of others) await signIn(other, persona.email);
  await others[0]?.post('/sessione/link', { email: persona.email });
  await others[0]?.post('/account/password/reset', { email: persona.email });
  return {
    ...persona,
    others,
    link: await secretIn(world, persona.email, 'accesso'),
    reset: await secretIn(world, persona.email, 'reset'),
  };
}

describe('Changing the password', () => {
  it('B-11: ends all sessions and open links, and gives this browser a new session', async () => {
    const { email, visitor, others, link, reset } = await wellKnown();
    const before = visitor.copy();
    expect((await visitor.put('/account/password', { attuale: PASSWORD, nuova: OTHER_PASSWORD })).status).toBe(204);
    expect(visitor.cookie).not.toBe(before.cookie);
    expect([await who(visitor), await who(before), ...(await Promise.all(others.map(who)))]).toEqual([email, null, null, null]);
    expect((await new Visitor(world).post('/sessione/link/usa', { segreto: link })).status).toBe(404);
    expect((await new Visitor(world).post('/account/password/reset/usa', { segreto: reset, password: PASSWORD })).status).toBe(404);
    expect([(await signIn(new Visitor(world), email)).status, (await signIn(new Visitor(world), email, OTHER_PASSWORD)).status]).toEqual([
      401, 204,
    ]);
    expect((await mailsTo(world, email)).map(m => m.tipo)).toContain('account.password_cambiata');
    const accountId = await idOf(email);
    await announced(event => event.t === 'account' && event.accountId === accountId);
  });

  it('needs the present one, on its field, and a good new one', async () => {
    const { visitor } = await registered(world);
    expect(await visitor.put<Problem>('/account/password', { attuale: 'una parola sbagliata', nuova: OTHER_PASSWORD })).toMatchObject({
      status: 401,
      body: { code: 'accesso.credenziali', errors: [{ pointer: '/attuale' }] },
    });
    expect(await visitor.put<Problem>('/account/password', { attuale: PASSWORD, nuova: 'passwordpassword' })).toMatchObject({
      status: 422,
      body: { errors: [{ pointer: '/nuova' }] },
    });
    expect((await new Visitor(world).put('/account/password', { attuale: PASSWORD, nuova: OTHER_PASSWORD })).status).toBe(401);
  });
});

describe('A forgotten password', () => {
  it('B-11: is replaced from the mail, once; all sessions end but the one it starts', async () => {
    const { email, visitor, others, link, reset } = await wellKnown();
    const back = new Visitor(world);
    expect((await back.post<Problem>('/account/password/reset/usa', { segreto: reset, password: 'Juventus1897!' })).body.code).toBe(
      'password.debole',
    );
    expect((await back.post('/account/password/reset/usa', { segreto: reset, password: OTHER_PASSWORD })).status).toBe(204);
    expect([await who(back), await who(visitor), ...(await Promise.all(others.map(who)))]).toEqual([email, null, null, null]);
    expect((await back.post('/account/password/reset/usa', { segreto: reset, password: PASSWORD })).status).toBe(404);
    expect((await back.post('/sessione/link/usa', { segreto: link })).status).toBe(404);
    expect((await signIn(new Visitor(world), email, OTHER_PASSWORD)).status).toBe(204);
  });

  it('is replaced once also when two use the link at the same moment', async () => {
    const { reset } = await wellKnown();
    const answers = await Promise.all(
      [PASSWORD, OTHER_PASSWORD, PASSWORD, OTHER_PASSWORD].map(password =>
        new Visitor(world).post('/account/password/reset/usa', { segreto: reset, password }),
      ),
    );
    expect(answers.map(a => a.status).sort()).toEqual([204, 404, 404, 404]);
  });

  it('has a link of thirty minutes', async () => {
    const { email, reset } = await wellKnown();
    const [row] = await world.db.query<{ seconds: number }[]>(
      `SELECT extract(epoch FROM scade_at - creato_at)::int AS seconds FROM account_segreto WHERE email = $1 AND scopo = 'reset'`,
      [email],
    );
    expect(row?.seconds).toBe(1800);
    await world.db.query(`UPDATE account_segreto SET scade_at = now() WHERE email = $1`, [email]);
    expect((await new Visitor(world).post('/account/password/reset/usa', { segreto: reset, password: OTHER_PASSWORD })).status).toBe(410);
  });
});

describe('Changing the address', () => {
  it('writes no more to an address that has had many, and answers the same', async () => {
    const nuova = newAddress();
    const mandate = async () => (await mailsTo(world, nuova)).length;
    for (let i = 0; i < 20; i += 1) {
      const { visitor } = await registered(world);
      expect((await visitor.post('/account/email', { email: nuova, password: PASSWORD })).status).toBe(202);
    }
    expect(await mandate()).toBeLessThanOrEqual(12);
  });

  it('counts once it is confirmed from the new one; the old one is told before and after', async () => {
    const { email, visitor } = await registered(world);
    const nuova = newAddress();
    expect((await visitor.post('/account/email', { email: nuova, password: PASSWORD })).status).toBe(202);
    expect([(await mailsTo(world, nuova))[0]?.tipo, (await mailsTo(world, email))[0]?.tipo]).toEqual([
      'account.cambio_email',
      'account.cambio_email_avviso',
    ]);
    expect(await who(visitor)).toBe(email);
    const segreto = await secretIn(world, nuova, 'cambio_email');
    expect((await visitor.post('/account/email/usa', { segreto })).status).toBe(204);
    expect(await who(visitor)).toBe(nuova);
    expect((await mailsTo(world, email))[0]?.tipo).toBe('account.email_cambiata');
    expect([(await signIn(new Visitor(world), email)).status, (await signIn(new Visitor(world), nuova)).status]).toEqual([401, 204]);
    expect((await visitor.post('/account/email/usa', { segreto })).status).toBe(404);
    const accountId = await idOf(nuova);
    await announced(event => event.t === 'account' && event.accountId === accountId);
  });

  it('B-12: to one that has an account answers the same, and tells its holder only', async () => {
    const [mine, yours] = [await registered(world), await registered(world)];
    expect((await mine.visitor.post('/account/email', { email: yours.email, password: PASSWORD })).status).toBe(202);
    const [mail] = await mailsTo(world, yours.email);
    expect([mail?.tipo, mail?.testo.includes('#')]).toEqual(['account.indirizzo_occupato', false]);
  });

  it('fails where somebody else registered the new one meanwhile', async () => {
    const { email, visitor } = await registered(world);
    const nuova = newAddress();
    await visitor.post('/account/email', { email: nuova, password: PASSWORD });
    const segreto = await secretIn(world, nuova, 'cambio_email');
    await registered(world, { email: nuova });
    expect((await visitor.post<Problem>('/account/email/usa', { segreto })).body.code).toBe('account.esiste');
    expect(await who(visitor)).toBe(email);
  });

  it('needs the password, and another address', async () => {
    const { email, visitor } = await registered(world);
    expect(await visitor.post<Problem>('/account/email', { email: newAddress(), password: 'una parola sbagliata' })).toMatchObject({
      status: 401,
      body: { errors: [{ pointer: '/password' }] },
    });
    expect(await visitor.post<Problem>('/account/email', { email, password: PASSWORD })).toMatchObject({
      status: 400,
      body: { errors: [{ pointer: '/email' }] },
    });
    expect((await new Visitor(world).post('/account/email', { email, password: PASSWORD })).status).toBe(401);
  });
});

describe('The profile', () => {
  it('has another name at once', async () => {
    const { visitor } = await registered(world);
    expect((await visitor.put('/account/profilo', { nome: '  Ugo ', cognome: 'D’Inventati' })).status).toBe(204);
    expect((await session(visitor)).account).toMatchObject({ nome: 'Ugo', cognome: 'D’Inventati' });
    expect((await visitor.put('/account/profilo', { nome: 'Ugo', cognome: 'X', amministratore: true })).status).toBe(400);
  });
});

describe('What has ended', () => {
  it('G-3: is deleted: sessions, secrets, counts of tries; nothing else is', async () => {
    const { email, visitor } = await registered(world);
    const late = newAddress();
    await new Visitor(world).post('/account', registration({ email: late }));
    await signIn(new Visitor(world), newAddress(), 'una parola sbagliata');
    const old = new Visitor(world);
    await signIn(old, email);
    const count = async (table: string, where: string, ...args: unknown[]) =>
      (await world.db.query<{ n: number }[]>(`SELECT count(*)::int AS n FROM ${table} WHERE ${where}`, args))[0]?.n;
    await world.db.query(`UPDATE account_segreto SET scade_at = now() - interval '8 days' WHERE email = $1`, [late]);
    await world.db.query(`UPDATE tentativo SET ultimo_at = now() - interval '25 hours', bloccato_fino = NULL`);
    await world.db.query(
      `UPDATE sessione SET scade_at = now() WHERE id = (SELECT id FROM sessione WHERE account_id = $1 ORDER BY creata_at DESC LIMIT 1)`,
      [await idOf(email)],
    );
    await world.app.get(AccountsHousekeeping).sweep();
    expect(await count('account_segreto', 'email = $1', late)).toBe(0);
    expect(await count('tentativo', 'true')).toBe(0);
    expect(await count('sessione', 'account_id = $1', await idOf(email))).toBe(1);
    expect(await who(visitor)).toBe(email);
  });
});

it('an answer kept for a repeated request is gone after a week, as it may hold an address', async () => {
  const insert = (chiave: string, giorni: number) =>
    world.db.query(
      `INSERT INTO idempotenza (account_id, rotta, chiave, impronta, stato, corpo, creata_at) VALUES (gen_random_uuid(), 'prova', $1, '', 201, '{}', now() - make_interval(days => $2))`,
      [chiave, giorni],
    );
  await insert('vecchia', 8);
  await insert('recente', 6);
  await world.app.get(AccountsHousekeeping).sweep();
  expect(await world.db.query(`SELECT chiave FROM idempotenza WHERE rotta = 'prova'`)).toEqual([{ chiave: 'recente' }]);
});
