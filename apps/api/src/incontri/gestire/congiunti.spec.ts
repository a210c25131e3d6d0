import type { AnteprimaConvocazioneView, CruscottoTavoloView, IncontroView, Problem } from '@tavoli/shared';
import { testWorld, type World } from '../../../testing/app.js';
import { bozzaDi, creaIncontro, esegui, traGiorni } from '../../../testing/scenario/incontri.js';
import { pdfText, withoutBlanks } from '../../../testing/files/pdf-text.js';
import type { Persona, TavoloWorld } from '../../../testing/scenario.js';

type Base = Awaited<ReturnType<World['scenario']['base']>>;

let world: World;
let base: Base;
/** The other tavolo, its referente, and who sits there. */
let altro: TavoloWorld;
let collega: Persona;
let qui: string;
let la: string;

beforeAll(async () => {
  world = await testWorld();
});
beforeEach(async () => {
  base = await world.scenario.base();
  altro = await world.scenario.tavolo(base.ambito);
  collega = await world.scenario.incarico(base.ambito, 'referente', altro);
  const siedono = (tavolo: TavoloWorld, ente: { id: string }) =>
    world.scenario.designazione(base.ambito, { ...base, tavolo, ente, stato: 'accettata', consenso: 'dato' });
  qui = (await siedono(base.tavolo, base.ente)).persone[0]?.email ?? '';
  la = (await siedono(altro, await world.scenario.ente(base.ambito))).persone[0]?.email ?? '';
});
afterAll(() => world.close());

const at = (path: string) => `/ambiti/${base.ambito.slug}${path}`;
const congiunto = (chi: Persona = base.referente) => creaIncontro(world, base.ambito, base.tavolo, chi, { altriTavoli: [altro.id] });
const risponde = (n: Pick<IncontroView, 'id' | 'version'>, chi: Persona, azione: 'consenti' | 'nega', fields: object = {}) =>
  world
    .as(chi)
    .post<IncontroView & Problem>(at(`/incontri/${n.id}/congiunto`), { tavoloId: altro.id, azione, ...fields }, { version: n.version });
const passo = (n: Pick<IncontroView, 'id' | 'version'>, chi: Persona, azione: string, body: object = {}) =>
  world.as(chi).post<IncontroView & Problem>(at(`/incontri/${n.id}/azioni/${azione}`), body, { version: n.version });
const leggi = async (n: { id: string }, chi: Persona | null) => (await world.as(chi).get<IncontroView>(at(`/incontri/${n.id}`))).body;
const scritti = (n: { id: string }, tipo: string) =>
  world.db.query<{ a: string; subject: string }[]>(
    'SELECT a_indirizzo AS a, subject FROM email WHERE oggetto_id = $1 AND tipo = $2 ORDER BY creata_at',
    [n.id, tipo],
  );

describe('A-3: an incontro of several tavoli', () => {
  it('calls nobody until each has said yes: the other referente is asked by mail, finds it among what to do, and answers', async () => {
    const n = await congiunto();
    expect(n.gestione?.congiunti).toMatchObject([
      { tavolo: { id: altro.id }, stato: 'chiesto', referente: 'Prova ' + collega.cognome, azioni: [] },
    ]);
    expect(n.azioni).toEqual([]);
    expect((await passo(n, base.referente, 'convoca')).body.code).toBe('incontro.serve_consenso');
    expect(await scritti(n, 'incontro.congiunto')).toMatchObject([{ a: collega.email }]);
    expect(
      (await world.as(collega).get<CruscottoTavoloView>(at(`/tavoli/${altro.slug}/cruscotto`))).body.daFare.map(v => v.percorso),
    ).toContain(`area/incontri/${n.id}`);
    expect((await leggi(n, collega)).gestione?.congiunti[0]?.azioni).toEqual(['consenti', 'nega']);

    expect((await risponde(n, collega, 'nega')).body.errors?.[0]?.pointer).toBe('/motivazione');
    expect(
      (await risponde(n, collega, 'nega', { motivazione: 'Quel giorno il tavolo è altrove.' })).body.gestione?.congiunti,
    ).toMatchObject([{ stato: 'negato', motivo: 'Quel giorno il tavolo è altrove.' }]);
    expect((await passo(n, base.referente, 'convoca')).body.errors?.[0]?.message).toContain('lo ha negato');
    expect((await risponde(n, collega, 'consenti')).body.gestione?.congiunti).toMatchObject([
      { stato: 'dato', da: `Prova ${collega.cognome}`, motivo: null },
    ]);
    expect((await scritti(n, 'incontro.risposta_congiunto')).map(m => [m.a, m.subject.split(':')[0]])).toEqual([
      [base.referente.email, 'Consenso negato'],
      [base.referente.email, 'Consenso dato'],
    ]);
    expect((await leggi(n, base.referente)).gestione?.storia.map(s => s.azione)).toEqual(
      expect.arrayContaining(['incontro.nega_congiunto', 'incontro.consenti_congiunto']),
    );
    expect((await passo(await leggi(n, base.referente), base.referente, 'convoca')).body.stato).toBe('convocato');
  });

  it('is answered by nobody but the referente of that tavolo, or the coordinatore, who may also call at once', async () => {
    const n = await congiunto();
    const estraneo = await world.scenario.incarico(base.ambito, 'referente', await world.scenario.tavolo(base.ambito));
    expect([
      (await risponde(n, base.referente, 'consenti')).status,
      (await risponde(n, estraneo, 'consenti')).status,
      (await risponde(n, base.operatore, 'consenti')).status,
    ]).toEqual([403, 404, 404]);
    const convocato = await passo(n, base.coordinatore, 'convoca');
    expect(convocato.body.stato).toBe('convocato');
    expect((await leggi(n, base.coordinatore)).gestione?.congiunti).toMatchObject([
      { stato: 'dato', da: `Prova ${base.coordinatore.cognome}` },
    ]);
    expect((await risponde(convocato.body, collega, 'nega', { motivazione: 'Non siamo d’accordo.' })).body.code).toBe('incontro.stato');
  });

  it('is moved and called off by who calls it alone, and by the coordinatore', async () => {
    const n = await congiunto();
    const { serie: _, ...input } = bozzaDi({ altriTavoli: [altro.id] });
    expect([
      (await world.as(collega).put(at(`/incontri/${n.id}`), input, { version: n.version })).status,
      (await world.as(collega).delete(at(`/incontri/${n.id}`), { version: n.version })).status,
    ]).toEqual([403, 403]);
    const convocato = await esegui(world, base.ambito, n, base.coordinatore, 'convoca');
    const spostamento = { ...traGiorni(30), sede: null, linkVideo: 'https://video.prova.test/altra' };
    const motivazione = 'La sala non è disponibile.';
    for (const [azione, body] of [
      ['sposta', { motivazione, spostamento }],
      ['annulla', { motivazione }],
      ['apri', {}],
      ['convoca', {}],
    ] as const)
      expect((await passo(convocato, collega, azione, body)).status).toBe(403);
    expect((await leggi(n, collega)).azioni).toEqual([]);
    const spostato = await esegui(world, base.ambito, convocato, base.referente, 'sposta', { motivazione, spostamento });
    await esegui(world, base.ambito, spostato, base.coordinatore, 'annulla', { motivazione });
  });

  it('asks again when time or place change after the yes, and not when only the words do', async () => {
    const n = await congiunto();
    await risponde(n, collega, 'consenti');
    const salva = async (prima: IncontroView, fields: Parameters<typeof bozzaDi>[0]) => {
      const { serie: _, ...input } = bozzaDi({ altriTavoli: [altro.id], ...fields });
      return (await world.as(base.referente).put<IncontroView>(at(`/incontri/${n.id}`), input, { version: prima.version })).body;
    };
    const parole = await salva(n, { titolo: 'Un altro titolo' });
    expect(parole.gestione?.congiunti).toMatchObject([{ stato: 'dato' }]);
    const data = await salva(parole, { titolo: 'Un altro titolo', ...traGiorni(40) });
    expect(data.gestione?.congiunti).toMatchObject([{ stato: 'chiesto', at: null }]);
    expect(await scritti(n, 'incontro.congiunto')).toHaveLength(2);
    expect((await risponde(parole, collega, 'consenti')).status).toBe(412); // they had read the other date
  });

  it('convened and denied at once, it is one of the two', async () => {
    const n = await congiunto();
    await risponde(n, collega, 'consenti');
    const [convoca, nega] = await Promise.all([
      passo(n, base.referente, 'convoca'),
      risponde(n, collega, 'nega', { motivazione: 'Ci abbiamo ripensato.' }),
    ]);
    const dopo = await leggi(n, base.coordinatore);
    if (convoca.status === 200)
      expect([dopo.stato, dopo.gestione?.congiunti[0]?.stato, [409, 412].includes(nega.status)]).toEqual(['convocato', 'dato', true]);
    else expect([dopo.stato, dopo.gestione?.congiunti[0]?.stato, nega.status]).toEqual(['bozza', 'negato', 200]);
  });

  it('does not take people of another tavolo into a focus group, whose referente was not asked', async () => {
    const [persona] = await world.db.query<{ id: string }[]>('SELECT id FROM rappresentante WHERE email = $1', [la]);
    const answer = await world
      .as(base.referente)
      .post<Problem>(at(`/tavoli/${base.tavolo.slug}/incontri`), bozzaDi({ altriTavoli: [altro.id], membri: [persona?.id ?? ''] }));
    expect([answer.status, answer.body.errors?.[0]?.pointer]).toEqual([403, '/membri/0']);
  });
});

describe('C-3: addresses of people', () => {
  const tutto = async (n: IncontroView, chi: Persona): Promise<string> => {
    const [view, recapiti, prova, posta] = await Promise.all(
      ['', '/recapiti.csv', '/prova-convocazione.pdf'].map(path => world.as(chi).get(at(`/incontri/${n.id}${path}`))),
    );
    return [view?.text, recapiti?.text, pdfText(prova?.raw ?? Buffer.alloc(0)), posta?.text].map(t => withoutBlanks(t ?? '')).join('\n');
  };

  it('go to the staff of their own tavolo: previews, views, exports and proofs leave the others out', async () => {
    const n = await congiunto();
    const anteprima = async (chi: Persona) => (await world.as(chi).get<AnteprimaConvocazioneView>(at(`/incontri/${n.id}/anteprima`))).body;
    const vista = await anteprima(base.referente);
    expect(vista.destinatari.filter(d => d.nome === null).length).toBe(3); // the other referente and who sits there
    expect(JSON.stringify(vista)).toContain(qui);
    expect(JSON.stringify(vista)).not.toContain(la);
    await risponde(n, collega, 'consenti');
    const convocato = await esegui(world, base.ambito, n, base.referente, 'convoca');
    const [suo, altrui, ufficio] = [
      await tutto(convocato, base.referente),
      await tutto(convocato, collega),
      await tutto(convocato, base.ufficio),
    ];
    expect([
      suo.includes(qui),
      suo.includes(la),
      altrui.includes(qui),
      altrui.includes(la),
      ufficio.includes(qui),
      ufficio.includes(la),
    ]).toEqual([true, false, false, true, true, true]);
    expect(suo).not.toContain(collega.email);
    const posta = (
      await world.db.query<{ tavolo: string }[]>('SELECT tavolo_id AS tavolo FROM email WHERE oggetto_id = $1 AND a_indirizzo = $2', [
        n.id,
        la,
      ])
    )[0];
    expect(posta?.tavolo).toBe(altro.id);
  });

  it('and names of people of other tavoli are not told by clashes either', async () => {
    const [mio] = await world.db.query<{ nome: string }[]>(`SELECT nome || ' ' || cognome AS nome FROM rappresentante WHERE email = $1`, [
      la,
    ]);
    const bozza = await creaIncontro(world, base.ambito, altro, collega);
    const q = new URLSearchParams({ inizioAt: bozza.inizioAt, fineAt: bozza.fineAt, altriTavoli: altro.id }).toString();
    const testi = async (chi: Persona) =>
      (await world.as(chi).get<{ items: { tipo: string; testo: string }[] }>(at(`/tavoli/${base.tavolo.slug}/conflitti?${q}`))).body.items
        .filter(c => c.tipo === 'persone')
        .map(c => c.testo);
    // A draft is known to those whom it calls: of it nobody else is told but that it clashes.
    const nascosto = (await world.as(base.referente).get(at(`/tavoli/${base.tavolo.slug}/conflitti?${q}`))).text;
    expect([bozza.id, bozza.titolo].filter(parola => nascosto.includes(parola))).toEqual([]);
    expect(await testi(base.referente)).toEqual([
      '2 persone di altri tavoli alla stessa ora sono attesi anche a un incontro in preparazione di un altro tavolo.',
    ]);
    expect((await testi(base.coordinatore)).join()).toContain(bozza.titolo);
    await esegui(world, base.ambito, bozza, collega, 'convoca');
    expect((await testi(base.referente)).join()).toContain(bozza.titolo);
    expect((await testi(base.referente)).join()).toMatch(/^2 persone di altri tavoli/);
    expect((await testi(base.coordinatore)).join()).toContain(mio?.nome);
  });
});
