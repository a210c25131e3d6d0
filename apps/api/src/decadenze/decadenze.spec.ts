import type {
  ConsensoView,
  DecadenzaView,
  DesignazioneView,
  IncontroView,
  OggiView,
  PartecipazioneView,
  Problem,
  ProveDecadenzaView,
  TavoloView,
} from '@tavoli/shared';
import { testWorld, type World } from '../../testing/app.js';
import { creaIncontro, esegui, portaAdOggi } from '../../testing/scenario/incontri.js';
import { TerminiDecadenza } from './decadenze.service.js';

type Base = Awaited<ReturnType<World['scenario']['base']>>;
type Designazione = Awaited<ReturnType<World['scenario']['designazione']>>;

let world: World;
let base: Base;
let seduta: Designazione;

beforeAll(async () => {
  world = await testWorld();
});
afterAll(() => world.close());
beforeEach(async () => {
  base = await world.scenario.base();
  seduta = await world.scenario.designazione(base.ambito, { ...base, stato: 'accettata', consenso: 'dato' });
});

const MOTIVAZIONE = 'Le memorie non spiegano le assenze.';
const at = (percorso: string) => `/ambiti/${base.ambito.slug}${percorso}`;
const incontro = async (n: { id: string }) => (await world.as(base.referente).get<IncontroView>(at(`/incontri/${n.id}`))).body;
const agisci = async (n: { id: string }, azione: string) => esegui(world, base.ambito, await incontro(n), base.referente, azione, {});
const convocato = async () => agisci(await creaIncontro(world, base.ambito, base.tavolo, base.referente), 'convoca');
/** Convened, held, and nobody of the ente came. */
async function disertato(): Promise<{ id: string }> {
  const n = await convocato();
  await portaAdOggi(world, n);
  await agisci(n, 'apri');
  return agisci(n, 'chiudi');
}
const ATTO = {
  motivo: 'assenze',
  ragioni: 'Non è venuto e non ha detto perché.',
  ufficio: 'Ufficio di Piano',
  responsabile: 'Ada Neri',
  doveAtti: 'Via Roma 1',
};
const apri = (body: object = {}, chi = base.coordinatore) =>
  world
    .as(chi)
    .post<DecadenzaView & Problem>(at(`/designazioni/${seduta.id}/decadenze`), { ...ATTO, motivo: 'altro', incontri: [], ...body });
const passo = (k: { id: string; version: number }, azione: string, body: object, chi = base.coordinatore) =>
  world.as(chi).post<DecadenzaView & Problem>(at(`/decadenze/${k.id}/azioni/${azione}`), body, { version: k.version });
const designazione = async () => (await world.as(base.coordinatore).get<DesignazioneView>(at(`/designazioni/${seduta.id}`))).body;
const tavolo = async () => (await world.as(null).get<TavoloView>(at(`/tavoli/${base.tavolo.slug}`))).body;
const mails = (tipo: string) =>
  world.db
    .query<{ a: string }[]>('SELECT a_indirizzo AS a FROM email WHERE tipo = $1 AND ambito_id = $2 ORDER BY 1', [tipo, base.ambito.id])
    .then(r => r.map(x => x.a));
const persone = () => seduta.persone.map(p => p.email).sort();
const scade = (k: { id: string }, giorni: number) =>
  world.db.query(`UPDATE decadenza SET termine = (now() AT TIME ZONE 'Europe/Rome')::date + $2::int WHERE id = $1`, [k.id, giorni]);

describe('a procedimento di decadenza', () => {
  it('goes from the evidence to the act: opened with what was recorded, the ente heard, the seat ended at once', async () => {
    const assenze = [await disertato(), await disertato()];
    const prossimo = await convocato();
    const prove = (await world.as(base.coordinatore).get<ProveDecadenzaView>(at(`/designazioni/${seduta.id}/decadenze/prove`))).body;
    expect(prove.items.map(p => [p.incontro.id, p.presenza]).sort()).toEqual(assenze.map(n => [n.id, 'assente']).sort());
    expect([prove.giorni, prove.responsabile]).toEqual([10, `${base.coordinatore.nome} ${base.coordinatore.cognome}`]);

    const senza = await apri({ ...ATTO, incontri: [] });
    expect([senza.status, senza.body.errors?.map(e => e.pointer)]).toEqual([400, ['/incontri']]);
    const altrui = await apri({ ...ATTO, incontri: [prossimo.id] });
    expect([altrui.status, altrui.body.errors?.map(e => e.pointer)]).toEqual([400, ['/incontri']]);
    const aperto = await apri({ ...ATTO, incontri: assenze.map(n => n.id) });
    expect([aperto.status, aperto.body.stato, aperto.body.fatti.length, aperto.body.sentito]).toEqual([201, 'aperto', 2, false]);
    expect(await mails('decadenza.avviata')).toEqual(expect.arrayContaining(persone()));
    expect((await designazione()).decadenza).toEqual({ id: aperto.body.id, stato: 'aperto' });
    const { items } = (
      await world.as(base.referente).get<{ items: PartecipazioneView[] }>(at(`/tavoli/${base.tavolo.slug}/partecipazione`))
    ).body;
    expect(items.map(p => [p.designazioneId, p.decadenzaId])).toEqual([[seduta.id, aperto.body.id]]);

    const presto = await passo(aperto.body, 'concludi', { motivazione: MOTIVAZIONE });
    expect([presto.status, presto.body.code]).toEqual([409, 'decadenza.presto']);
    const sentito = await passo(aperto.body, 'presenta_memorie', { memorie: 'Eravamo malati tutti e due.' }, base.operatore);
    expect([sentito.body.sentito, sentito.body.memorie.map(m => m.testo)]).toEqual([true, ['Eravamo malati tutti e due.']]);
    expect(await mails('decadenza.memorie')).toEqual([base.coordinatore.email]);

    const concluso = await passo(sentito.body, 'concludi', { motivazione: MOTIVAZIONE });
    expect([concluso.status, concluso.body.stato]).toEqual([200, 'concluso']);
    const dopo = await designazione();
    expect([dopo.stato, dopo.motivazione, dopo.decadenza, dopo.puoAprireDecadenza]).toEqual([
      'decaduta',
      null,
      { id: aperto.body.id, stato: 'concluso' },
      false,
    ]);
    expect(await mails('incontro.uscita')).toEqual(persone());
    expect(
      await world.db.query('SELECT DISTINCT motivo_fine FROM mandato WHERE rappresentante_id = ANY($1)', [seduta.persone.map(p => p.id)]),
    ).toEqual([{ motivo_fine: 'decadenza' }]);
  });

  it('begins from what the referente proposes, with its absences; who decides takes it up or declines it with a word, and the ente hears nothing before', async () => {
    const assenza = await disertato();
    const proposta = (body: object = {}, chi = base.referente) =>
      world.as(chi).post<ProveDecadenzaView & Problem>(at(`/designazioni/${seduta.id}/decadenze/proposta`), {
        incontri: [assenza.id],
        ragioni: 'Non risponde da mesi.',
        ...body,
      });
    const declina = (motivazione: string) =>
      world
        .as(base.coordinatore)
        .post<ProveDecadenzaView & Problem>(at(`/designazioni/${seduta.id}/decadenze/proposta/declina`), { motivazione });
    const alTavolo = async () =>
      (await world.as(base.referente).get<{ items: PartecipazioneView[] }>(at(`/tavoli/${base.tavolo.slug}/partecipazione`))).body.items[0]
        ?.proposta;
    const aspetta = async () =>
      (await world.as(base.coordinatore).get<OggiView>(at('/oggi'))).body.gruppi.filter(g => g.tipo === 'decadenza_proposta').length;

    expect((await proposta({ incontri: [] })).body.errors?.map(e => e.pointer)).toEqual(['/incontri']);
    expect((await proposta({}, base.operatore)).status).toBe(403);
    const fatta = await proposta();
    expect([fatta.status, fatta.body.proposta?.incontri, fatta.body.proposta?.ragioni]).toEqual([
      201,
      [assenza.id],
      'Non risponde da mesi.',
    ]);
    expect([(await proposta()).body.code, await aspetta()]).toEqual(['decadenza.gia_proposta', 1]);
    expect(await mails('decadenza.proposta')).toEqual([base.coordinatore.email]);
    const storia = (await world.as(base.operatore).get<DesignazioneView>(at(`/designazioni/${seduta.id}`))).text;
    expect(storia).not.toContain('ecadenza.proponi');

    const declinata = await declina('Ha avvisato per telefono: la assenza va giustificata.');
    expect([declinata.status, declinata.body.proposta, await aspetta()]).toEqual([200, null, 0]);
    expect((await alTavolo())?.risposta).toBe('Ha avvisato per telefono: la assenza va giustificata.');
    expect(await mails('decadenza.proposta_declinata')).toEqual([base.referente.email]);
    expect((await declina('Di nuovo, per errore.')).body.code).toBe('decadenza.nessuna_proposta');

    // Proposed again, by two at once: one of them; and taken up by what opens.
    const due = await Promise.all([proposta(), proposta()]);
    expect(due.map(d => d.status).sort()).toEqual([201, 409]);
    expect((await apri({ ...ATTO, incontri: [assenza.id] })).status).toBe(201);
    expect([await mails('decadenza.proposta_accolta'), await alTavolo(), await aspetta()]).toEqual([[base.referente.email], null, 0]);
    expect((await proposta()).body.code).toBe('decadenza.esiste');
  });

  it('is never public; afterwards the page of the tavolo says that the seat ended, and no reason', async () => {
    const { body: k } = await apri();
    expect((await world.as(null).get(at(`/decadenze/${k.id}`))).status).toBe(401);
    expect((await world.as(await world.scenario.persona()).get(at(`/decadenze/${k.id}`))).status).toBe(404);
    expect(JSON.stringify(await tavolo())).not.toContain('ecadenza');
    await scade(k, -1);
    await passo(k, 'concludi', { motivazione: MOTIVAZIONE });
    const { enti, usciti } = await tavolo();
    expect([enti, usciti.map(u => Object.keys(u).sort())]).toEqual([[], [['al', 'denominazione']]]);
    expect(JSON.stringify(await tavolo())).not.toContain(MOTIVAZIONE);
  });

  it('waits for the whole of its last day, unless the ente has written', async () => {
    const { body: k } = await apri();
    await scade(k, 0);
    expect((await passo(k, 'concludi', { motivazione: MOTIVAZIONE })).body.code).toBe('decadenza.presto');
    await scade(k, -1);
    expect((await passo(k, 'concludi', { motivazione: MOTIVAZIONE })).status).toBe(200);
  });

  it('leaves the seat where it is when it is shelved, and another may be opened then', async () => {
    const { body: k } = await apri();
    const due = await apri();
    expect([due.status, due.body.code]).toEqual([409, 'decadenza.esiste']);
    expect((await passo(k, 'archivia', { motivazione: 'Le assenze sono spiegate.' })).body.stato).toBe('archiviato');
    expect(await mails('decadenza.archiviata')).toEqual(expect.arrayContaining(persone()));
    expect((await designazione()).stato).toBe('accettata');
    expect((await apri()).status).toBe(201);
  });

  it('ends no seat that ended meanwhile: it can only be shelved', async () => {
    const { body: k } = await apri();
    await world
      .as(base.operatore)
      .post(at(`/designazioni/${seduta.id}/azioni/revoca`), { motivazione: 'Lasciamo noi il tavolo.' }, { version: 1 });
    await scade(k, -1);
    const tardi = await passo(k, 'concludi', { motivazione: MOTIVAZIONE });
    expect([tardi.status, tardi.body.code]).toEqual([409, 'decadenza.posto_finito']);
    expect((await passo(k, 'archivia', { motivazione: 'Il posto è già finito.' })).status).toBe(200);
  });

  it('reminds the ente three days before the term, once, and not one that has written', async () => {
    const { body: k } = await apri();
    const termini = world.app.get(TerminiDecadenza);
    await scade(k, 4);
    await termini.ricorda();
    expect(await mails('decadenza.termine')).toEqual([]);
    await scade(k, 3);
    await Promise.all([termini.ricorda(), termini.ricorda()]);
    expect((await mails('decadenza.termine')).length).toBe(2);
  });
});

describe('a person who resigns', () => {
  const segreto = (n: number) => ({ headers: { 'x-segreto': seduta.persone[n]?.segreto ?? '' } });

  it('from their own link leaves the seat to the supplente, and the ente is asked for another', async () => {
    const n = await convocato();
    const risposta = await world.as(null).post<ConsensoView>('/consenso/azioni/dimettiti', {}, segreto(0));
    expect([risposta.status, risposta.body.consenso, risposta.body.azioni]).toEqual([200, 'dimesso', []]);
    expect(await mails('incontro.uscita')).toEqual([seduta.persone[0]?.email]);
    for (const tipo of ['incontro.subentro', 'dimissioni.subentro']) expect(await mails(tipo)).toEqual([seduta.persone[1]?.email]);
    expect(await mails('dimissioni.ricevute')).toContain(base.referente.email);
    const { invitati } = (await incontro(n)).gestione ?? { invitati: [] };
    expect(invitati.filter(i => i.attivo && i.ente !== null).map(i => [i.ruolo, i.atteso])).toEqual([['supplente', true]]);
    const d = await designazione();
    expect([d.stato, d.rappresentanti.map(r => r.consenso), d.scoperto === null]).toEqual(['accettata', ['dimesso', 'dato'], false]);
    expect((await tavolo()).enti.map(e => [e.scoperto, e.rappresentanti.map(r => r.ruolo)])).toEqual([[true, ['supplente']]]);
  });

  it('on paper is recorded by the office, with the day and the words', async () => {
    const registra = (giorno: string, version: number, n = 0) =>
      world
        .as(base.referente)
        .post<DesignazioneView & Problem>(
          at(`/designazioni/${seduta.id}/dimissioni`),
          { rappresentanteId: seduta.persone[n]?.id, giorno, testo: 'Lettera del 3 marzo.' },
          { version },
        );
    const futuro = await registra('2999-01-01', 1);
    expect([futuro.status, futuro.body.errors?.map(e => e.pointer)]).toEqual([400, ['/giorno']]);
    const fatto = await registra('2026-03-03', 1);
    expect(fatto.body.rappresentanti[0]).toMatchObject({
      consenso: 'dimesso',
      dimissioni: { giorno: '2026-03-03', testo: 'Lettera del 3 marzo.' },
    });
    expect(await mails('dimissioni.registrate')).toEqual([seduta.persone[0]?.email]);
    const ancora = await registra('2026-03-03', fatto.body.version);
    expect([ancora.status, ancora.body.code]).toEqual([409, 'dimissioni.non_siede']);
  });

  it('is told apart from who withdraws their consent, and has nothing to resign from before the seat is given', async () => {
    await world.as(null).post('/consenso/azioni/ritira', {}, segreto(0));
    expect((await designazione()).rappresentanti.map(r => [r.consenso, r.dimissioni])).toEqual([
      ['ritirato', null],
      ['dato', null],
    ]);
    const ente = await world.scenario.ente(base.ambito);
    const inviata = await world.scenario.designazione(base.ambito, { ...base, ente, stato: 'inviata', consenso: 'dato' });
    const presto = await world
      .as(null)
      .post<Problem>('/consenso/azioni/dimettiti', {}, { headers: { 'x-segreto': inviata.persone[0]?.segreto ?? '' } });
    expect([presto.status, presto.body.code]).toEqual([409, 'consenso.stato']);
  });
});
