import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import {
  indirizzoEmail,
  PERMISSIONS,
  PUBBLICO,
  RUOLO,
  UFFICI_DOVE,
  type DesignazioneView,
  type EnteView,
  type Problem,
} from '@tavoli/shared';
import * as z from 'zod';
import { newKey } from '../../../testing/client.js';
import { newAddress, newNetwork, PASSWORD, registered, registration } from '../../../testing/scenario/accounts.js';
import { testWorld, type World } from '../../../testing/app.js';
import { declaredMails } from '../../../testing/documents/mails/declared.js';
import { invia } from '../../../testing/scenario/contributi.js';
import { nuovoEnte } from '../../../testing/scenario/enti.js';
import type { Persona } from '../../../testing/scenario.js';
import type { AccessRule } from '../access/access.decorator.js';
import { AccessAudit } from '../access/access.audit.js';
import { garantita } from './mails.js';
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

const enteDi = async (designazione: string) => {
  const [row] = await world.db.query<{ id: string }[]>('SELECT ente_id AS id FROM designazione WHERE id = $1', [designazione]);
  return { id: row?.id ?? '' };
};

/** Everything that somebody who is not the holder may type, in every way that ends in a mail to the address. */
const WAYS: Readonly<Record<string, (email: string, network: string) => Promise<number>>> = {
  'registers an account': async (email, network) => (await world.as(null).post('/account', registration({ email }), from(network))).status,
  'asks for the confirmation again': async (email, network) => {
    await world.as(null).post('/account', registration({ email }), from(newNetwork()));
    return (await world.as(null).post('/account/conferma/rinvia', { email }, from(network))).status;
  },
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
  'asks to move their account there': async email => {
    const { visitor } = await registered(world);
    await visitor.put('/account/profilo', { nome: CANARY, cognome: CANARY });
    return (await visitor.post('/account/email', { email, password: PASSWORD })).status;
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
  'names somebody in what came back to be completed': async (email, network) => {
    const ente = await world.scenario.ente(base.ambito, { denominazione: CANARY });
    const { id } = await world.scenario.designazione(base.ambito, { ...base, ente, stato: 'da_integrare' });
    const chi = await world.scenario.operatore(base.ambito, ente);
    const persona = { ruolo: 'titolare', nome: CANARY, cognome: CANARY, email, telefono: '', qualifica: CANARY };
    const path = at(`/designazioni/${id}/azioni/reinvia`);
    return (await world.as(chi).post(path, { rappresentanti: [persona] }, { version: 1, ...from(network) })).status;
  },
  'names somebody for several tavoli at once': async (email, network) => {
    const ente = await world.scenario.ente(base.ambito, { denominazione: CANARY });
    const chi = await world.scenario.operatore(base.ambito, ente);
    const tavoli = [base.tavolo, await world.scenario.tavolo(base.ambito)];
    const avviso = await world.scenario.avviso(base.ambito, tavoli);
    const persona = { ruolo: 'titolare', nome: CANARY, cognome: CANARY, email, telefono: '', qualifica: CANARY };
    const body = { tavoli: tavoli.map(t => ({ avvisoId: avviso.id, tavoloId: t.id })), rappresentanti: [persona] };
    return (await world.as(chi).post(at(`/enti/${ente.id}/designazioni/insieme`), body, { ...from(network), key: newKey() })).status;
  },
  'corrects the address of who was named for a tavolo': async (email, network) => {
    const { id, persone } = await world.scenario.designazione(base.ambito, {
      ...base,
      ente: await world.scenario.ente(base.ambito),
      stato: 'inviata',
    });
    await world.db.query('UPDATE rappresentante SET nome = $2, cognome = $2 WHERE designazione_id = $1', [id, CANARY]);
    const chi = await world.scenario.operatore(base.ambito, await enteDi(id));
    const path = at(`/designazioni/${id}/persone/${persone[0]?.id ?? ''}/indirizzo`);
    return (await world.as(chi).put(path, { email }, { version: 1, ...from(network) })).status;
  },
  'names somebody for a seat that was offered by a mailed link': async (email, network) => {
    const { id, segreto } = await world.scenario.postoDiretto(base.ambito, base.tavolo, await world.scenario.ente(base.ambito));
    const persona = { ruolo: 'titolare', nome: CANARY, cognome: CANARY, email, telefono: '', qualifica: CANARY };
    const headers = { 'x-forwarded-for': network, 'x-segreto': segreto };
    return (await world.as(null).post('/nomina/azioni/nomina', { postoId: id, rappresentanti: [persona] }, { headers, key: newKey() }))
      .status;
  },
};

/** Where an address is typed by somebody without an office, and the way it is; or why none leaves from there. */
const ADDRESSES: Readonly<Record<string, string>> = {
  'POST /account': 'registers an account',
  'POST /account/conferma/rinvia': 'asks for the confirmation again',
  'POST /account/email': 'asks to move their account there',
  'POST /account/password/reset': 'asks a new password',
  'POST /ambiti/:ambito/contributi/:contributo/seguiti': 'follows a tavolo',
  'POST /ambiti/:ambito/designazioni/:designazione/azioni/:azione': 'names somebody in what came back to be completed',
  'POST /ambiti/:ambito/enti': 'registers an ente',
  'POST /ambiti/:ambito/enti/:ente/designazioni': 'no mail: a draft, whose people are asked when it is sent',
  'POST /ambiti/:ambito/enti/:ente/designazioni/insieme': 'names somebody for several tavoli at once',
  'POST /ambiti/:ambito/enti/:ente/inviti': 'invites an operatore of an ente that nobody has verified',
  'POST /ambiti/:ambito/tavoli/:tavolo/contributi': 'sends a contributo',
  'POST /ambiti/:ambito/tavoli/:tavolo/seguiti': 'follows a tavolo',
  'PUT /ambiti/:ambito/designazioni/:designazione/persone/:persona/indirizzo': 'corrects the address of who was named for a tavolo',
  'POST /nomina/azioni/:azione': 'names somebody for a seat that was offered by a mailed link',
  'POST /ambiti/:ambito/incontri/:incontro/azioni/:azione': 'no mail: but to guests, by who was given an office at that tavolo',
  'POST /ambiti/:ambito/segnalazioni': 'no mail: the office answers from its own mailbox',
  'POST /sessione': 'no mail: who signs in is told at the address that their account has already',
  'POST /sessione/link': 'asks a link',
  'PUT /ambiti/:ambito/designazioni/:designazione': 'no mail: a draft, whose people are asked when it is sent',
  'PUT /ambiti/:ambito/enti/:ente': 'no mail: what is sent there later has fixed words, and is counted to who causes it',
};

/** Only who holds an office may. */
const daUfficio = (rule: AccessRule | undefined): boolean =>
  rule !== undefined &&
  'permission' in rule &&
  PERMISSIONS[rule.permission].every(ruolo => UFFICI_DOVE.includes(RUOLO[ruolo].dove) || RUOLO[ruolo].dove === 'tavoli');

const UN_INDIRIZZO = z.toJSONSchema(indirizzoEmail, { io: 'input' }).pattern;

/** The fields of a schema that take an address. */
function indirizziDi(schema: z.ZodType): string[] {
  const found: string[] = [];
  z.toJSONSchema(schema, {
    io: 'input',
    unrepresentable: 'any',
    override: ({ jsonSchema, path }) => {
      if (jsonSchema.pattern === UN_INDIRIZZO) found.push(path.join('/'));
    },
  });
  return found;
}

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

  it('A-3: every mail that strangers are meant to get is caused by one of these ways, and these cause no other', async () => {
    const caused = new Set<string>();
    for (const way of Object.values(WAYS)) {
      const email = newAddress();
      await way(email, newNetwork());
      for (const { tipo } of await sent(email)) caused.add(tipo);
    }
    expect([...caused].sort()).toEqual(Object.keys(FIXED_WORDS).sort());
  });

  it('A-3: every address that a form takes from somebody who holds no office is one of these ways, or is told why not', () => {
    const routes = world.app.get(AccessAudit, { strict: false }).routes();
    const taken = routes.filter(
      r => !daUfficio(r.rule) && r.inputs.some(i => i.in === 'body' && indirizziDi(i.schema as z.ZodType).length > 0),
    );
    expect(taken.map(r => `${r.method} ${r.path.replace('/api/v1', '')}`).sort()).toEqual(Object.keys(ADDRESSES).sort());
    for (const [route, way] of Object.entries(ADDRESSES)) expect([route, way in WAYS || way.startsWith('no mail:')]).toEqual([route, true]);
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
    // Each was caused by somebody without an office: the gate counts it, whoever declared it.
    const chi = { network: newNetwork(), actor: { ...PUBBLICO, id: stranger.id } };
    for (const [i, draft] of drafts.entries()) {
      const [to] = [{ name: CANARY, address: newAddress() }];
      await world.db.query('DELETE FROM tentativo');
      await world.db.transaction(db => outbox.enqueue(db, [{ ...draft, chiave: `conta:${i}:${to.address}`, to }], { ...chi }));
      const counted = await world.db.query<{ k: string }[]>(`SELECT DISTINCT split_part(chiave, ':', 1) AS k FROM tentativo ORDER BY 1`);
      expect([draft.tipo, counted.map(c => c.k)]).toEqual([
        draft.tipo,
        garantita(draft.tipo) ? ['posta-account', 'posta-indirizzo'] : ['posta', 'posta-indirizzo', 'posta-rete'],
      ]);
    }
    // No other statement writes mails.
    expect(sources.filter(text => /INSERT INTO email \(/.test(text))).toHaveLength(1);
  });
});

/** Counted for the account: many enti sit behind one network. The one that moves an account comes from the network of the visitor. */
const BY_ACCOUNT = [
  'names somebody for a tavolo',
  'names somebody in what came back to be completed',
  'names somebody for several tavoli at once',
  'corrects the address of who was named for a tavolo',
  'asks to move their account there',
];

describe('Mails that somebody may cause', () => {
  it('are counted for the account of a verified ente, and for the address of who never answered', async () => {
    const email = newAddress();
    const names = async () => {
      base = await world.scenario.base();
      return WAYS['names somebody for a tavolo']?.(email, newNetwork());
    };
    for (let i = 0; i < 12; i += 1) expect(await names()).toBe(200);
    await world.db.query(
      `UPDATE tentativo SET bloccato_fino = now() + interval '1 hour' WHERE chiave LIKE 'posta-indirizzo:%' AND falliti >= 12`,
    );
    expect(await names()).toBe(429);
  });

  it('pass one gate: what one network causes in one way counts in every other', async () => {
    const network = newNetwork();
    const ways = Object.keys(WAYS).filter(way => !BY_ACCOUNT.includes(way));
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
    for (const way of Object.keys(WAYS).filter(name => !BY_ACCOUNT.includes(name)))
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
