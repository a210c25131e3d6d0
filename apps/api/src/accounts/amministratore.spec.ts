import type { Problem, SessioneView } from '@tavoli/shared';
import { mailsTo, newAddress, OTHER_PASSWORD, PASSWORD, registered, Visitor } from '../../testing/scenario/accounts.js';
import { testWorld, type World } from '../../testing/app.js';
import { admin } from '../cli/admin.js';

let world: World;
beforeAll(async () => {
  world = await testWorld({ TRUST_PROXY: 'true' });
});
afterAll(() => world.close());

const session = async (visitor: Visitor) => (await visitor.get<SessioneView>('/sessione')).body;
const who = async (visitor: Visitor) => (await session(visitor)).account?.email ?? null;

describe('The first administrator', () => {
  const run = async (args: string[], env: Record<string, string> = { DATABASE_URL: world.url, PUBLIC_ORIGIN: 'https://tavoli.test' }) => {
    const said: string[] = [];
    const out = { write: (text: string) => said.push(text) };
    const code = await admin(args, env, { stdout: out, stderr: out });
    return { code, said: said.join('') };
  };
  const invite = async (email: string) =>
    /https:\/\/tavoli\.test\/amministratore#(\S{43})\n/.exec((await run(['invite', email])).said)?.[1] ?? '';

  it('comes from the one-time link that the command prints', async () => {
    const email = newAddress();
    const segreto = await invite(email);
    const visitor = new Visitor(world);
    const chi = { segreto, nome: 'Ada', cognome: 'Inventata', password: PASSWORD };
    expect((await visitor.post<Problem>('/account/amministratore/usa', { ...chi, password: 'passwordpassword' })).body.code).toBe(
      'password.debole',
    );
    expect((await visitor.post('/account/amministratore/usa', chi)).status).toBe(204);
    expect(await session(visitor)).toMatchObject({ amministratore: true, account: { email, nome: 'Ada' } });
    expect((await new Visitor(world).post('/account/amministratore/usa', chi)).status).toBe(404);
  });

  it('B-11: may be somebody who has an account; whatever was open before is closed', async () => {
    const { email, visitor } = await registered(world);
    const segreto = await invite(email);
    const back = new Visitor(world);
    expect(
      (await back.post('/account/amministratore/usa', { segreto, nome: 'Ada', cognome: 'Inventata', password: OTHER_PASSWORD })).status,
    ).toBe(204);
    expect([await who(visitor), (await session(back)).amministratore]).toEqual([null, true]);
    const [count] = await world.db.query<{ n: number }[]>('SELECT count(*)::int AS n FROM account WHERE email = $1', [email]);
    expect(count?.n).toBe(1);
    expect((await mailsTo(world, email))[0]?.tipo).toBe('account.password_cambiata');
    expect((await new Visitor(world).post('/sessione', { email, password: OTHER_PASSWORD })).status).toBe(204);
  });

  it('has one link at a time, for a day', async () => {
    const email = newAddress();
    const [first, second] = [await invite(email), await invite(email)];
    const chi = { nome: 'Ada', cognome: 'Inventata', password: PASSWORD };
    expect((await new Visitor(world).post('/account/amministratore/usa', { ...chi, segreto: first })).status).toBe(404);
    await world.db.query(`UPDATE account_segreto SET scade_at = scade_at - interval '24 hours' WHERE email = $1`, [email]);
    expect((await new Visitor(world).post('/account/amministratore/usa', { ...chi, segreto: second })).status).toBe(410);
  });

  it('S-8: is not there by default, nor in the demo’s database', async () => {
    const demo = await run(['invite', newAddress()], {});
    expect([demo.code, demo.said]).toEqual([1, expect.stringContaining('DATABASE_URL')]);
    expect(demo.said).not.toContain('#');
  });

  it('is asked for with an address and nothing else', async () => {
    for (const args of [[], ['invite'], ['invite', 'non-un-indirizzo'], ['invite', 'a@prova.test', 'altro'], ['nomina', 'a@prova.test']]) {
      expect(await run(args)).toEqual({ code: 2, said: expect.stringContaining('npm run admin -- invite') });
    }
    expect((await run(['invite', newAddress()], { DATABASE_URL: 'postgres://nessuno@127.0.0.1:1/niente' })).code).toBe(1);
  });
});
