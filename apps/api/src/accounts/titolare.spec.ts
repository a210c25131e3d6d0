import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { ORE_INATTIVE, type DesignazioneView, type Pagina, type Problem, type SessioneAttivaView, type SessioneView } from '@tavoli/shared';
import {
  mailsTo,
  newAddress,
  newNetwork,
  OTHER_PASSWORD,
  PASSWORD,
  registered,
  secretIn,
  Visitor,
} from '../../testing/scenario/accounts.js';
import { testWorld, type World } from '../../testing/app.js';
import { AccountsHousekeeping } from './accounts.housekeeping.js';
import { INDIRIZZI, SEMBRA_UN_INDIRIZZO } from './account/indirizzi.js';

let world: World;
beforeAll(async () => {
  world = await testWorld({ TRUST_PROXY: 'true' });
});
afterAll(() => world.close());

const types = async (email: string) => (await mailsTo(world, email)).map(m => m.tipo);
const idOf = async (email: string) => (await world.db.query<{ id: string }[]>('SELECT id FROM account WHERE email = $1', [email]))[0]?.id;
const session = async (visitor: Visitor) => (await visitor.get<SessioneView>('/sessione')).body;
const signIn = (visitor: Visitor, email: string, password = PASSWORD) => visitor.post<Problem>('/sessione', { email, password });

describe('Another address', () => {
  /** Columns of the schema whose name may hold an address. */
  const columns = async () =>
    (
      await world.db.query<{ name: string; column: string }[]>(
        `SELECT table_name || '.' || column_name AS name, column_name AS column FROM information_schema.columns JOIN information_schema.tables USING (table_schema, table_name)
       WHERE table_schema = 'public' AND table_type = 'BASE TABLE' AND data_type IN ('text', 'jsonb', 'character varying', 'citext') ORDER BY 1`,
      )
    )
      .filter(({ column }) => SEMBRA_UN_INDIRIZZO.test(column))
      .map(({ name }) => name);

  it('has a fate written for every column of the schema that may hold one, and for no other', async () => {
    expect(await columns()).toEqual(Object.keys(INDIRIZZI).sort());
  });

  /** Somebody who sits, is called, wrote, follows and is waited for by mail; who has another address from now on. */
  const moves = async () => {
    const { email, visitor } = await registered(world);
    const base = await world.scenario.base();
    const seduta = await world.scenario.designazione(base.ambito, { ...base, stato: 'accettata', consenso: 'dato' });
    const incontro = await world.scenario.incontro(base.ambito, base.tavolo);
    await world.db.query('UPDATE rappresentante SET email = $2 WHERE id = $1', [seduta.persone[0]?.id, email]);
    await world.scenario.invitato(base.ambito, incontro, { email });
    await world.scenario.contributo(base.ambito, base.tavolo, { email, stato: 'pubblicato' });
    await world.db.query(
      `INSERT INTO seguito (ambito_id, tipo, oggetto_id, indirizzo, confermato_at) VALUES ($1, 'tavolo', $2, $3, now())`,
      [base.ambito.id, base.tavolo.id, email],
    );
    const nuova = newAddress();
    // The same thing is there already for the new address: it stays as it is, and nothing fails.
    await world.db.query(`INSERT INTO email_rinuncia (indirizzo, tipo) VALUES ($1, 'promemoria'), ($2, 'promemoria'), ($1, 'novita')`, [
      email,
      nuova,
    ]);
    await visitor.post('/account/email', { email: nuova, password: PASSWORD });
    const segreto = await secretIn(world, nuova, 'cambio_email');
    return { email, nuova, visitor, base, seduta, segreto, change: () => visitor.post('/account/email/usa', { segreto }) };
  };

  it('takes every seat with it, with a line in its history; what was under way is mailed there', async () => {
    const { email, nuova, visitor, base, seduta, change } = await moves();
    const before = await session(visitor);
    expect(before.tavoli).toHaveLength(1);
    expect((await change()).status).toBe(204);
    expect((await session(visitor)).tavoli).toEqual(before.tavoli);
    const left = await Promise.all(
      Object.entries(INDIRIZZI)
        .filter(([name, sorte]) => sorte === 'segue' && name !== 'email.a_indirizzo')
        .map(async ([name]) => {
          const [table, column] = name.split('.');
          const [row] = await world.db.query<{ n: number }[]>(`SELECT count(*)::int AS n FROM ${table} WHERE ${column} = $1`, [email]);
          return [name, row?.n];
        }),
    );
    expect(left.filter(([, n]) => n !== 0)).toEqual([['email_rinuncia.indirizzo', 1]]);
    const { body } = await world.as(base.referente).get<DesignazioneView>(`/ambiti/${base.ambito.slug}/designazioni/${seduta.id}`);
    expect(body.storia[0]?.azione).toBe('designazione.cambia_indirizzo');
    expect(JSON.stringify(body.storia)).not.toContain(nuova);
  });

  it('takes nothing from whoever opens, in good faith, a link that a stranger asked for', async () => {
    const stranger = await registered(world);
    const victim = await moves();
    const free = newAddress();
    await world.db.query('UPDATE rappresentante SET email = $2 WHERE id = $1', [victim.seduta.persone[0]?.id, free]);
    await stranger.visitor.post('/account/email', { email: free, password: PASSWORD });
    const segreto = await secretIn(world, free, 'cambio_email');
    expect((await new Visitor(world).post('/account/email/usa', { segreto })).status).toBe(401);
    expect((await victim.visitor.post('/account/email/usa', { segreto })).status).toBe(404);
    expect((await session(stranger.visitor)).tavoli).toEqual([]);
  });

  it('is taken by nobody before it is confirmed', async () => {
    const { visitor, email } = await moves();
    expect((await session(visitor)).tavoli).toHaveLength(1);
    const [row] = await world.db.query<{ n: number }[]>('SELECT count(*)::int AS n FROM rappresentante WHERE email = $1', [email]);
    expect(row?.n).toBe(1);
  });
});

describe('A private calendar', () => {
  const withCalendar = async () => {
    const who = await registered(world);
    await world.db.query("INSERT INTO calendario_privato (account_id, segreto_hash) VALUES ($1, decode(md5($2), 'hex'))", [
      await idOf(who.email),
      who.email,
    ]);
    const calendars = async () =>
      (await world.db.query<unknown[]>('SELECT 1 FROM calendario_privato WHERE account_id = $1', [await idOf(who.email)])).length;
    return { ...who, calendars };
  };

  it.each([
    [undefined, 1],
    [false, 1],
    [true, 0],
  ])('ends with the old password only if asked: %s', async (chiudiCalendario, left) => {
    const changed = await withCalendar();
    expect((await changed.visitor.put('/account/password', { attuale: PASSWORD, nuova: OTHER_PASSWORD, chiudiCalendario })).status).toBe(
      204,
    );
    expect(await changed.calendars()).toBe(left);
    const reset = await withCalendar();
    await new Visitor(world).post('/account/password/reset', { email: reset.email });
    expect(
      (
        await new Visitor(world).post('/account/password/reset/usa', {
          segreto: await secretIn(world, reset.email, 'reset'),
          password: OTHER_PASSWORD,
          chiudiCalendario,
        })
      ).status,
    ).toBe(204);
    expect(await reset.calendars()).toBe(left);
  });
});

describe('A session that nobody uses', () => {
  const idle = (email: string, hours: number) =>
    world.db.query(
      `UPDATE sessione SET vista_at = now() - make_interval(hours => $2, mins => 1) WHERE account_id = (SELECT id FROM account WHERE email = $1)`,
      [email, hours],
    );
  const staff = async (ruolo: 'coordinatore' | 'ufficio_di_piano' | 'referente') => {
    const who = await registered(world);
    const base = await world.scenario.base();
    await world.db.query('INSERT INTO incarico (ambito_id, id, account_id, ruolo, tavolo_id) VALUES ($1, gen_random_uuid(), $2, $3, $4)', [
      base.ambito.id,
      await idOf(who.email),
      ruolo,
      ruolo === 'referente' ? base.tavolo.id : null,
    ]);
    return who;
  };

  it.each(['coordinatore', 'ufficio_di_piano', 'referente'] as const)(
    'of staff ends after its hours, and its holder is told why: %s',
    async ruolo => {
      const { email, visitor } = await staff(ruolo);
      await idle(email, ORE_INATTIVE[ruolo] - 1);
      expect((await session(visitor)).account?.email).toBe(email);
      await idle(email, ORE_INATTIVE[ruolo]);
      expect(await session(visitor)).toMatchObject({ account: null, incarichi: [], inattiva: true });
      expect((await visitor.get<Problem>('/sessioni')).body).toMatchObject({ status: 401, code: 'accesso.inattivo' });
      await world.app.get(AccountsHousekeeping).sweep();
      expect((await visitor.get<Problem>('/sessioni')).body.code).toBe('accesso.inattivo'); // whoever comes back a day later is told too
      const elsewhere = new Visitor(world);
      await signIn(elsewhere, email);
      expect((await elsewhere.get<Pagina<SessioneAttivaView>>('/sessioni')).body.items).toHaveLength(1);
    },
  );

  it('of an amministratore too; of a citizen after two weeks', async () => {
    const [admin, citizen] = [await registered(world), await registered(world)];
    await world.db.query('UPDATE account SET amministratore = true WHERE email = $1', [admin.email]);
    for (const { email } of [admin, citizen]) await idle(email, ORE_INATTIVE.amministratore);
    expect([(await session(admin.visitor)).inattiva, (await session(citizen.visitor)).account?.email]).toEqual([true, citizen.email]);
    await idle(citizen.email, ORE_INATTIVE.nessuno);
    expect((await session(citizen.visitor)).inattiva).toBe(true);
  });
});

describe('The holder of an account is told', () => {
  it('of every new password: one place writes it, beside who hashes the same one anew and who forgets a person', () => {
    const root = join(import.meta.dirname, '..');
    const writers = (readdirSync(root, { recursive: true }) as string[]).filter(
      name =>
        name.endsWith('.ts') && !name.endsWith('.spec.ts') && /SET\b[^`]*password_hash = /.test(readFileSync(join(root, name), 'utf8')),
    );
    expect(writers.sort()).toEqual(['accounts/accesso.service.ts', 'accounts/nuova-password.ts', 'diritti/cancella.ts']);
  });

  it('of a browser that the account had never used, whichever way it came in, and not of one that it knows', async () => {
    const { email, visitor } = await registered(world);
    await visitor.delete('/sessione');
    await signIn(visitor, email);
    expect(await types(email)).not.toContain('account.dispositivo_nuovo');
    const other = new Visitor(world);
    await signIn(other, email);
    expect((await types(email)).filter(t => t === 'account.dispositivo_nuovo')).toHaveLength(1);
    expect((await mailsTo(world, email))[0]?.testo).toContain('Firefox su Linux');
    const third = new Visitor(world);
    await third.post('/sessione/link', { email });
    await third.post('/sessione/link/usa', { segreto: await secretIn(world, email, 'accesso') });
    expect((await types(email)).filter(t => t === 'account.dispositivo_nuovo')).toHaveLength(2);
    await world.app.get(AccountsHousekeeping).sweep();
    await signIn(other, email);
    expect((await types(email)).filter(t => t === 'account.dispositivo_nuovo')).toHaveLength(2);
  });

  it('of many wrong passwords from many networks, once a day; they slow down strangers, and keep the holder out of nothing', async () => {
    const { email, visitor } = await registered(world);
    const answers = [];
    for (let i = 0; i < 40; i += 1) answers.push((await signIn(new Visitor(world, newNetwork()), email, 'una parola sbagliata')).status);
    expect(answers.slice(0, 30)).toEqual(Array(30).fill(401));
    expect(answers.filter(s => s === 429).length).toBeGreaterThan(0);
    expect((await types(email)).filter(t => t === 'account.tentativi')).toHaveLength(1);
    // It goes on slowly for days: told again when they are twice as many.
    await world.db.query(`UPDATE email SET chiave = chiave || ':ieri' WHERE tipo = 'account.tentativi' AND a_indirizzo = $1`, [email]);
    for (const [prima, avvisi] of [
      [37, 1],
      [39, 2],
      [45, 2],
    ] as const) {
      await world.db.query(`UPDATE tentativo SET falliti = $1, bloccato_fino = NULL WHERE chiave LIKE 'password-account:%'`, [prima]);
      await signIn(new Visitor(world, newNetwork()), email, 'una parola sbagliata');
      expect([prima, (await types(email)).filter(t => t === 'account.tentativi').length]).toEqual([prima, avvisi]);
    }
    await world.db.query(`UPDATE tentativo SET bloccato_fino = now() + interval '5 minutes' WHERE chiave LIKE 'password-account:%'`);
    expect((await signIn(new Visitor(world), email)).status).toBe(429);
    await visitor.delete('/sessione');
    expect((await signIn(visitor, email)).status).toBe(204); // a browser that the account knows
    const elsewhere = new Visitor(world);
    await world.db.query(
      `UPDATE tentativo SET bloccato_fino = now() + interval '5 minutes', falliti = 40 WHERE chiave LIKE 'password-account:%'`,
    );
    await elsewhere.post('/account/password/reset', { email });
    expect(
      (await elsewhere.post('/account/password/reset/usa', { segreto: await secretIn(world, email, 'reset'), password: OTHER_PASSWORD }))
        .status,
    ).toBe(204);
  });
});
