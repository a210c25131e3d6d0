import type { ElaboratoView, Problem } from '@tavoli/shared';
import { cancellaPersona } from '../../diritti/cancella.js';
import { PERSONA_CANCELLATA } from '../../diritti/chi.js';
import { testWorld, type World } from '../../../testing/app.js';
import { multipart } from '../../../testing/multipart.js';
import { baseElaborati, documento, Elaborati, parte, type BaseElaborati } from '../../../testing/scenario/elaborati.js';

let world: World;
let base: BaseElaborati;
let el: Elaborati;
beforeAll(async () => {
  world = await testWorld();
});
beforeEach(async () => {
  base = await baseElaborati(world);
  el = new Elaborati(world, base);
});
afterAll(() => world.close());

const MIO = { passaggio: null, testo: 'I posti non bastano.' };
const con = (segreto: string) => ({ headers: { 'x-segreto': segreto } });
const apri = (segreto: string) => world.as(null).get<ElaboratoView & Problem>('/consultazione', con(segreto));
const commenta = (segreto: string, corpo: object) =>
  world.as(null).post<ElaboratoView & Problem>('/consultazione/commenti', corpo, con(segreto));

async function aperto(): Promise<ElaboratoView> {
  const e = await el.nuovo();
  await el.scrivi(e, { testo: { tipo: 'testo', documento: documento('I posti letto sono dodici in tutto.') } });
  return el.porta(e, 'in_consultazione');
}

/** The links that a member was mailed for it, the last one first. */
async function segretiDi(e: ElaboratoView, indirizzo = base.membro.email): Promise<string[]> {
  const rows = await world.db.query<{ testo: string }[]>(
    `SELECT testo FROM email WHERE tipo = 'elaborato.apri_consultazione' AND oggetto_id = $1 AND a_indirizzo = $2 ORDER BY creata_at DESC`,
    [e.id, indirizzo],
  );
  return rows.map(({ testo }) => /\/invito\/elaborato#([A-Za-z0-9_-]+)/.exec(testo)?.[1] ?? '');
}
const segretoDi = async (e: ElaboratoView): Promise<string> => (await segretiDi(e))[0] ?? '';

it('a member reads it from the mail, without an account, and may comment until the time is over', async () => {
  const e = await aperto();
  const segreto = await segretoDi(e);
  const { body } = await apri(segreto);
  expect(body).toMatchObject({ id: e.id, puoCommentare: true, puoScrivere: false, puoModificare: false, azioni: [] });
  expect(JSON.stringify(body.sezioni)).toContain('posti letto sono dodici');
  await el.finisceLaConsultazione(e);
  expect((await apri(segreto)).body.puoCommentare).toBe(false);
  const tardi = await commenta(segreto, { ...MIO, sezioneId: parte(e, 'testo').id });
  expect(tardi.body.code).toBe('elaborato.consultazione_chiusa');
});

it('what they say is theirs, once however often it is sent and by whichever of their links, and they read the answer there', async () => {
  const e = await aperto();
  const corpo = { ...MIO, sezioneId: parte(e, 'testo').id };
  const primo = await segretoDi(e);
  expect((await Promise.all([commenta(primo, corpo), commenta(primo, corpo)])).map(a => a.status)).toEqual([200, 200]);
  await el.passo(await el.leggi(e), 'restituisci', { motivazione: 'Manca un dato.' });
  await el.porta(await el.leggi(e), 'in_consultazione');
  const [ultimo = ''] = await segretiDi(e);
  expect(ultimo).not.toBe(primo);
  const { body } = await commenta(ultimo, corpo);
  expect(body.commenti).toMatchObject([
    { stato: 'aperto', testo: MIO.testo, autore: expect.stringContaining('Designata') as string, azioni: [] },
  ]);
  const risposta = { motivazione: 'Aggiungiamo due posti.' };
  await world.as(base.referente).post(el.at(`/elaborati/${e.id}/commenti/${body.commenti[0]?.id ?? ''}/esiti/accogli`), risposta);
  expect((await apri(primo)).body.commenti).toMatchObject([{ stato: 'accolto', risposta: risposta.motivazione }]);
});

it('is refused what they may not: a part of another elaborato, a passage that is not there, more than may wait', async () => {
  const e = await aperto();
  const segreto = await segretoDi(e);
  const sezioneId = parte(e, 'testo').id;
  expect((await commenta(segreto, { ...MIO, sezioneId: parte(await aperto(), 'testo').id })).status).toBe(404);
  const manca = await commenta(segreto, { ...MIO, sezioneId, passaggio: 'quattordici' });
  expect([manca.body.code, manca.body.errors?.[0]?.pointer]).toEqual(['elaborato.passaggio_non_trovato', '/passaggio']);
  for (let n = 0; n < 50; n++) expect((await commenta(segreto, { ...MIO, sezioneId, testo: `Commento ${n}.` })).status).toBe(200);
  expect((await commenta(segreto, { ...MIO, sezioneId })).body.code).toBe('elaborato.troppi_commenti');
});

it('opens nothing once they do not sit there any more, and no link opens anything that was not mailed', async () => {
  const e = await aperto();
  const segreto = await segretoDi(e);
  expect((await apri(`${segreto}x`)).status).toBe(404);
  await world.db.query(
    `UPDATE mandato SET al = now(), motivo_fine = 'revocata' WHERE tavolo_id = $1 AND rappresentante_id IN (SELECT id FROM rappresentante WHERE email = $2)`,
    [base.tavolo.id, base.membro.email],
  );
  const fuori = [await apri(segreto), await commenta(segreto, { ...MIO, sezioneId: parte(e, 'testo').id })];
  expect(fuori.map(a => [a.status, a.body.code])).toEqual(fuori.map(() => [410, 'consultazione.non_siedi']));
});

it('a document made elsewhere is read by the same link', async () => {
  const e = await el.nuovo('file');
  const bytes = Buffer.from('%PDF-1.4\n1 0 obj <</Type/Catalog>> endobj\n%%EOF\n');
  await world.as(base.referente).send('POST', el.at(`/elaborati/${e.id}/file`), ...multipart('relazione.pdf', bytes));
  const aperta = await el.porta(await el.leggi(e), 'in_consultazione');
  const segreto = await segretoDi(aperta);
  const file = await world.as(null).get('/consultazione/file', con(segreto));
  expect([file.status, file.headers['cache-control'], file.raw.equals(bytes)]).toEqual([200, 'private, no-store', true]);
  expect((await world.as(null).get('/consultazione/file', con(await segretoDi(await aperto())))).status).toBe(404);
});

it('who asks for it is given what they said by their link, and forgotten where they ask', async () => {
  const e = await aperto();
  await commenta(await segretoDi(e), { ...MIO, sezioneId: parte(e, 'testo').id });
  expect((await world.as(base.membro).get('/account/dati.json')).text).toContain(MIO.testo);
  await cancellaPersona(world.db.manager, { accountId: null, email: base.membro.email, nome: '' });
  expect((await el.leggi(e)).commenti).toMatchObject([{ autore: PERSONA_CANCELLATA, testo: MIO.testo }]);
});
