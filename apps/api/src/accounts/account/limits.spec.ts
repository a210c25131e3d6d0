import type { Problem } from '@tavoli/shared';
import { mailsTo, newAddress, newNetwork, PASSWORD, registered, registration, Visitor } from '../../../testing/scenario/accounts.js';
import { testWorld, type World } from '../../../testing/app.js';

let world: World;
/** Every wait lasts so many seconds longer here, that no pause of the machine lets one pass; the figures below are without it. */
const STRETCH = 3600;

beforeAll(async () => {
  world = await testWorld({ TRUST_PROXY: 'true' });
  await world.db.query(`CREATE FUNCTION stretch() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN
    NEW.bloccato_fino := NEW.bloccato_fino + interval '${STRETCH} seconds'; RETURN NEW; END $$`);
  await world.db.query(
    'CREATE TRIGGER stretch BEFORE INSERT OR UPDATE OF bloccato_fino ON tentativo FOR EACH ROW WHEN (NEW.ultimo_at = now()) EXECUTE FUNCTION stretch()',
  );
});
afterAll(() => world.close());

const wrong = (visitor: Visitor, email: string) => visitor.post<Problem>('/sessione', { email, password: 'una parola sbagliata' });
const right = (visitor: Visitor, email: string) => visitor.post<Problem>('/sessione', { email, password: PASSWORD });

/** Moves the past further back, as if this wait were over. */
async function pass(seconds: number): Promise<void> {
  await world.db.query(
    'UPDATE tentativo SET ultimo_at = ultimo_at - make_interval(secs => $1), bloccato_fino = bloccato_fino - make_interval(secs => $2)',
    [seconds, seconds + STRETCH],
  );
}

/** Presses until it has to wait. @returns how many went through, and the seconds to wait by the limit of that name */
async function untilRefused(
  limit: string,
  press: () => Promise<{ status: number; headers: Record<string, unknown> }>,
): Promise<{ through: number; wait: number }> {
  for (let through = 0; through < 100; through += 1) {
    const { status, headers } = await press();
    if (status !== 429) continue;
    expect(String(headers['retry-after'])).toMatch(/^[1-9]\d*$/);
    const [row] = await world.db.query<{ wait: number }[]>(
      'SELECT round(extract(epoch FROM bloccato_fino - ultimo_at))::int - $2::int AS wait FROM tentativo WHERE chiave LIKE $1 AND bloccato_fino > now() ORDER BY ultimo_at DESC LIMIT 1',
      [`${limit}:%`, STRETCH],
    );
    return { through, wait: row?.wait ?? NaN };
  }
  throw new Error('It was never refused.');
}

describe('B-13: guessing a password', () => {
  it('is free five times, then waits 1, 2, 4… seconds, up to twelve hours', async () => {
    const { email } = await registered(world);
    const visitor = new Visitor(world);
    expect(await untilRefused('password', () => wrong(visitor, email))).toEqual({ through: 5, wait: 1 });
    const waits = [];
    for (let wait = 1; waits.at(-1) !== 43_200; waits.push(wait)) {
      await pass(wait);
      const { through, wait: next } = await untilRefused('password', () => wrong(visitor, email));
      expect(through).toBe(1);
      wait = next;
    }
    expect(waits).toEqual([2, 4, 8, 16, 32, 64, 128, 256, 512, 1024, 2048, 4096, 8192, 16_384, 32_768, 43_200]);
    await pass(43_200);
    expect((await untilRefused('password', () => wrong(visitor, email))).wait).toBe(43_200);
  });

  it('locks out only the network it comes from: the holder signs in from another, and there nothing is forgiven', async () => {
    const { email } = await registered(world);
    const attacker = new Visitor(world);
    await untilRefused('password', () => wrong(attacker, email));
    const refused = await right(attacker, email);
    expect(refused).toMatchObject({
      status: 429,
      body: { code: 'accesso.troppi_tentativi', detail: expect.stringMatching(/^Troppi tentativi\. Riprova tra \d+ minuti\.$/) },
    });
    expect((await right(new Visitor(world), email)).status).toBe(204);
    expect((await right(attacker, email)).status).toBe(429);
  });

  it('gains nothing by changing address within a network', async () => {
    const { email } = await registered(world);
    const last = newNetwork().split('.').slice(0, 3).join('.');
    let n = 0;
    expect((await untilRefused('password', () => wrong(new Visitor(world, `${last}.${(n += 1)}`), email))).through).toBe(5);
  });

  it('is not counted when it is right: five wrong ones are free again', async () => {
    const { email } = await registered(world);
    const visitor = new Visitor(world);
    for (let i = 0; i < 4; i += 1) await wrong(visitor, email);
    expect((await right(visitor, email)).status).toBe(204);
    expect((await untilRefused('password', () => wrong(visitor, email))).through).toBe(5);
  });

  it('is counted before it is judged: of thirty at the same moment five are tried', async () => {
    const { email } = await registered(world);
    const network = newNetwork();
    const answers = await Promise.all(Array.from({ length: 30 }, () => wrong(new Visitor(world, network), email)));
    expect([answers.filter(a => a.status === 401).length, answers.filter(a => a.status === 429).length]).toEqual([5, 25]);
  });

  it('across many accounts from one network is slowed down too, and an own account buys no more tries', async () => {
    const own = await registered(world);
    const attacker = new Visitor(world);
    for (let i = 0; i < 10; i += 1) expect((await right(attacker, own.email)).status).toBe(204);
    const first = await untilRefused('password-rete', () => wrong(attacker, newAddress()));
    expect(first).toEqual({ through: 50, wait: 1 });
    await pass(1);
    expect((await right(attacker, own.email)).status).toBe(204);
    expect((await wrong(attacker, newAddress())).status).toBe(429);
    expect((await wrong(new Visitor(world), newAddress())).status).toBe(401);
  });

  it('of one’s own account through the forms that ask it again has the same limit', async () => {
    const { email, visitor } = await registered(world);
    expect(
      (
        await untilRefused('password', () =>
          visitor.put('/account/password', { attuale: 'una parola sbagliata', nuova: 'bussole e 9 gomene blu' }),
        )
      ).through,
    ).toBe(5);
    expect((await visitor.post('/account/email', { email: newAddress(), password: PASSWORD })).status).toBe(429);
    expect((await right(visitor.copy(), email)).status).toBe(429);
  });

  it('from an IPv6 site gains nothing by changing the /64: the /56 and the /48 count too', async () => {
    const { email } = await registered(world);
    const at = (subnet: number) => new Visitor(world, `2001:db8:77:${subnet.toString(16)}::7`);
    let n = 0;
    expect((await untilRefused('password', () => wrong(at((n += 1)), email))).through).toBe(20);
    expect((await right(at(0x300), email)).status).toBe(204);
  });

  it('V6.1.1: keeps neither the address nor the network of who tries', async () => {
    const { email } = await registered(world);
    const visitor = new Visitor(world);
    await wrong(visitor, email);
    const [row] = await world.db.query<{ all: string }[]>(`SELECT string_agg(t::text, '') AS all FROM tentativo t`);
    expect(row?.all).toContain('password:');
    expect(row?.all).not.toContain('@');
    expect(row?.all).not.toContain(visitor.address.split('.').slice(0, 3).join('.'));
  });
});

describe('Mails that anyone may cause', () => {
  it.each([
    ['with', true],
    ['without', false],
  ])('are limited alike for an address %s an account', async (_, known) => {
    const email = known ? (await registered(world)).email : newAddress();
    const visitor = new Visitor(world);
    const paths = ['/sessione/link', '/account/password/reset', '/account/conferma/rinvia'];
    let n = 0;
    expect(await untilRefused('posta', () => visitor.post(paths[(n += 1) % 3] ?? '', { email }))).toEqual({ through: 5, wait: 60 });
    expect((await visitor.post('/account', registration({ email }))).status).toBe(429);
    await pass(60);
    expect(await untilRefused('posta', () => visitor.post('/sessione/link', { email }))).toEqual({ through: 1, wait: 120 });
    await pass(3600 + 120);
    expect((await untilRefused('posta', () => visitor.post('/sessione/link', { email }))).through).toBe(5);
  });

  it.each([
    ['with', true],
    ['without', false],
  ])(
    'are no more than a few for one address %s an account whatever the networks; nobody is refused for what others asked',
    async (_, known) => {
      const email = known ? (await registered(world)).email : newAddress();
      for (let i = 0; i < 20; i += 1) expect((await new Visitor(world).post('/sessione/link', { email })).status).toBe(202);
      expect(await mailsTo(world, email)).toHaveLength(12);
      for (let i = 0; i < 3; i += 1) expect((await new Visitor(world).post('/account', registration({ email }))).status).toBe(202);
      // Whoever has no account yet may still open one: a confirmation was not mailed before.
      expect(await mailsTo(world, email)).toHaveLength(known ? 12 : 13);
    },
  );

  it('are limited for one network whatever the addresses', async () => {
    const visitor = new Visitor(world);
    expect(await untilRefused('posta-rete', () => visitor.post('/sessione/link', { email: newAddress() }))).toEqual({
      through: 60,
      wait: 10,
    });
  });
});
