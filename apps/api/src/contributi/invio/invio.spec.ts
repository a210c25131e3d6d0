import type {
  AllegatoCaricatoView,
  ContributoGestioneView,
  ContributoPubblicoView,
  ModuloContributoView,
  RegoleContributiView,
  RicevutaContributoView,
} from '@tavoli/shared';
import { newAddress, newNetwork } from '../../../testing/scenario/accounts.js';
import { testWorld, type World } from '../../../testing/app.js';
import { newKey } from '../../../testing/client.js';
import { conSegreto, contributoInput, invia, moduloDi, passo, segretoIn } from '../../../testing/scenario/contributi.js';
import { multipart } from '../../../testing/multipart.js';
import { JPEG_CON_LUOGO, LUOGO, PNG_CON_LUOGO } from '../../../testing/files/pictures.js';
import { MASSIMO_MS } from './modulo.service.js';

type Base = Awaited<ReturnType<World['scenario']['base']>>;

let world: World;
let base: Base;
beforeAll(async () => {
  world = await testWorld({ TRUST_PROXY: 'true' });
});
beforeEach(async () => {
  base = await world.scenario.base();
});
afterAll(() => world.close());

const url = (rest = '') => `/ambiti/${base.ambito.slug}/tavoli/${base.tavolo.slug}/contributi${rest}`;
const from = (address: string) => ({ headers: { 'x-forwarded-for': address } });
const righe = async () =>
  (await world.db.query<{ stato: string }[]>('SELECT stato FROM contributo WHERE ambito_id = $1', [base.ambito.id])).map(r => r.stato);
const allega = (name: string, content: Buffer, address = newNetwork()) => {
  const [body, options] = multipart(name, content, 'application/octet-stream');
  return world
    .as(null)
    .send<AllegatoCaricatoView>('POST', url('/files'), body, { headers: { ...options.headers, 'x-forwarded-for': address } });
};
const regola = async (body: unknown) => {
  const { version } = (await world.as(null).get<RegoleContributiView>(url('/regole'))).body;
  return world.as(base.referente).put<RegoleContributiView>(url('/regole'), body, { version });
};

it('F-9: the same form sent five times at once, and again later, is one contributo with one code', async () => {
  const input = contributoInput(await moduloDi(world, base.tavolo));
  const key = newKey();
  const post = () => world.as(null).post<RicevutaContributoView>(url(), input, { key, ...from('10.77.0.1') });
  const answers = await Promise.all([post(), post(), post(), post(), post()]);
  const taken = answers.filter(a => a.status === 201);
  expect(taken.length).toBeGreaterThan(0);
  expect(answers.filter(a => a.status !== 201).every(a => a.status === 409)).toBe(true);
  const again = await post();
  expect([again.status, again.body.codice, (await righe()).length]).toEqual([201, taken[0]?.body.codice, 1]);
  // Nobody acts as the author before the mail is confirmed: no answer holds a secret until then, and only the confirmation gives one.
  expect([...taken, again].map(a => a.body.segreto)).toEqual([...taken, again].map(() => null));
  const confirmed = await world
    .as(null)
    .post<RicevutaContributoView>('/contributo/conferma', {}, conSegreto(await segretoIn(world, input.autore?.email ?? '', 'conferma')));
  expect((await world.as(null).get<{ id: string }>('/contributo', conSegreto(confirmed.body.segreto ?? ''))).body.id).toBe(
    taken[0]?.body.id,
  );
  expect((await world.as(null).post(url(), { ...input, titolo: 'Un altro testo' }, { key, ...from('10.77.0.1') })).status).toBe(422);
  expect(
    (
      await world
        .as(await world.scenario.persona())
        .post<RicevutaContributoView>(url(), { ...input, autore: null }, { key, ...from('10.77.0.2') })
    ).body.codice,
  ).not.toBe(taken[0]?.body.codice);
});

it('B-14: of a thousand automated posts in a minute at most twenty reach the queue, whatever they pretend', async () => {
  const modulo = await moduloDi(world, base.tavolo);
  const fresh = (await world.as(null).get<ModuloContributoView>(url('/modulo'))).body.modulo;
  const bot = await world.scenario.persona();
  const forms = [
    { modulo },
    { modulo, sito: 'https://comprami.invalid' },
    { modulo: fresh },
    { modulo: 'inventato' },
    { modulo, autore: null },
  ];
  const statuses = new Map<number, number>();
  for (let round = 0; round < 50; round += 1) {
    const answers = await Promise.all(
      Array.from({ length: 20 }, (_, n) => {
        const form = { ...contributoInput(modulo), ...forms[n % forms.length] };
        const who = form.autore === null ? bot : null;
        return world.as(who).post(url(), form, { key: newKey(), ...from(n % 2 === 0 ? '10.66.6.6' : newNetwork()) });
      }),
    );
    for (const { status } of answers) statuses.set(status, (statuses.get(status) ?? 0) + 1);
  }
  expect([...statuses.keys()].sort()).toEqual([201, 422, 429]);
  const queued = (await righe()).filter(stato => stato !== 'da_confermare');
  expect(queued.length).toBeGreaterThan(0);
  expect(queued.length).toBeLessThanOrEqual(20);
});

it('B-14: no refusal says which check failed, and none is told apart from another', async () => {
  const modulo = await moduloDi(world, base.tavolo);
  const attempts = [
    { modulo, sito: 'x' },
    { modulo: await moduloDi(world, base.tavolo, 1) },
    { modulo: await moduloDi(world, base.tavolo, MASSIMO_MS / 1000 + 60) },
    { modulo: await moduloDi(world, await world.scenario.tavolo(base.ambito)) },
    { modulo: 'x.y.z' },
  ];
  const answers = await Promise.all(attempts.map(fields => invia(world, base.ambito, base.tavolo, fields)));
  const told = answers.map(a => ({ status: a.status, body: { ...(a.body as unknown as Record<string, unknown>), instance: '' } }));
  expect(told[0]).toMatchObject({ status: 422, body: { code: 'contributo.non_inviato' } });
  for (const answer of told) expect(answer).toEqual(told[0]);
  expect(await righe()).toEqual([]);
});

it('nothing a person has is asked of them but time: the second try with the same words is taken', async () => {
  const key = newKey();
  const early = contributoInput((await world.as(null).get<ModuloContributoView>(url('/modulo'))).body.modulo);
  expect((await world.as(null).post(url(), early, { key, ...from('10.77.1.1') })).status).toBe(422);
  expect(
    (await world.as(null).post(url(), { ...early, modulo: await moduloDi(world, base.tavolo) }, { key, ...from('10.77.1.1') })).status,
  ).toBe(201);
});

it('takes contributi only in the window; who opened the form before its end may still send it', async () => {
  const finestra = (dal: number, al: number) => ({
    apertura: {
      tipo: 'finestra',
      dal: new Date(Date.now() + dal * 60_000).toISOString(),
      al: new Date(Date.now() + al * 60_000).toISOString(),
    },
    domande: [],
  });
  const statusAfter = async (regole: unknown, openedMinutesAgo = 1) => {
    expect((await regola(regole)).status).toBe(200);
    return (await invia(world, base.ambito, base.tavolo, { modulo: await moduloDi(world, base.tavolo, openedMinutesAgo * 60) })).status;
  };
  expect(await statusAfter({ apertura: { tipo: 'chiusi' }, domande: [] })).toBe(409);
  expect(await statusAfter(finestra(5, 10))).toBe(409);
  expect(await statusAfter(finestra(-10, 10))).toBe(201);
  expect(await statusAfter(finestra(-60, -5), 1)).toBe(409);
  expect(await statusAfter(finestra(-60, -5), 10)).toBe(201);
  expect(await statusAfter(finestra(-90, -40), 50)).toBe(409);
});

it('answers to guided questions keep the words of the question', async () => {
  const domanda = { id: '3f0c1a52-5a3e-4a0c-9d4e-1f2a3b4c5d6e', testo: 'Da quanto tempo succede?' };
  await regola({ apertura: { tipo: 'sempre' }, domande: [domanda] });
  const sent = await invia(
    world,
    base.ambito,
    base.tavolo,
    { risposte: [{ domandaId: domanda.id, testo: 'Da due inverni.' }] },
    await world.scenario.persona(),
  );
  await regola({ apertura: { tipo: 'sempre' }, domande: [{ ...domanda, testo: 'Altro' }] });
  await passo(world, base.ambito, sent.body.id, 'pubblica', base.referente);
  const page = await world.as(null).get<ContributoPubblicoView>(`/ambiti/${base.ambito.slug}/contributi/${sent.body.id}`);
  expect(page.body.testi?.risposte).toEqual([{ domanda: domanda.testo, testo: 'Da due inverni.' }]);
});

it('without account an address is needed, told beside the field; a comune must be of the ambito', async () => {
  const [nobody, foreign] = [
    await invia(world, base.ambito, base.tavolo, { autore: null }),
    await invia(world, base.ambito, base.tavolo, { comune: '058091' }),
  ];
  expect([nobody.status, nobody.text]).toEqual([400, expect.stringContaining('/autore/email')]);
  expect([foreign.status, foreign.text]).toEqual([422, expect.stringContaining('/comune')]);
});

it('B-13: short codes cannot be tried through: after a few the network waits, and longer each time', async () => {
  const c = await world.scenario.contributo(base.ambito, base.tavolo, { stato: 'pubblicato' });
  const ask = (codice: string, address = '10.88.0.1') =>
    world
      .as(null)
      .post<{ code?: string; percorsoPubblico?: string }>(`/ambiti/${base.ambito.slug}/contributi/ricerche`, { codice }, from(address));
  const spelled = await ask(c.codice.toLowerCase().replaceAll('-', ' ').replaceAll('0', 'o'));
  expect([spelled.status, spelled.body.percorsoPubblico]).toEqual([200, `/${base.ambito.slug}/contributi/${c.id}`]);
  const answers = [];
  for (let n = 0; n < 30; n += 1) answers.push(await ask(`CON-0000-${String(n).padStart(4, '0')}`));
  expect(answers.filter(a => a.status === 404).length).toBeLessThanOrEqual(10);
  expect(Number(answers.at(-1)?.headers['retry-after'])).toBeGreaterThan(0);
  expect((await ask(c.codice, '10.88.1.1')).status).toBe(200);
});

it('B-2: a picture loses where it was taken before anything is kept, and is public only if the moderator says so', async () => {
  const files = [await allega('casa.jpeg', JPEG_CON_LUOGO), await allega('pianta.png', PNG_CON_LUOGO)];
  expect(files.map(f => [f.status, f.body.nome])).toEqual([
    [201, 'casa.jpg'],
    [201, 'pianta.png'],
  ]);
  const sent = await invia(world, base.ambito, base.tavolo, { allegati: files.map(f => f.body.chiave) }, await world.scenario.persona());
  const path = `/ambiti/${base.ambito.slug}/contributi/${sent.body.id}`;
  const { body } = await world.as(base.referente).get<ContributoGestioneView>(`${path}/gestione`);
  const [primo, secondo] = body.files.map(f => f.id);
  await passo(world, base.ambito, sent.body.id, 'pubblica', base.referente, { filesPubblici: [primo] });
  const [shown, kept, staff] = [
    await world.as(null).get(`${path}/files/${primo}`),
    await world.as(null).get(`${path}/files/${secondo}`),
    await world.as(base.referente).get(`${path}/files/${secondo}`),
  ];
  expect([shown.status, kept.status, staff.status]).toEqual([200, 404, 200]);
  for (const { raw, headers } of [shown, staff]) {
    expect(raw.includes(LUOGO)).toBe(false);
    expect([headers['content-disposition'], headers['x-content-type-options']]).toEqual([expect.stringContaining('attachment'), 'nosniff']);
  }
});

it.each([
  ['pagina.png', Buffer.from('<html><script>alert(1)</script></html>')],
  ['disegno.svg', Buffer.from('<svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"/>')],
  [
    'enorme.png',
    Buffer.concat([PNG_CON_LUOGO.subarray(0, 16), Buffer.from([0, 0, 0xea, 0x60, 0, 0, 0xea, 0x60]), PNG_CON_LUOGO.subarray(24)]),
  ],
  ['tagliata.jpg', JPEG_CON_LUOGO.subarray(0, 40)],
  ['gif.jpg', Buffer.from('GIF89a\x01\x00\x01\x00')],
  ['programma.pdf', Buffer.from('MZ\x90\x00')],
])('B-2: refuses %s, whatever its name says, and keeps nothing of it', async (name, content) => {
  const answer = await allega(name, content);
  expect([answer.status, answer.body]).toEqual([422, expect.objectContaining({ code: 'file.tipo_non_ammesso' })]);
});

it('B-2: a file of more than ten megabytes, and an empty one, are told as such', async () => {
  expect([(await allega('a.pdf', Buffer.alloc(10 * 1024 * 1024 + 1, 1))).status, (await allega('b.pdf', Buffer.alloc(0))).body]).toEqual([
    413,
    expect.objectContaining({ code: 'file.vuoto' }),
  ]);
});

it('B-4: a form cut short is told, and leaves no file', async () => {
  const [body, options] = multipart('casa.jpg', JPEG_CON_LUOGO);
  const count = async () =>
    (await world.db.query<unknown[]>('SELECT 1 FROM contributo_file WHERE ambito_id = $1', [base.ambito.id])).length;
  for (const size of [0, 20, 60, 140, body.length - 10]) {
    const answer = await world
      .as(null)
      .send('POST', url('/files'), body.subarray(0, size), { headers: { ...options.headers, 'x-forwarded-for': newNetwork() } });
    expect([answer.status < 500, answer.status >= 400]).toEqual([true, true]);
  }
  expect(await count()).toBe(0);
});

it('a file goes with one contributo only: its key is used up', async () => {
  const { body } = await allega('casa.jpg', JPEG_CON_LUOGO);
  expect((await invia(world, base.ambito, base.tavolo, { allegati: [body.chiave] })).status).toBe(201);
  expect(
    (await invia(world, base.ambito, base.tavolo, { allegati: [body.chiave], autore: { nome: 'Altro', email: newAddress() } })).body,
  ).toMatchObject({ code: 'contributo.allegato_mancante' });
});

it('the receipt is a PDF for its author and the desk, and for nobody else', async () => {
  const c = await world.scenario.contributo(base.ambito, base.tavolo);
  const path = `/ambiti/${base.ambito.slug}/contributi/${c.id}/ricevuta.pdf`;
  const answers = [await world.as(null).get('/contributo/ricevuta.pdf', conSegreto(c.segreto)), await world.as(base.referente).get(path)];
  for (const answer of answers) expect([answer.status, answer.raw.subarray(0, 5).toString()]).toEqual([200, '%PDF-']);
  expect([(await world.as(null).get(path)).status, (await world.as(base.operatore).get(path)).status]).toEqual([401, 404]);
});

it('the two clocks are set by the coordinatore, once a version', async () => {
  const path = `/ambiti/${base.ambito.slug}/contributi/tempi`;
  const tempi = { giorniModerazione: 3, giorniRisposta: 20, giorniRiesame: 15, mesiRespinti: 6, giorniDaConfermare: 7 };
  expect((await world.as(base.referente).put(path, tempi, { version: 0 })).status).toBe(403);
  expect((await world.as(base.coordinatore).put(path, tempi, { version: 0 })).body).toEqual({ ...tempi, version: 1 });
  expect((await world.as(base.coordinatore).put(path, tempi, { version: 0 })).status).toBe(412);
  expect((await world.as(base.coordinatore).put(path, { ...tempi, giorniRisposta: 21 }, { version: 1 })).body).toMatchObject({
    version: 2,
    giorniRisposta: 21,
  });
  expect((await world.as(null).get(url('/modulo'))).body).toMatchObject({ tempi: { giorniModerazione: 3, giorniRisposta: 21 } });
});
