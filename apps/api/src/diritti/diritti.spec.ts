import type { DataSource } from 'typeorm';
import type { PianoChiusuraView } from '@tavoli/shared';
import { testWorld, type World } from '../../testing/app.js';
import { admin } from '../cli/admin.js';
import { verifyChain } from '../platform/registro/verify.js';
import { PASSI } from './cancella.js';
import { DATI_PERSONALI, PARLA_DI_PERSONE, type Destino } from './dati-personali.js';

type Base = Awaited<ReturnType<World['scenario']['base']>>;
type Persona = Awaited<ReturnType<World['scenario']['persona']>>;

let world: World;
let base: Base;
beforeAll(async () => {
  world = await testWorld();
});
beforeEach(async () => {
  base = await world.scenario.base();
});
afterAll(() => world.close());

/** Somebody of whom the portal knows all that it can know: account, designazione, invitation, contributi, words of mails. */
async function conosciuta(): Promise<{ persona: Persona; cognome: string; contributo: string }> {
  const n = Math.random().toString(36).slice(2);
  const cognome = `Zibaldoni${n}`;
  const persona = await world.scenario.persona({ email: `${n}.canarino@prova.test`, nome: 'Canarina', cognome });
  const designazione = await world.scenario.designazione(base.ambito, {
    avviso: base.avviso,
    tavolo: await world.scenario.tavolo(base.ambito),
    ente: await world.scenario.ente(base.ambito),
    stato: 'revocata',
  });
  await world.db.query(
    `UPDATE rappresentante SET email = $2, nome = 'Canarina', cognome = $3, telefono = '347 1234567', qualifica = 'Presidente ${cognome}' WHERE id = $1`,
    [designazione.persone[0]?.id, persona.email, cognome],
  );
  await world.scenario.invitato(base.ambito, await world.scenario.incontro(base.ambito, base.tavolo), {
    email: persona.email,
    nome: `Canarina ${cognome}`,
  });
  const { id } = await world.scenario.contributo(base.ambito, base.tavolo, { stato: 'accolto', account: persona });
  await world.db.query(`UPDATE contributo SET autore_nome = $2, mostra_nome = true WHERE id = $1`, [id, `Canarina ${cognome}`]);
  await world.as(persona).put('/account/profilo', { nome: 'Canarina', cognome });
  await world.as(persona).post(`/calendario`, {});
  await world.as(null).post('/account/password/reset', { email: persona.email });
  return { persona, cognome, contributo: id };
}

/** Every cell of the database where these words stand: `table.column`. */
async function dove(db: DataSource, ...parole: string[]): Promise<string[]> {
  const colonne = await db.query<{ t: string; c: string }[]>(
    `SELECT table_name AS t, column_name AS c FROM information_schema.columns JOIN information_schema.tables USING (table_schema, table_name) WHERE table_schema = 'public' AND table_type = 'BASE TABLE' AND data_type IN ('text', 'jsonb', 'character varying', 'ARRAY') ORDER BY 1, 2`,
  );
  const trovate: string[] = [];
  for (const { t, c } of colonne) {
    const [row] = await db.query<{ si: boolean }[]>(
      `SELECT EXISTS (SELECT 1 FROM "${t}" WHERE ${parole.map((_, i) => `"${c}"::text ILIKE '%' || $${i + 1} || '%'`).join(' OR ')}) AS si`,
      parole,
    );
    if (row?.si) trovate.push(`${t}.${c}`);
  }
  return trovate;
}

it('G-2: every column that may speak of a person has a declared end, and no other is declared', async () => {
  const colonne = await world.db.query<{ nome: string }[]>(
    `SELECT table_name || '.' || column_name AS nome FROM information_schema.columns JOIN information_schema.tables USING (table_schema, table_name) WHERE table_schema = 'public' AND table_type = 'BASE TABLE' ORDER BY 1`,
  );
  const tutte = new Set(colonne.map(c => c.nome));
  expect(
    colonne
      .filter(({ nome }) => PARLA_DI_PERSONE.test(nome.split('.')[1] ?? ''))
      .map(c => c.nome)
      .filter(nome => !(nome in DATI_PERSONALI)),
  ).toEqual([]);
  expect(Object.keys(DATI_PERSONALI).filter(nome => !tutte.has(nome))).toEqual([]);
});

it('G-2: what is declared to be erased or to lose its name is what erasing a person does, column by column', async () => {
  const account = await world.db.query<{ nome: string }[]>(
    `SELECT k.conrelid::regclass || '.' || a.attname AS nome FROM pg_constraint k JOIN pg_attribute a ON a.attrelid = k.conrelid AND a.attnum = ANY(k.conkey) WHERE k.contype = 'f' AND k.confrelid = 'account'::regclass
     UNION SELECT table_name || '.' || column_name FROM information_schema.columns WHERE table_schema = 'public' AND data_type = 'uuid'`,
  );
  // An id says who as long as the account has a name: it loses it.
  const perAccount = new Set(account.map(c => c.nome));
  const fa = (nome: string): Destino | null => {
    const [tabella = '', colonna = ''] = nome.split('.');
    const suoi = PASSI.filter(sql => new RegExp(`^(DELETE FROM|UPDATE) ${tabella}\\b`).test(sql));
    const scritto = suoi.flatMap(sql => new RegExp(`(?:SET|,)\\s+${colonna} = (NULL|false|[^,]+)`).exec(sql)?.[1] ?? []);
    if (scritto.some(valore => valore !== 'NULL' && valore !== 'false' && !/^mostra_nome AND|^CASE WHEN provenienza/.test(valore)))
      return 'anonimo';
    if (scritto.length > 0 || (suoi.length > 0 && suoi.every(sql => sql.startsWith('DELETE')))) return 'cancella';
    return perAccount.has(nome) ? 'anonimo' : null;
  };
  const diversi = Object.entries(DATI_PERSONALI).flatMap(([nome, destino]) => {
    const fatto = fa(nome);
    if (typeof destino !== 'string')
      return fatto === null || perAccount.has(nome) ? [] : [`${nome}: conserva, ma ${JSON.stringify(fatto)}`];
    return fatto === null ? [`${nome}: ${destino}, ma non succede niente`] : [];
  });
  expect(diversi).toEqual([]);
  // Nothing is written by it that is not declared.
  const scritte = PASSI.flatMap(sql => {
    const [, tabella = '', assegna = ''] = /^UPDATE (\w+) SET ([^]*?)(?: WHERE |$)/.exec(sql) ?? [];
    return [...assegna.matchAll(/(?:^|,)\s*(\w+) =/g)].map(m => `${tabella}.${m[1] ?? ''}`);
  });
  expect(scritte.length).toBeGreaterThan(30);
  const nomi = scritte.filter(nome => PARLA_DI_PERSONE.test(nome.split('.')[1] ?? ''));
  expect(nomi.filter(nome => !(nome in DATI_PERSONALI))).toEqual([]);
});

it('G-1: a person downloads all that the portal holds of them, and nothing of anybody else', async () => {
  const { persona, cognome } = await conosciuta();
  const altra = await world.scenario.contributo(base.ambito, base.tavolo, {
    stato: 'pubblicato',
    email: 'altra.persona@prova.test',
    titolo: 'Di un’altra',
  });
  const { raw, body } = await world.as(persona).get<Record<string, unknown[]>>('/account/dati.json');
  expect(body).toMatchObject({
    account: [{ email: persona.email, cognome }],
    designazioni: [{ telefono: '347 1234567' }],
    inviti: [{ email: persona.email }],
    contributi: [{ stato: 'accolto' }],
  });
  expect(body['messaggiRicevuti']).toHaveLength(1);
  expect(raw.toString()).not.toContain(altra.codice);
  expect(raw.toString()).not.toContain('altra.persona');
  expect((await world.as(null).get('/account/dati.json')).status).toBe(401);
});

it('G-2: after closing the account no cell of the database holds name or address; what was public stays, without them, and the register still holds', async () => {
  const { persona, cognome, contributo } = await conosciuta();
  expect((await dove(world.db, persona.email)).length).toBeGreaterThan(4);
  expect((await world.as(persona).get<PianoChiusuraView>('/account/chiusura')).body).toMatchObject({ impedimenti: [] });
  expect((await world.as(persona).post('/account/chiusura', {})).status).toBe(204);
  expect(await dove(world.db, persona.email, cognome)).toEqual([]);
  expect((await world.as(persona).get('/account/chiusura')).status).toBe(401);
  expect((await world.as(null).get(`/ambiti/${base.ambito.slug}/contributi/${contributo}`)).body).toMatchObject({
    stato: 'accolto',
    provenienza: { nome: null },
  });
  expect(await verifyChain(world.db, base.ambito)).toMatchObject({ bad: null });
});

it('who still has something to hand over is told what, and nothing is deleted', async () => {
  expect((await world.as(base.referente).get<PianoChiusuraView>('/account/chiusura')).body.impedimenti).toEqual([
    expect.stringContaining('referente del tavolo'),
  ]);
  const refused = await world.as(base.referente).post('/account/chiusura', {});
  expect([refused.status, refused.body]).toEqual([409, expect.objectContaining({ code: 'account.impegnato' })]);
  expect(await world.db.query('SELECT 1 AS qui FROM account WHERE email = $1', [base.referente.email])).toEqual([{ qui: 1 }]);
});

it('where the account has a password, the wrong one closes nothing', async () => {
  const { persona } = await conosciuta();
  await world.db.query(
    `UPDATE account SET password_hash = (SELECT password_hash FROM account WHERE password_hash IS NOT NULL LIMIT 1) WHERE email = $1`,
    [persona.email],
  );
  const [{ password } = { password: null }] = await world.db.query<{ password: string | null }[]>(
    'SELECT password_hash AS password FROM account WHERE email = $1',
    [persona.email],
  );
  if (password === null)
    await world.db.query(
      `UPDATE account SET password_hash = '$argon2id$v=19$m=19456,t=2,p=1$AAAAAAAAAAAAAAAAAAAAAA$AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA' WHERE email = $1`,
      [persona.email],
    );
  expect((await world.as(persona).post('/account/chiusura', { password: 'non è questa, di sicuro' })).body).toMatchObject({
    errors: [{ pointer: '/password' }],
  });
  expect((await world.as(persona).get('/account/chiusura')).status).toBe(200);
});

it('what speaks of an address that only looks like theirs stays', async () => {
  const { persona } = await conosciuta();
  const simili = [`gi${persona.email}`, `${persona.email}.uk`, persona.email.replace('.', '_')];
  for (const [n, email] of [...simili, persona.email].entries()) {
    const nuovo = { nome: `Nome ${n}`, scopo: 'Scopo nuovo', aree: [base.ambito.area] };
    expect(
      (await world.as(base.referente).put(`/ambiti/${base.ambito.slug}/tavoli/${base.tavolo.slug}`, nuovo, { version: n + 1 })).status,
    ).toBe(200);
    await world.db.query(
      `UPDATE registro_dettaglio SET contenuto = $2::jsonb WHERE ambito_id = $1 AND seq = (SELECT max(seq) FROM registro WHERE ambito_id = $1)`,
      [base.ambito.id, JSON.stringify({ a: email })],
    );
  }
  expect((await world.as(persona).post('/account/chiusura', {})).status).toBe(204);
  const restano = await world.db.query<{ a: string }[]>(
    `SELECT contenuto->>'a' AS a FROM registro_dettaglio WHERE ambito_id = $1 AND contenuto ? 'a' ORDER BY seq`,
    [base.ambito.id],
  );
  expect(restano.map(r => r.a)).toEqual(simili);
});

describe('G-2: who never had an account', () => {
  const run = async (...args: string[]) => {
    const said: string[] = [];
    const out = { write: (text: string) => said.push(text) };
    return {
      code: await admin(args, { DATABASE_URL: world.url, PUBLIC_ORIGIN: 'https://tavoli.test' }, { stdout: out, stderr: out }),
      said: said.join(''),
    };
  };

  it('is forgotten when the office asks, and what was public stays without them', async () => {
    const email = `cittadina.${Date.now()}@prova.test`;
    const contributo = await world.scenario.contributo(base.ambito, base.tavolo, { stato: 'pubblicato', email });
    await world.db.query(`UPDATE contributo SET autore_nome = 'Cora Leggendaria', mostra_nome = true WHERE id = $1`, [contributo.id]);
    const path = `/ambiti/${base.ambito.slug}/contributi/${contributo.id}`;
    expect((await world.as(null).get(path)).raw.toString()).toContain('Cora Leggendaria');
    expect(await run('cancella', email)).toEqual({ code: 0, said: expect.stringContaining('Restano gli atti pubblici') });
    expect(await dove(world.db, email, 'Leggendaria')).toEqual([]);
    expect(await world.as(null).get(path)).toMatchObject({ status: 200, body: { stato: 'pubblicato' } });
    expect(await run('cancella', email)).toEqual({ code: 1, said: expect.stringContaining('non c’è nulla') });
  });

  it('but not while they sit at a tavolo, nor in place of who has an account', async () => {
    const seduta = await world.scenario.designazione(base.ambito, { ...base, stato: 'accettata', consenso: 'dato' });
    const email = seduta.persone[0]?.email ?? '';
    expect(await run('cancella', email)).toEqual({ code: 1, said: expect.stringContaining(base.tavolo.nome) });
    expect(await run('cancella', base.referente.email)).toEqual({ code: 1, said: expect.stringContaining('può chiuderlo da sé') });
    expect(await world.db.query('SELECT count(*)::int AS n FROM rappresentante WHERE email = $1', [email])).toEqual([{ n: 1 }]);
  });
});
