import type { IncontroView, IntegrazioneView, Problem, VerbaleView } from '@tavoli/shared';
import { testWorld, type World } from '../../../testing/app.js';
import { pdfText, withoutBlanks } from '../../../testing/files/pdf-text.js';
import { multipart } from '../../../testing/multipart.js';
import { creaIncontro, esegui, portaAdOggi, segretiDegliInviti, traGiorni } from '../../../testing/scenario/incontri.js';

type Base = Awaited<ReturnType<World['scenario']['base']>>;
type Cambia = Partial<Record<'titolo' | 'punti' | 'ospiti' | 'documenti', unknown>>;

const PDF = Buffer.from('%PDF-1.7\n1 0 obj\n<< /Type /Catalog >>\nendobj\ntrailer\n<< /Root 1 0 R >>\n%%EOF\n');
const NUOVO = { titolo: 'Il bando regionale', minuti: 20, relatore: null };

let world: World;
let base: Base;
let n: IncontroView;
let titolare: string;
beforeAll(async () => {
  world = await testWorld();
});
beforeEach(async () => {
  base = await world.scenario.base();
  const { persone } = await world.scenario.designazione(base.ambito, { ...base, stato: 'accettata', consenso: 'dato' });
  titolare = persone[0]?.email ?? '';
  n = await convocato();
});
afterAll(() => world.close());

const at = (path = '') => `/ambiti/${base.ambito.slug}/incontri/${n.id}${path}`;
const fai = (azione: string, body: object = {}) => esegui(world, base.ambito, n, base.referente, azione, body);
const convocato = async (fields: Parameters<typeof creaIncontro>[4] = {}) =>
  esegui(world, base.ambito, await creaIncontro(world, base.ambito, base.tavolo, base.referente, fields), base.referente, 'convoca');
const punti = () => n.punti.map(({ id, titolo, minuti, relatore }) => ({ id, titolo, minuti, relatore }));
const corpo = (cambia: Cambia) => ({ integrazione: { titolo: n.titolo, punti: punti(), ospiti: [], documenti: [], ...cambia } });
const chiede = (cambia: Cambia, rest: object = {}, chi = base.referente) =>
  world.as(chi).post<IncontroView & Problem>(at('/azioni/integra'), { ...corpo(cambia), ...rest }, { version: n.version });
const integra = async (cambia: Cambia, rest: object = {}): Promise<IncontroView> => {
  const { status, body, text } = await chiede(cambia, rest);
  if (status !== 200) throw new Error(text);
  return body;
};
const allega = (nome: string, query = '') =>
  world.as(base.referente).send<{ id: string }>('POST', at(`/files${query}`), ...multipart(nome, PDF));
const documenti = async () => (await world.as(base.referente).get<IntegrazioneView>(at('/integrazione'))).body.documenti;
const posta = (tipo = 'incontro.integrazione') =>
  world.db.query<{ a: string; subject: string; testo: string; ics: string | null }[]>(
    `SELECT a_indirizzo AS a, subject, testo, calendario->>'ics' AS ics FROM email WHERE oggetto_id = $1 AND tipo = $2 ORDER BY creata_at, a_indirizzo`,
    [n.id, tipo],
  );
const atti = (v: IncontroView) => v.gestione?.convocazioni.map(c => [c.sequence, c.parte, c.tipo]);

describe('what is added to a convocation that has left', () => {
  it('is told to everyone as it differs, on a new SEQUENCE, and answers stay; the act stands in the prova beside the first', async () => {
    const segreto = (await segretiDegliInviti(world, n)).get(titolare) ?? '';
    await world.as(null).post('/invito/azioni/partecipa', {}, { headers: { 'x-segreto': segreto } });
    const [primo, ...altri] = punti();
    const dopo = await integra({ titolo: 'Incontro sul bando', punti: [{ ...primo, titolo: 'Primo punto, corretto' }, ...altri, NUOVO] });
    expect(dopo.punti.map(p => [p.titolo, p.soloDiscussione, p.aggiuntoAt !== null])).toEqual([
      ['Primo punto, corretto', false, false],
      ['Secondo punto', false, false],
      ['Il bando regionale', false, true],
    ]);
    expect([dopo.titolo, dopo.stato, atti(dopo)]).toEqual([
      'Incontro sul bando',
      'convocato',
      [
        [1, 0, 'integrazione'],
        [0, 0, 'convocazione'],
      ],
    ]);
    const mails = await posta();
    expect(mails).toHaveLength(4);
    for (const { subject, testo, ics } of mails) {
      expect(subject).toMatch(/^Integrazione: Incontro sul bando/);
      expect(testo).toContain('Titolo corretto: «Incontro di prova» diventa «Incontro sul bando».');
      expect(testo).toContain('Punto 1 corretto: «Primo punto (30 minuti)» diventa «Primo punto, corretto (30 minuti)».');
      expect(testo).toContain('Punto 3 aggiunto: Il bando regionale (20 minuti).');
      expect(ics).toContain('SEQUENCE:1');
    }
    const suo = mails.find(m => m.a === titolare);
    expect(suo?.testo).toContain('La tua risposta resta valida: hai detto che ci sarai.');
    expect(suo?.ics).toContain('PARTSTAT=ACCEPTED');
    expect(dopo.gestione?.invitati.find(i => i.email === titolare)?.risposta).toBe('si');
    const prova = await world.app.inject({
      method: 'GET',
      url: `/api/v1${at('/prova-convocazione.pdf')}`,
      headers: { host: 'tavoli.test', cookie: `__Host-sessione=${base.referente.token}` },
    });
    const letto = withoutBlanks(await pdfText(prova.rawPayload));
    for (const parole of [
      'Integrazione della convocazione',
      'Punto 3 aggiunto: Il bando regionale (20 minuti).',
      '1. Primo punto (30 minuti)',
    ])
      expect(letto).toContain(withoutBlanks(parole));
  });

  it('a document is told without touching any calendar: added, replaced, taken away, each time once', async () => {
    const primo = await allega('bozza.pdf', `?punto=${n.punti[1]?.id ?? ''}`);
    expect(await documenti()).toEqual(['Documento aggiunto per il punto 2: bozza.pdf.']);
    n = await integra({ documenti: await documenti() });
    expect([atti(n)?.[0], await documenti()]).toEqual([[0, 1, 'integrazione'], []]);
    const secondo = await allega('bozza-rivista.pdf', `?sostituisce=${primo.body.id}`);
    await allega('bozza-definitiva.pdf', `?sostituisce=${secondo.body.id}`);
    expect(await documenti()).toEqual(['Documento sostituito per il punto 2: bozza-definitiva.pdf al posto di bozza.pdf.']);
    n = await integra({ documenti: await documenti() });
    await world.as(base.referente).delete(at(`/files/${n.files[0]?.id ?? ''}`));
    expect(await documenti()).toEqual(['Documento tolto: bozza-definitiva.pdf.']);
    n = await integra({ documenti: await documenti() });
    const mails = await posta();
    expect([mails.length, mails.every(m => m.ics === null), atti(n)?.[0]]).toEqual([12, true, [0, 3, 'integrazione']]);
    expect((await chiede({}, {})).body.code).toBe('incontro.niente_da_integrare');
  });

  it('of a convocation that kept no list, the documents that were there are known', async () => {
    n = await creaIncontro(world, base.ambito, base.tavolo, base.referente);
    await allega('di-prima.pdf');
    n = await fai('convoca');
    await world.db.query(`UPDATE convocazione SET contenuto = contenuto - 'documenti' WHERE incontro_id = $1`, [n.id]);
    await allega('di-poi.pdf');
    expect(await documenti()).toEqual(['Documento aggiunto: di-poi.pdf.']);
  });

  it('a guest is written to alone, and called as all were', async () => {
    const dopo = await integra({ ospiti: [{ nome: 'Chi Viene', email: 'viene@prova.test' }] });
    expect([await posta(), (await posta('incontro.convocazione')).map(m => m.a)]).toEqual([
      [],
      expect.arrayContaining(['viene@prova.test']),
    ]);
    expect([atti(dopo)?.[0], dopo.gestione?.invitati.filter(i => i.ruolo === 'ospite').map(i => i.email)]).toEqual([
      [0, 1, 'integrazione'],
      ['viene@prova.test'],
    ]);
    n = dopo;
    const ancora = await chiede({
      ospiti: [
        { nome: 'Un Altro', email: 'altro@prova.test' },
        { nome: 'Chi Viene', email: 'viene@prova.test' },
      ],
    });
    expect(ancora.body.errors?.map(e => e.pointer)).toEqual(['/integrazione/ospiti/1/email']);
    const tutti = await integra({ punti: [...punti(), NUOVO], ospiti: [{ nome: 'Un Altro', email: 'altro@prova.test' }] });
    expect((await posta()).map(m => m.a)).not.toContain('altro@prova.test');
    for (const { testo } of await posta()) expect(testo).not.toContain('Un Altro');
    expect(atti(tutti)?.[0]).toEqual([1, 0, 'integrazione']);
  });
});

describe('the notice', () => {
  const vicino = async () => {
    n = await convocato();
    const { inizioAt, fineAt } = traGiorni(4);
    await world.db.query('UPDATE incontro SET inizio_at = $2, fine_at = $3 WHERE id = $1', [n.id, inizioAt, fineAt]);
  };

  it('that is left lets a punto be discussed only: it says so everywhere, and no decision is written on it', async () => {
    await vicino();
    n = await integra({ punti: [...punti(), NUOVO] });
    expect(n.punti.map(p => p.soloDiscussione)).toEqual([false, false, true]);
    for (const { testo } of await posta()) {
      expect(testo).toContain('3. Il bando regionale (20 minuti, si discute, non si decide)');
      expect(testo).toContain('si può discutere, ma non decidere');
    }
    await portaAdOggi(world, n);
    n = await fai('apri');
    const { body: v } = await world.as(base.referente).post<VerbaleView>(at('/verbale'), {});
    const sezione = v.sezioni.find(s => s.titolo === NUOVO.titolo);
    expect(JSON.stringify(sezione?.documento)).toContain('si discute, non si decide');
    const sezioni = `/ambiti/${base.ambito.slug}/verbali/${v.id}/sezioni/${sezione?.id ?? ''}`;
    await world.as(base.referente).post(`${sezioni}/tenuta`, {});
    const decisioni = [{ testo: 'Si approva il bando.', modo: 'unanimita', favorevoli: null, contrari: null, astenuti: null }];
    const rifiuto = await world
      .as(base.referente)
      .put<Problem>(sezioni, { documento: sezione?.documento, decisioni, impegni: [] }, { version: sezione?.version ?? 0 });
    expect([rifiuto.body.code, rifiuto.body.errors?.[0]?.pointer]).toEqual(['verbale.solo_discussione', '/decisioni']);
  });

  it('of urgency, with its reason, lets it be decided on; so does another day', async () => {
    await vicino();
    n = await integra({ punti: [...punti(), NUOVO] }, { urgenza: 'Il bando scade venerdì.' });
    expect([n.punti[2]?.soloDiscussione, n.gestione?.convocazioni[0]?.urgenza]).toEqual([false, 'Il bando scade venerdì.']);
    for (const { testo } of await posta()) expect(testo).toContain('L’integrazione è urgente: Il bando scade venerdì.');
    n = await integra({ punti: [...punti(), { ...NUOVO, titolo: 'Varie' }] });
    expect(n.punti[3]?.soloDiscussione).toBe(true);
    n = await fai('sposta', {
      motivazione: 'La sala non è disponibile.',
      spostamento: { ...traGiorni(20), sede: null, linkVideo: 'https://video.prova.test/stanza' },
    });
    expect(n.punti[3]?.soloDiscussione).toBe(false);
  });
});

it('two at once add it once; what was called stays, in its order; what began is not added to', async () => {
  const altro = await world.scenario.incarico(base.ambito, 'referente', base.tavolo);
  const risposte = await Promise.all([base.referente, altro].map(chi => chiede({ punti: [...punti(), NUOVO] }, {}, chi)));
  expect(risposte.map(r => r.status).sort()).toEqual([200, 412]);
  n = (await world.as(base.referente).get<IncontroView>(at())).body;
  expect([n.punti.length, atti(n)?.length]).toEqual([3, 2]);
  const [primo, ...altri] = punti();
  expect((await chiede({ punti: altri })).body.errors?.[0]?.pointer).toBe('/integrazione/punti');
  expect((await chiede({ punti: [...altri, primo] })).body.errors?.[0]?.pointer).toBe('/integrazione/punti');
  await allega('di-un-altro.pdf');
  expect((await chiede({ punti: [...punti(), NUOVO] })).body.code).toBe('versione.superata');
  await portaAdOggi(world, n);
  expect((await chiede({ punti: [...punti(), NUOVO] })).body.code).toBe('incontro.gia_cominciato');
});
