import { HEADER_AUTOMATICA, type Pagina, type Problem, type SessioneAttivaView, type SessioneView } from '@tavoli/shared';
import { confirmation, mailsTo, newNetwork, PASSWORD, registered, secretIn, Visitor } from '../../testing/scenario/accounts.js';
import { testWorld, type World } from '../../testing/app.js';
import { newSecret } from '../platform/tokens/secret.js';
import { hashPassword } from './password/phc.js';
import { SessionActivity } from './session-activity.js';

let world: World;
beforeAll(async () => {
  world = await testWorld({ TRUST_PROXY: 'true' });
});
afterAll(() => world.close());

const who = async (visitor: Visitor) => (await visitor.get<SessioneView>('/sessione')).body.account?.email ?? null;
const signIn = (visitor: Visitor, email: string) => visitor.post<Problem>('/sessione', { email, password: PASSWORD });
const sessions = async (visitor: Visitor) => (await visitor.get<Pagina<SessioneAttivaView>>('/sessioni')).body.items;

describe('B-11: a session', () => {
  it('has a cookie that only this host gets, over TLS, that no script reads and no other site sends', async () => {
    const { visitor } = await registered(world);
    expect(visitor.setCookie).toMatch(/^__Host-sessione=[A-Za-z0-9_-]{43}; Path=\/; HttpOnly; SameSite=Lax; Max-Age=2592000; Secure$/);
  });

  it('has an unprefixed cookie where the portal itself is on plain http, else no browser would keep it', async () => {
    const plain = await testWorld({ TRUST_PROXY: 'true', PUBLIC_ORIGIN: 'http://tavoli.test' });
    try {
      const persona = await registered(plain, {}, 'http://tavoli.test');
      expect(persona.visitor.setCookie).toMatch(/^sessione=[A-Za-z0-9_-]{43}; Path=\/; HttpOnly; SameSite=Lax; Max-Age=2592000$/);
      expect(await who(persona.visitor)).toBe(persona.email);
    } finally {
      await plain.close();
    }
  });

  it('never takes over a cookie that was there before', async () => {
    const { email } = await registered(world);
    const visitor = new Visitor(world);
    const planted = `__Host-sessione=${newSecret()}`;
    visitor.cookie = planted;
    expect(await who(visitor)).toBeNull();
    await signIn(visitor, email);
    expect(visitor.cookie).not.toBe(planted);
    expect(await who(visitor)).toBe(email);
    visitor.cookie = planted;
    expect(await who(visitor)).toBeNull();
  });

  it('is a new one at each sign-in, and the one before in the same browser is dead', async () => {
    const { email, visitor } = await registered(world);
    const before = visitor.copy();
    await signIn(visitor, email);
    expect(visitor.cookie).not.toBe(before.cookie);
    expect([await who(before), await who(visitor)]).toEqual([null, email]);
  });

  it('ends on the server when its holder signs out', async () => {
    const { visitor } = await registered(world);
    const thief = visitor.copy();
    expect((await visitor.delete('/sessione')).status).toBe(204);
    expect(visitor.setCookie).toMatch(/^__Host-sessione=; Path=\/; .*Max-Age=0; Secure$/);
    expect([await who(thief), (await thief.get('/sessioni')).status]).toEqual([null, 401]);
    expect((await thief.delete('/sessione')).status).toBe(204);
  });

  it('ends by itself', async () => {
    const { email, visitor } = await registered(world);
    await world.db.query('UPDATE sessione SET scade_at = now() WHERE account_id = (SELECT id FROM account WHERE email = $1)', [email]);
    expect(await who(visitor)).toBeNull();
  });

  it('shows when it was last used, to within five minutes, without a write in any request', async () => {
    const { email, visitor } = await registered(world);
    const ago = (minutes: number) =>
      world.db.query(
        `UPDATE sessione SET vista_at = now() - make_interval(mins => $2) WHERE account_id = (SELECT id FROM account WHERE email = $1)`,
        [email, minutes],
      );
    const idle = async () => Date.now() - Date.parse((await sessions(visitor))[0]?.vistaAt ?? '');
    await ago(10);
    expect(await idle()).toBeGreaterThan(9 * 60_000);
    await world.app.get(SessionActivity).flush();
    expect(await idle()).toBeLessThan(60_000);
    await ago(4);
    await world.app.get(SessionActivity).flush();
    expect(await idle()).toBeGreaterThan(3 * 60_000);
  });

  it('is not used by a page that reads itself again with nobody at it', async () => {
    const { email, visitor } = await registered(world);
    await world.app.get(SessionActivity).flush();
    const vista = async () =>
      (
        await world.db.query<{ ferma: number }[]>(
          `SELECT extract(epoch FROM now() - vista_at)::float8 AS ferma FROM sessione WHERE account_id = (SELECT id FROM account WHERE email = $1)`,
          [email],
        )
      )[0]?.ferma ?? 0;
    await world.db.query(
      `UPDATE sessione SET vista_at = now() - interval '1 hour' WHERE account_id = (SELECT id FROM account WHERE email = $1)`,
      [email],
    );
    const headers = { host: 'tavoli.test', cookie: visitor.cookie ?? '', [HEADER_AUTOMATICA]: '1' };
    expect((await world.app.inject({ url: '/api/v1/sessione', headers })).json<SessioneView>().account?.email).toBe(email);
    await world.app.get(SessionActivity).flush();
    expect(await vista()).toBeGreaterThan(3000);
    await visitor.get('/sessione');
    await world.app.get(SessionActivity).flush();
    expect(await vista()).toBeLessThan(600);
  });
});

describe('A link to sign in', () => {
  it('signs in once, within ten minutes, and ends the others of its kind', async () => {
    const { email } = await registered(world);
    const visitor = new Visitor(world);
    await visitor.post('/sessione/link', { email });
    const older = await secretIn(world, email, 'accesso');
    await visitor.post('/sessione/link', { email });
    const newer = await secretIn(world, email, 'accesso');
    expect((await mailsTo(world, email))[0]?.testo).toContain(`/accedi/link#${newer}`);
    const [row] = await world.db.query<{ seconds: number }[]>(
      `SELECT extract(epoch FROM max(scade_at) - max(creato_at))::int AS seconds FROM account_segreto WHERE email = $1 AND scopo = 'accesso'`,
      [email],
    );
    expect(row?.seconds).toBe(600);
    expect((await visitor.post('/sessione/link/usa', { segreto: older })).status).toBe(204);
    expect(await who(visitor)).toBe(email);
    for (const segreto of [older, newer])
      expect((await new Visitor(world).post<Problem>('/sessione/link/usa', { segreto })).body.code).toBe('collegamento.non_valido');
  });

  it('is good for nothing else, and nothing else is good for it', async () => {
    const { email } = await registered(world);
    const visitor = new Visitor(world);
    await visitor.post('/sessione/link', { email });
    await visitor.post('/account/password/reset', { email });
    const [link, reset] = [await secretIn(world, email, 'accesso'), await secretIn(world, email, 'reset')];
    expect((await visitor.post('/sessione/link/usa', { segreto: reset })).status).toBe(404);
    expect((await visitor.post('/account/password/reset/usa', { segreto: link, password: PASSWORD })).status).toBe(404);
    expect((await visitor.post('/account/conferma', confirmation(link))).status).toBe(404);
    expect((await visitor.post('/account/email/usa', { segreto: link })).status).toBe(401); // only for who is signed in to the account that asked
    expect((await visitor.post('/account/amministratore/usa', { segreto: link, nome: 'A', cognome: 'B', password: PASSWORD })).status).toBe(
      404,
    );
    await world.db.query('UPDATE account_segreto SET scade_at = now() WHERE email = $1', [email]);
    expect((await visitor.post('/sessione/link/usa', { segreto: link })).status).toBe(410);
  });
});

describe('Signing in', () => {
  it('stores the password anew when it was stored with other parameters', async () => {
    const { email } = await registered(world);
    await world.db.query('UPDATE account SET password_hash = $2 WHERE email = $1', [
      email,
      await hashPassword(PASSWORD, { m: 8192, t: 1, p: 1 }),
    ]);
    expect((await signIn(new Visitor(world), email)).status).toBe(204);
    const [row] = await world.db.query<{ password_hash: string }[]>('SELECT password_hash FROM account WHERE email = $1', [email]);
    expect(row?.password_hash).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$/);
    expect((await signIn(new Visitor(world), email)).status).toBe(204);
  });

  it('takes no password for an account that has none', async () => {
    const persona = await world.scenario.persona();
    expect((await new Visitor(world).post('/sessione', { email: persona.email, password: 'null' })).status).toBe(401);
  });

  it('survives many of the same person at once, each with a session of its own', async () => {
    const { email } = await registered(world);
    const answers = await Promise.all(Array.from({ length: 10 }, () => signIn(new Visitor(world, newNetwork()), email)));
    expect(answers.map(a => a.status)).toEqual(Array(10).fill(204));
  });

  it('tells who is there and every role held, with the names that menus show', async () => {
    const base = await world.scenario.base();
    const { ambito, tavolo, ente } = base;
    const here = { id: ambito.id, slug: ambito.slug, nome: expect.any(String) };
    const view = async (persona: { token: string }) => {
      const visitor = new Visitor(world);
      visitor.cookie = `__Host-sessione=${persona.token}`;
      return (await visitor.get<SessioneView>('/sessione')).body;
    };
    expect((await view(base.coordinatore)).incarichi).toEqual([{ ruolo: 'coordinatore', ambito: here, tavolo: null, incontro: null }]);
    expect((await view(base.referente)).incarichi).toEqual([
      { ruolo: 'referente', ambito: here, tavolo: { id: tavolo.id, slug: tavolo.slug, nome: tavolo.nome }, incontro: null },
    ]);
    expect((await view(base.operatore)).enti).toEqual([
      { ambito: here, id: ente.id, denominazione: ente.denominazione, stato: 'verificato' },
    ]);
    const { persone } = await world.scenario.designazione(ambito, { ...base, stato: 'accettata', consenso: 'dato' });
    const seduta = await world.scenario.persona({ email: persone[0]?.email });
    expect((await view(seduta)).tavoli).toEqual([{ ambito: here, id: tavolo.id, slug: tavolo.slug, nome: tavolo.nome }]);
    await world.db.query('UPDATE incarico SET al = now() WHERE account_id = $1', [base.referente.id]);
    expect((await view(base.referente)).incarichi).toEqual([]);
    expect((await new Visitor(world).get<SessioneView>('/sessione')).body).toEqual({
      account: null,
      amministratore: false,
      incarichi: [],
      enti: [],
      tavoli: [],
    });
  });
});
