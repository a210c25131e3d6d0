import { REGOLE_PREDEFINITE, type Problem, type RegoleTavoloView, type VerbalePubblicoView, type VerbaleView } from '@tavoli/shared';
import { testWorld, type World } from '../../testing/app.js';
import { newKey } from '../../testing/client.js';
import { pdfText, withoutBlanks } from '../../testing/files/pdf-text.js';
import { RevisioneService } from './revisione/revisione.service.js';

type Base = Awaited<ReturnType<World['scenario']['base']>>;
type Chi = Base['referente'];

let world: World;
let base: Base;
beforeAll(async () => {
  world = await testWorld();
});
beforeEach(async () => {
  base = await world.scenario.base();
  await world.db.query(`UPDATE ambito SET nome = 'Prova' WHERE id = $1`, [base.ambito.id]);
});
afterAll(() => world.close());

const api = (path: string) => `/ambiti/${base.ambito.slug}${path}`;
const leggi = async (id: string, chi: Chi = base.referente) => (await world.as(chi).get<VerbaleView>(api(`/verbali/${id}`))).body;
async function passo(chi: Chi, id: string, azione: string, corpo: object = {}) {
  return world
    .as(chi)
    .post<VerbaleView & { code?: string }>(
      api(`/verbali/${id}/azioni/${azione}`),
      azione === 'approva' ? { motivazione: 'Il tavolo ha chiesto di non aspettare.', ...corpo } : corpo,
      { version: (await leggi(id, chi)).version },
    );
}
async function regola(regole: object): Promise<void> {
  const { body } = await world.as(base.coordinatore).get<RegoleTavoloView>(api(`/tavoli/${base.tavolo.slug}/regole`));
  expect(
    (
      await world
        .as(base.coordinatore)
        .put(api(`/tavoli/${base.tavolo.slug}/regole`), { ...REGOLE_PREDEFINITE, ...regole }, { version: body.version })
    ).status,
  ).toBe(200);
}
const inRevisione = async () => (await world.scenario.verbale(base.ambito, base.tavolo, 'in_revisione')).id;
async function scritto(stato: 'in_revisione' | 'approvato' | 'pubblicato', testo = 'Si è discusso della navetta.'): Promise<string> {
  const v = await world.scenario.verbale(base.ambito, base.tavolo, 'in_revisione');
  await world.db.query('UPDATE verbale_sezione SET documento = $2 WHERE id = $1', [
    v.sezioneId,
    JSON.stringify({ type: 'doc', content: [{ type: 'paragraph', content: [{ type: 'text', text: testo }] }] }),
  ]);
  if (stato !== 'in_revisione') expect((await passo(base.coordinatore, v.id, 'approva')).status).toBe(200);
  if (stato === 'pubblicato') expect((await passo(base.referente, v.id, 'pubblica', { avvisiVisti: true })).status).toBe(200);
  return v.id;
}

describe('the rules of a tavolo about its verbali', () => {
  it('say for how many days corrections may be proposed', async () => {
    await regola({ giorniRevisione: 3 });
    const v = await world.scenario.verbale(base.ambito, base.tavolo, 'bozza');
    const { body } = await passo(base.referente, v.id, 'invia_in_revisione');
    const giorni = (Date.parse(body.revisioneFinoAt ?? '') - Date.now()) / 86_400_000;
    expect([giorni > 2.99 && giorni <= 3, body.giorniRevisione]).toEqual([true, 3]);
  });

  it('may leave the approval to the coordinatore: the referente reads why there is no button, and is refused', async () => {
    await regola({ approvaVerbale: 'coordinatore' });
    const id = await inRevisione();
    expect(await leggi(id)).toMatchObject({ azioni: ['restituisci'], attese: ['I verbali di questo tavolo li approva il coordinatore.'] });
    expect((await passo(base.referente, id, 'approva')).body).toMatchObject({ code: 'verbale.approva_coordinatore' });
    expect((await leggi(id, base.coordinatore)).azioni).toContain('approva');
    expect((await passo(base.coordinatore, id, 'approva')).status).toBe(200);
  });

  it('may leave it to the next incontro: not before the tavolo has met again', async () => {
    await regola({ approvaVerbale: 'incontro' });
    const id = await inRevisione();
    expect((await passo(base.referente, id, 'approva')).body).toMatchObject({ code: 'verbale.approva_incontro' });
    await world.scenario.incontro(base.ambito, base.tavolo, { stato: 'svolto', tra: -10 });
    expect((await leggi(id)).attese).toEqual([]);
    expect((await passo(base.referente, id, 'approva')).status).toBe(200);
  });

  it('may ask for two people: who approved does not publish', async () => {
    await regola({ duePersone: true });
    const id = await scritto('approvato');
    expect((await passo(base.coordinatore, id, 'pubblica', { avvisiVisti: true })).body).toMatchObject({ code: 'verbale.due_persone' });
    expect((await leggi(id, base.coordinatore)).azioni).not.toContain('pubblica');
    expect((await passo(base.referente, id, 'pubblica', { avvisiVisti: true })).status).toBe(200);
  });
});

it('a day before the revision closes its members are told, once, whatever the number of workers', async () => {
  const membri = (await world.scenario.designazione(base.ambito, { ...base, stato: 'accettata', consenso: 'dato' })).persone
    .map(p => p.email)
    .sort();
  await inRevisione();
  const service = world.app.get(RevisioneService, { strict: false });
  const avvisati = async () =>
    (
      await world.db.query<{ a: string }[]>(
        `SELECT a_indirizzo AS a FROM email WHERE tipo = 'verbale.revisione' AND ambito_id = $1 ORDER BY 1`,
        [base.ambito.id],
      )
    ).map(r => r.a);
  await service.avvisa(new Date(Date.now() + 5.5 * 86_400_000));
  expect(await avvisati()).toEqual([]);
  const domani = new Date(Date.now() + 6.5 * 86_400_000);
  await Promise.all([service.avvisa(domani), service.avvisa(domani)]);
  expect(await avvisati()).toEqual(membri);
});

describe('a member reads and corrects from the mail, without an account', () => {
  const MIA = { passaggio: 'dodici', proposta: 'quattordici', motivo: 'Il dato è stato aggiornato.' };

  /** The titolare was called to the incontro, the supplente was not; the text is written and goes to revision. */
  async function conInvito() {
    const seduti = await world.scenario.designazione(base.ambito, { ...base, stato: 'accettata', consenso: 'dato' });
    const [titolare, supplente] = seduti.persone;
    const v = await world.scenario.verbale(base.ambito, base.tavolo, 'bozza');
    await world.db.query('UPDATE verbale_sezione SET documento = $2 WHERE id = $1', [
      v.sezioneId,
      JSON.stringify({ type: 'doc', content: [{ type: 'paragraph', content: [{ type: 'text', text: 'I posti sono dodici.' }] }] }),
    ]);
    const { incontro } = await leggi(v.id);
    const { id } = await world.scenario.invitato(base.ambito, incontro, { email: titolare?.email, nome: 'Membro Seduto' });
    await world.db.query(`UPDATE invitato SET ruolo = 'titolare', rappresentante_id = $2, tavolo_id = $3, ente_id = $4 WHERE id = $1`, [
      id,
      titolare?.id,
      base.tavolo.id,
      base.ente.id,
    ]);
    expect((await passo(base.referente, v.id, 'invia_in_revisione')).status).toBe(200);
    return { v, incontro, invitatoId: id, titolare, supplente };
  }
  const postaDi = async (indirizzo?: string): Promise<string> => {
    const rows = await world.db.query<{ testo: string }[]>(
      `SELECT testo FROM email WHERE tipo = 'verbale.in_revisione' AND ambito_id = $1 AND a_indirizzo = $2`,
      [base.ambito.id, indirizzo],
    );
    return rows.map(r => r.testo).join();
  };
  const segretoDi = async (indirizzo?: string) => /\/invito\/verbale#([A-Za-z0-9_-]+)/.exec(await postaDi(indirizzo))?.[1] ?? '';
  const apri = (segreto: string) => world.as(null).get<VerbaleView & Problem>('/invito/verbale', { headers: { 'x-segreto': segreto } });
  const proponi = (segreto: string, corpo: object) =>
    world.as(null).post<VerbaleView & Problem>('/invito/verbale/correzioni', corpo, { headers: { 'x-segreto': segreto } });

  it('is told at once, by a link of their own; who was not called there signs in', async () => {
    const { v, titolare, supplente } = await conInvito();
    expect(await segretoDi(titolare?.email)).not.toBe('');
    expect(await postaDi(supplente?.email)).toContain(`/area/verbali/${v.id}`);
    const { body } = await apri(await segretoDi(titolare?.email));
    expect(body).toMatchObject({ id: v.id, puoProporre: true, puoScrivere: false, azioni: [], correzioni: [] });
    expect(JSON.stringify(body.sezioni)).toContain('I posti sono dodici.');
    const invito = await world.as(null).get<{ verbaleFinoAt: string | null }>('/invito', {
      headers: { 'x-segreto': await segretoDi(titolare?.email) },
    });
    expect(invito.body.verbaleFinoAt).toBe(body.revisioneFinoAt);
  });

  it('proposes in their own name, once however often it is sent, and is credited when it is taken in', async () => {
    const { v, titolare } = await conInvito();
    const segreto = await segretoDi(titolare?.email);
    const corpo = { ...MIA, sezioneId: v.sezioneId };
    const sent = await Promise.all([proponi(segreto, corpo), proponi(segreto, corpo)]);
    expect(sent.map(s => s.status)).toEqual([200, 200]);
    const { correzioni } = await leggi(v.id);
    expect(correzioni).toMatchObject([{ stato: 'proposta', autore: 'Membro Seduto' }]);
    const taken = await world
      .as(base.referente)
      .post<VerbaleView>(api(`/verbali/${v.id}/correzioni/${correzioni[0]?.id ?? ''}/esiti/accogli`), {});
    expect(taken.body.sezioni[0]?.aggiornataDa).toContain('su proposta di Membro Seduto');
    const mia = await world.scenario.persona({ email: titolare?.email });
    const { text } = await world.as(mia).get('/account/dati.json');
    expect(text).toContain(MIA.motivo);
  });

  it('is refused what they may not: a part of another verbale, a passage that is not there, too many, a time that is over', async () => {
    const { v, titolare } = await conInvito();
    const segreto = await segretoDi(titolare?.email);
    const altro = await world.scenario.verbale(base.ambito, base.tavolo, 'in_revisione');
    expect((await proponi(segreto, { ...MIA, sezioneId: altro.sezioneId })).status).toBe(404);
    const manca = await proponi(segreto, { ...MIA, passaggio: 'tredici', sezioneId: v.sezioneId });
    expect([manca.body.code, manca.body.errors?.[0]?.pointer]).toEqual(['verbale.passaggio_non_trovato', '/passaggio']);
    for (let n = 0; n < 50; n++)
      expect((await proponi(segreto, { ...MIA, proposta: `numero ${n}`, sezioneId: v.sezioneId })).status).toBe(200);
    expect((await proponi(segreto, { ...MIA, sezioneId: v.sezioneId })).body.code).toBe('verbale.troppe_correzioni');
    await world.db.query('UPDATE verbale SET revisione_fino_at = now() WHERE id = $1', [v.id]);
    expect((await apri(segreto)).body.puoProporre).toBe(false);
    expect((await proponi(segreto, { ...MIA, sezioneId: v.sezioneId })).body.code).toBe('verbale.revisione_chiusa');
  });

  it('reads nothing as a guest, once the seat is gone, or when the text is a draft again', async () => {
    const { v, incontro, invitatoId, titolare } = await conInvito();
    const ospite = await world.scenario.invitato(base.ambito, incontro);
    expect((await apri(ospite.segreto)).status).toBe(404);
    const segreto = await segretoDi(titolare?.email);
    await world.db.query('UPDATE invitato SET revocato_at = now() WHERE id = $1', [invitatoId]);
    expect((await apri(segreto)).body.code).toBe('invito.revocato');
    await world.db.query('UPDATE invitato SET revocato_at = NULL WHERE id = $1', [invitatoId]);
    await passo(base.referente, v.id, 'restituisci', { motivazione: 'Manca la sintesi.' });
    expect((await apri(segreto)).status).toBe(404);
  });
});

describe('a rettifica', () => {
  const comincia = (id: string, chi: Chi = base.referente) =>
    world
      .as(chi)
      .post<VerbaleView & { code?: string }>(
        api(`/verbali/${id}/rettifiche`),
        { motivo: 'Il nome della contrada era sbagliato.' },
        { key: newKey() },
      );

  it('begins as a copy of the published text, lives the same life, and both are read, each saying the other', async () => {
    const id = await scritto('pubblicato', 'Navetta per contrada Sbagliata.');
    const prima = (await world.as(null).get<{ sezioni: unknown }>(api(`/verbali/${id}/pubblico`))).body;
    const nuova = (await comincia(id)).body;
    expect(nuova).toMatchObject({ stato: 'bozza', rettifica: { id, motivo: 'Il nome della contrada era sbagliato.' } });
    expect(JSON.stringify(nuova.sezioni)).toContain('contrada Sbagliata');
    expect(await leggi(id)).toMatchObject({ puoRettificare: false, rettificaInCorso: nuova.id, rettificatoDa: null });
    await world.db.query('UPDATE verbale_sezione SET documento = $2 WHERE verbale_id = $1', [
      nuova.id,
      JSON.stringify({ type: 'doc', content: [{ type: 'paragraph', content: [{ type: 'text', text: 'Navetta per contrada Giusta.' }] }] }),
    ]);
    for (const azione of ['invia_in_revisione', 'approva', 'pubblica'])
      expect([azione, (await passo(base.referente, nuova.id, azione, azione === 'pubblica' ? { avvisiVisti: true } : {})).status]).toEqual([
        azione,
        200,
      ]);
    expect((await world.as(null).get(api(`/verbali/${id}/pubblico`))).body).toMatchObject({
      sezioni: prima.sezioni,
      rettificatoDa: { id: nuova.id },
    });
    expect((await world.as(null).get(api(`/verbali/${nuova.id}/pubblico`))).body).toMatchObject({ rettifica: { id }, rettificatoDa: null });
    const files = await Promise.all(
      [id, nuova.id].map(async v => (await world.as(null).get(api(`/verbali/${v}/verbale.pdf`))).raw.subarray(0, 5).toString()),
    );
    expect(files).toEqual(['%PDF-', '%PDF-']);
    expect((await leggi(nuova.id)).puoRettificare).toBe(true); // it too can be corrected, by the next
  });

  it('is one at a time, of what is published only, and of who leads the tavolo', async () => {
    const id = await scritto('pubblicato');
    const [prima, seconda] = await Promise.all([comincia(id), comincia(id)]);
    expect([prima.status, seconda.status].sort()).toEqual([201, 409]);
    expect((await comincia(await inRevisione())).body).toMatchObject({ code: 'verbale.stato' });
    expect((await comincia(id, base.operatore)).status).toBe(403);
    expect((await world.as(base.referente).post(api(`/verbali/${id}/rettifiche`), { motivo: 'x' }, { key: newKey() })).body).toMatchObject({
      errors: [{ pointer: '/motivo' }],
    });
  });

  it('takes nothing from the incontro: its verbale is still found, and the next rows of the cockpit count it once', async () => {
    const id = await scritto('pubblicato');
    await comincia(id);
    const [{ incontro } = { incontro: '' }] = await world.db.query<{ incontro: string }[]>(
      'SELECT incontro_id AS incontro FROM verbale WHERE id = $1',
      [id],
    );
    expect(
      (await world.as(base.referente).post<VerbaleView>(api(`/incontri/${incontro}/verbale`), undefined, { key: newKey() })).body.id,
    ).toBe(id);
  });
});

it('who may read it whole has it as PDF too, omissis included; nobody else', async () => {
  const id = await scritto('approvato', 'Riservato al tavolo.');
  const intero = await world.as(base.referente).get(api(`/verbali/${id}/integrale.pdf`));
  expect([intero.status, intero.raw.subarray(0, 5).toString()]).toEqual([200, '%PDF-']);
  expect([
    (await world.as(null).get(api(`/verbali/${id}/integrale.pdf`))).status,
    (await world.as(base.operatore).get(api(`/verbali/${id}/integrale.pdf`))).status,
  ]).not.toContain(200);
});

describe('the time for corrections', () => {
  const ANTICIPO = 'Il tavolo era tutto presente e non serve aspettare.';
  const approva = async (id: string, corpo: object) =>
    world
      .as(base.referente)
      .post<VerbaleView & Problem>(api(`/verbali/${id}/azioni/approva`), corpo, { version: (await leggi(id)).version });

  it('is not cut short without a reason, which then stands in the verbale, on its page and in its PDF', async () => {
    const id = await scritto('in_revisione');
    const refused = await approva(id, {});
    expect([refused.status, refused.body.code, refused.body.errors?.[0]?.pointer]).toEqual([
      409,
      'verbale.revisione_aperta',
      '/motivazione',
    ]);
    const { revisioneFinoAt } = await leggi(id);
    expect((await approva(id, { motivazione: ANTICIPO })).body.anticipo).toMatchObject({ motivo: ANTICIPO, revisioneFinoAt });
    expect((await passo(base.referente, id, 'pubblica', { avvisiVisti: true })).status).toBe(200);
    expect((await world.as(null).get<VerbalePubblicoView>(api(`/verbali/${id}/pubblico`))).body.anticipo?.motivo).toBe(ANTICIPO);
    const file = await world.as(null).get(api(`/verbali/${id}/verbale.pdf`));
    for (const part of ['Approvazione anticipata', ANTICIPO]) expect(withoutBlanks(pdfText(file.raw))).toContain(withoutBlanks(part));
  });

  it('once over asks for no reason, and none is kept of an approval that was taken back', async () => {
    const id = await scritto('in_revisione');
    await approva(id, { motivazione: ANTICIPO });
    expect(
      (await passo(base.referente, id, 'restituisci', { motivazione: 'Manca la sintesi del secondo punto.' })).body.anticipo,
    ).toBeNull();
    await passo(base.referente, id, 'invia_in_revisione');
    await world.db.query(`UPDATE verbale SET revisione_fino_at = now() - interval '1 minute' WHERE id = $1`, [id]);
    expect((await approva(id, {})).body).toMatchObject({ stato: 'approvato', anticipo: null });
  });
});

describe('the hours', () => {
  const HOUR = 3_600_000;
  // One clock reading for both ends: two may be a millisecond apart.
  const orari = (v: { id: string; version: number }, inizio: number, fine: number, now = Date.now()) =>
    world
      .as(base.referente)
      .put<VerbaleView & Problem>(
        api(`/verbali/${v.id}/orari`),
        { inizioAt: new Date(now + inizio).toISOString(), fineAt: new Date(now + fine).toISOString() },
        { version: v.version },
      );
  const pdf = async (id: string) => withoutBlanks(pdfText((await world.as(base.referente).get(api(`/verbali/${id}/integrale.pdf`))).raw));

  it('planned are never told as those that were: until the true ones are written the text, the page and the PDF say so', async () => {
    const incontro = await world.scenario.incontro(base.ambito, base.tavolo, { stato: 'svolto', tra: -200 });
    const { body } = await world
      .as(base.referente)
      .post<VerbaleView>(api(`/incontri/${incontro.id}/verbale`), undefined, { key: newKey() });
    expect(JSON.stringify(body.sezioni[0]?.documento)).toContain('era convocato per');
    expect(JSON.stringify(body.sezioni[0]?.documento)).not.toContain('si apre');
    expect(body.orari).toBeNull();
    expect(await pdf(body.id)).toContain(withoutBlanks('L’ora effettiva non è stata annotata'));
  });

  it('as they were are written with the draft, fixed with the text, and kept by a rettifica', async () => {
    const { id, sezioneId } = await world.scenario.verbale(base.ambito, base.tavolo, 'bozza');
    await world.db.query('UPDATE verbale_sezione SET documento = $2 WHERE id = $1', [
      sezioneId,
      JSON.stringify({ type: 'doc', content: [{ type: 'paragraph', content: [{ type: 'text', text: 'Un testo.' }] }] }),
    ]);
    const bozza = await leggi(id);
    const scritti = (await orari(bozza, -3 * HOUR, -HOUR)).body;
    expect(Date.parse(scritti.orari?.fineAt ?? '') - Date.parse(scritti.orari?.inizioAt ?? '')).toBe(2 * HOUR);
    expect(await pdf(id)).not.toContain(withoutBlanks('non è stata annotata'));
    expect((await orari(bozza, -3 * HOUR, -HOUR)).body.code).toBe('versione.superata');
    for (const azione of ['invia_in_revisione', 'approva']) expect((await passo(base.referente, id, azione)).status).toBe(200);
    expect((await orari(await leggi(id), -3 * HOUR, -HOUR)).body.code).toBe('verbale.stato');
    await passo(base.referente, id, 'pubblica', { avvisiVisti: true });
    const rettifica = await world
      .as(base.referente)
      .post<VerbaleView>(api(`/verbali/${id}/rettifiche`), { motivo: 'Il nome della sede era sbagliato.' }, { key: newKey() });
    expect(rettifica.body.orari).toEqual(scritti.orari);
  });

  it('that cannot be are refused at their field', async () => {
    const v = await leggi((await world.scenario.verbale(base.ambito, base.tavolo, 'bozza')).id);
    const answers = [await orari(v, -HOUR, -2 * HOUR), await orari(v, -HOUR, HOUR), await orari(v, -40 * HOUR, -HOUR)];
    expect(answers.map(a => [a.status, a.body.errors?.[0]?.pointer])).toEqual([
      [400, '/fineAt'],
      [422, '/fineAt'],
      [400, '/fineAt'],
    ]);
  });
});
