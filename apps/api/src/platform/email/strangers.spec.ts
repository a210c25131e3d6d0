import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { DesignazioneView, EnteView, Problem } from '@tavoli/shared';
import { newAddress, newNetwork, PASSWORD, registered, registration } from '../../../testing/scenario/accounts.js';
import { testWorld, type World } from '../../../testing/app.js';
import { declaredMails } from '../../../testing/documents/mails/declared.js';
import { invia } from '../../../testing/scenario/contributi.js';
import { nuovoEnte } from '../../../testing/scenario/enti.js';
import type { Persona } from '../../../testing/scenario.js';
import { EmailOutbox } from './email-outbox.js';
import { FIXED_WORDS } from '../../messaggi/fixed-words.js';

type Base = Awaited<ReturnType<World['scenario']['base']>>;

let world: World;
let base: Base;
/** A person signed in who chose their own name. */
let stranger: Persona;
beforeAll(async () => {
  world = await testWorld({ TRUST_PROXY: 'true' });
});
beforeEach(async () => {
  base = await world.scenario.base();
  stranger = await world.scenario.persona({ nome: CANARY, cognome: CANARY });
});
afterAll(() => world.close());

const CANARY = 'Canarinogiallo';
const at = (path: string) => `/ambiti/${base.ambito.slug}${path}`;
const from = (network: string) => ({ headers: { 'x-forwarded-for': network } });

/** Everything that somebody who is not the holder may type, in every way that ends in a mail to the address. */
const WAYS: Readonly<Record<string, (email: string, network: string) => Promise<number>>> = {
  'registers an account': async (email, network) => (await world.as(null).post('/account', registration({ email }), from(network))).status,
  'asks a link': async (email, network) => (await world.as(null).post('/sessione/link', { email }, from(network))).status,
  'asks a new password': async (email, network) => (await world.as(null).post('/account/password/reset', { email }, from(network))).status,
  'sends a contributo': async (email, network) =>
    (
      await invia(
        world,
        base.ambito,
        base.tavolo,
        { titolo: CANARY, testo: `${CANARY} scrive.`, autore: { nome: CANARY, email } },
        null,
        network,
      )
    ).status,
  'follows a tavolo': async (email, network) =>
    (await world.as(null).post(at(`/tavoli/${base.tavolo.slug}/seguiti`), { email, sito: '' }, from(network))).status,
  'registers an ente': async (email, network) =>
    (
      await world
        .as(stranger)
        .post<EnteView>(at('/enti'), nuovoEnte({ email, denominazione: CANARY, presentazione: CANARY }), from(network))
    ).status,
  'invites an operatore of an ente that nobody has verified': async (email, network) => {
    const ente = await world.scenario.ente(base.ambito, { stato: 'in_verifica', denominazione: CANARY });
    await world.scenario.operatore(base.ambito, ente, stranger);
    return (await world.as(stranger).post(at(`/enti/${ente.id}/inviti`), { email }, from(network))).status;
  },
  'names somebody for a tavolo': async (email, network) => {
    const { id } = await world.scenario.designazione(base.ambito, { ...base, stato: 'bozza' });
    await world.db.query(
      'UPDATE rappresentante SET email = $2, nome = $3, cognome = $3 WHERE id = (SELECT id FROM rappresentante WHERE designazione_id = $1 ORDER BY ordine LIMIT 1)',
      [id, email, CANARY],
    );
    return (
      await world.as(base.operatore).post<DesignazioneView>(at(`/designazioni/${id}/azioni/invia`), {}, { version: 1, ...from(network) })
    ).status;
  },
};

/** Whatever an address was sent, whole. */
const sent = (email: string) =>
  world.db.query<{ tipo: string; name: string; all: string }[]>(
    'SELECT tipo, a_nome AS name, email::text AS all FROM email WHERE a_indirizzo = $1',
    [email],
  );

describe('A mail to an address whose holder has never said yes', () => {
  it.each(Object.keys(WAYS))('A-3: holds nothing that was typed by whoever %s', async way => {
    const email = newAddress();
    expect([200, 201, 202]).toContain(await WAYS[way]?.(email, newNetwork()));
    const mails = await sent(email);
    expect(mails.length).toBeGreaterThan(0);
    for (const mail of mails) expect([mail.tipo, mail.name, mail.all.includes(CANARY)]).toEqual([mail.tipo, '', false]);
  });

  it('A-3: nor by an account that asks to move there', async () => {
    const { visitor } = await registered(world);
    await visitor.put('/account/profilo', { nome: CANARY, cognome: CANARY });
    const email = newAddress();
    expect((await visitor.post('/account/email', { email, password: PASSWORD })).status).toBe(202);
    expect((await sent(email)).map(m => [m.tipo, m.all.includes(CANARY)])).toEqual([['account.cambio_email', false]]);
  });

  it('A-3: is so whatever its kind and whoever writes it: every kind declared, with something typed in every part', async () => {
    const files = (readdirSync(join(import.meta.dirname, '../..'), { recursive: true }) as string[]).filter(
      name => name.endsWith('.ts') && !name.endsWith('.spec.ts'),
    );
    const sources = files.map(name => readFileSync(join(import.meta.dirname, '../..', name), 'utf8'));
    const kinds = (await declaredMails()).map(({ tipo }) => tipo);
    expect(kinds).toEqual(expect.arrayContaining(Object.keys(FIXED_WORDS)));
    const email = newAddress();
    const outbox = world.app.get(EmailOutbox);
    const drafts = kinds
      .filter(tipo => tipo !== 'account.email_cambiata')
      .map(tipo => ({
        chiave: `prova:${tipo}:${email}`,
        tipo,
        to: { name: CANARY, address: email },
        subject: CANARY,
        paragraphs: [CANARY],
        facts: [[CANARY, CANARY]] as const,
        why: CANARY,
        action: { label: CANARY, path: '/' },
        links: [{ label: CANARY, path: '/' }],
        files: [{ name: CANARY, sha256: 'a'.repeat(64), mediaType: 'application/pdf' }],
        calendar: { method: 'REQUEST' as const, ics: CANARY },
        rinuncia: `/s/${CANARY}`,
      }));
    await world.db.transaction(db => outbox.enqueue(db, drafts));
    const mails = await sent(email);
    expect(mails).toHaveLength(drafts.length);
    expect(mails.filter(m => m.all.includes(CANARY))).toEqual([]);
    // No other statement writes mails.
    expect(sources.filter(text => /INSERT INTO email \(/.test(text))).toHaveLength(1);
  });
});

describe('Mails that somebody may cause', () => {
  it('pass one gate: what one network causes in one way counts in every other', async () => {
    const network = newNetwork();
    const ways = Object.keys(WAYS).filter(way => way !== 'names somebody for a tavolo');
    const last = Object.fromEntries(
      await Promise.all(ways.map(async way => [way, await WAYS[way]?.(newAddress(), newNetwork())] as const)),
    );
    expect(Object.values(last).every(status => Number(status) < 300)).toBe(true);
    for (let i = 0; i < 60; i += 1) await WAYS['registers an account']?.(newAddress(), network);
    await world.db.query(
      `UPDATE tentativo SET bloccato_fino = now() + interval '1 hour' WHERE chiave LIKE 'posta-rete:%' AND falliti >= 60`,
    );
    for (const way of ways) expect([way, await WAYS[way]?.(newAddress(), network)]).toEqual([way, 429]);
  });

  it('count for the address too, in every way together', async () => {
    const [email, network] = [newAddress(), newNetwork()];
    for (const way of ['registers an account', 'asks a link', 'sends a contributo', 'follows a tavolo', 'registers an ente'])
      expect([way, Number(await WAYS[way]?.(email, network)) < 300]).toEqual([way, true]);
    await world.db.query(`UPDATE tentativo SET bloccato_fino = now() + interval '1 hour' WHERE chiave LIKE 'posta:%' AND falliti >= 5`);
    for (const way of Object.keys(WAYS).filter(name => name !== 'names somebody for a tavolo'))
      expect([way, await WAYS[way]?.(email, network)]).toEqual([way, 429]);
  });

  it('are asked for by strangers as often as they like: the holder still gets theirs', async () => {
    const { email } = await registered(world);
    const ask = async () => (await world.as(null).post<Problem>('/account/password/reset', { email }, from(newNetwork()))).status;
    const answers = [];
    for (let i = 0; i < 20; i += 1) answers.push(await ask());
    expect(answers).toEqual(Array(20).fill(202)); // the same as for an address that has no account
    const links = () =>
      world.db.query<{ n: number }[]>(
        `SELECT count(*)::int AS n FROM account_segreto WHERE email = $1 AND scopo = 'reset' AND usato_at IS NULL AND scade_at > now()`,
        [email],
      );
    expect((await links())[0]?.n).toBeLessThan(20);
    await world.db.query(`UPDATE account_segreto SET usato_at = now() WHERE email = $1`, [email]);
    expect([await ask(), (await links())[0]?.n]).toEqual([202, 1]);
  });
});
