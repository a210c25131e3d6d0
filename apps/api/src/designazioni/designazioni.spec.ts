import type { ConteggiView, DesignazioneRigaView, DesignazioneView, EsitiInsiemeView, Pagina, Problem, TavoloView } from '@tavoli/shared';
import { testWorld, type World } from '../../testing/app.js';
import { newKey } from '../../testing/client.js';
import { dueRappresentanti } from '../../testing/scenario/rappresentanti.js';

type Base = Awaited<ReturnType<World['scenario']['base']>>;

let world: World;
let base: Base;
beforeAll(async () => {
  world = await testWorld();
});
beforeEach(async () => {
  base = await world.scenario.base();
});
afterAll(() => world.close());

const at = (path: string) => `/ambiti/${base.ambito.slug}${path}`;
const nuova = (fields = {}) => ({ avvisoId: base.avviso.id, tavoloId: base.tavolo.id, rappresentanti: dueRappresentanti(), ...fields });

async function bozza(): Promise<DesignazioneView> {
  const answer = await world.as(base.operatore).post<DesignazioneView>(at(`/enti/${base.ente.id}/designazioni`), nuova());
  expect(answer.status).toBe(201);
  return answer.body;
}

async function esegui(chi: Base['operatore'], d: { id: string; version: number }, azione: string, motivazione?: string) {
  return world
    .as(chi)
    .post<DesignazioneView & Problem>(at(`/designazioni/${d.id}/azioni/${azione}`), { motivazione }, { version: d.version });
}

async function inviata(): Promise<DesignazioneView> {
  return (await esegui(base.operatore, await bozza(), 'invia')).body;
}

const emails = (id: string) =>
  world.db.query<{ tipo: string; a_indirizzo: string; testo: string }[]>(
    'SELECT tipo, a_indirizzo, testo FROM email WHERE oggetto_id = $1 ORDER BY tipo, a_indirizzo',
    [id],
  );

async function segretoDi(designazioneId: string, indirizzo: string): Promise<string> {
  const [mail] = (await emails(designazioneId)).filter(m => m.tipo === 'designazione.consenso' && m.a_indirizzo === indirizzo);
  return /\/consenso#([A-Za-z0-9_-]{43})/.exec(mail?.testo ?? '')?.[1] ?? '';
}

const rispondi = (segreto: string, azione: string) =>
  world.as(null).post(`/consenso/azioni/${azione}`, {}, { headers: { 'x-segreto': segreto } });

describe('the story of a designazione', () => {
  it('goes from the draft of the ente to the names on the public page', async () => {
    const sent = await inviata();
    expect(sent).toMatchObject({
      stato: 'inviata',
      veste: 'componente',
      numeroDiRegistro: { numero: expect.any(Number), anno: expect.any(Number) },
    });
    const accepted = await esegui(base.referente, sent, 'accetta');
    expect(accepted.body.stato).toBe('accettata');

    const prima = await world.as(null).get<TavoloView>(at(`/tavoli/${base.tavolo.slug}`));
    expect(prima.body.enti).toEqual([expect.objectContaining({ denominazione: base.ente.denominazione, rappresentanti: [], inAttesa: 2 })]);

    const titolare = sent.rappresentanti[0];
    expect((await rispondi(await segretoDi(sent.id, titolare?.email ?? ''), 'acconsenti')).status).toBe(200);
    const dopo = await world.as(null).get<TavoloView>(at(`/tavoli/${base.tavolo.slug}`));
    expect(dopo.body.enti[0]?.rappresentanti).toEqual([{ ruolo: 'titolare', nome: titolare?.nome, cognome: titolare?.cognome }]);
    expect(dopo.text).not.toContain(titolare?.email);
  });

  it('mails the receipt to the ente, the notice to the referente and a link to each person, one recipient each', async () => {
    const sent = await inviata();
    const byType = Map.groupBy(await emails(sent.id), m => m.tipo);
    expect(
      byType
        .get('designazione.inviata')
        ?.map(m => m.a_indirizzo)
        .sort(),
    ).toEqual([base.ente.email, base.operatore.email].sort());
    expect(byType.get('designazione.da_esaminare')?.map(m => m.a_indirizzo)).toEqual([base.referente.email]);
    expect(
      byType
        .get('designazione.consenso')
        ?.map(m => m.a_indirizzo)
        .sort(),
    ).toEqual(sent.rappresentanti.map(r => r.email).sort());
  });

  it('gives protocol numbers without gaps, also when a sending fails in between', async () => {
    const first = await inviata();
    const altroTavolo = await world.scenario.tavolo(base.ambito);
    const scaduto = await world.scenario.avviso(base.ambito, [altroTavolo], { chiude: -0.1, tardive: false });
    const fallita = await world.scenario.designazione(base.ambito, { avviso: scaduto, tavolo: altroTavolo, ente: base.ente });
    expect((await esegui(base.operatore, fallita, 'invia')).body.code).toBe('avviso.chiuso');
    const aperto = await world.scenario.avviso(base.ambito, [altroTavolo]);
    await world.db.query('UPDATE designazione SET avviso_id = $1 WHERE id = $2', [aperto.id, fallita.id]);
    const second = await esegui(base.operatore, fallita, 'invia');
    expect(second.body.numeroDiRegistro?.numero).toBe((first.numeroDiRegistro?.numero ?? 0) + 1);
  });

  it('admits a late answer only as consultivo, where the avviso admits it', async () => {
    const tardi = await world.scenario.avviso(base.ambito, [base.tavolo], { chiude: -0.1 });
    const draft = await world.scenario.designazione(base.ambito, { avviso: tardi, tavolo: base.tavolo, ente: base.ente });
    expect((await esegui(base.operatore, draft, 'invia')).body.veste).toBe('consultivo');
  });

  it('refuses to send for an ente that is not verified, for a kind the avviso does not invite, and with too many people', async () => {
    const draft = await bozza();
    await world.db.query(`UPDATE ente SET stato = 'sospeso' WHERE id = $1`, [base.ente.id]);
    expect((await esegui(base.operatore, draft, 'invia')).body.code).toBe('ente.non_verificato');
    await world.db.query(`UPDATE ente SET stato = 'verificato' WHERE id = $1`, [base.ente.id]);
    await world.db.query(`UPDATE avviso SET nature_ammesse = '{comune}' WHERE id = $1`, [base.avviso.id]);
    expect((await esegui(base.operatore, draft, 'invia')).body.code).toBe('avviso.natura_non_ammessa');
    await world.db.query(`UPDATE avviso SET nature_ammesse = '{}', posti_supplenti = 0 WHERE id = $1`, [base.avviso.id]);
    const posti = await esegui(base.operatore, draft, 'invia');
    expect(posti.body.errors).toEqual([expect.objectContaining({ pointer: '/rappresentanti' })]);
  });

  it('asks a reason to reject and to revoke, and tells it to whom it concerns', async () => {
    const sent = await inviata();
    const senza = await esegui(base.referente, sent, 'respingi');
    expect([senza.status, senza.body.errors?.[0]?.pointer]).toEqual([400, '/motivazione']);
    const respinta = await esegui(base.referente, sent, 'respingi', 'Lo statuto non riguarda questo tavolo.');
    expect(respinta.body).toMatchObject({ stato: 'respinta', motivazione: 'Lo statuto non riguarda questo tavolo.' });
    const [mail] = (await emails(sent.id)).filter(m => m.tipo === 'designazione.respinta');
    expect(mail?.testo).toContain('Lo statuto non riguarda questo tavolo.');
  });

  it('tells who never sat that the ente took its word back, and who sat that they represent it no more', async () => {
    const mai = await inviata();
    await esegui(base.operatore, mai, 'revoca', 'L’assemblea ha deciso altro.');
    const detto = async (id: string) =>
      (await emails(id)).filter(m => m.tipo === 'designazione.revocata' && m.a_indirizzo !== base.referente.email);
    for (const { testo } of await detto(mai.id)) expect(testo).not.toContain('rappresenti più');
    // Those who answered read why, and nobody who sat nowhere loses a seat.
    const data = await inviata();
    const [uno, due] = data.rappresentanti;
    await rispondi(await segretoDi(data.id, uno?.email ?? ''), 'acconsenti');
    await rispondi(await segretoDi(data.id, due?.email ?? ''), 'acconsenti');
    await esegui(base.operatore, data, 'revoca', 'L’assemblea ha deciso altro.');
    const letti = await detto(data.id);
    expect(letti).toHaveLength(2);
    for (const { testo } of letti)
      expect([testo.includes('ritirato l’indicazione'), testo.includes('pagina del tavolo')]).toEqual([true, false]);
    const seduti = await world.scenario.designazione(base.ambito, { ...base, stato: 'accettata', consenso: 'dato' });
    await esegui(base.operatore, { id: seduti.id, version: 1 }, 'revoca', 'L’assemblea ha deciso altro.');
    const usciti = await detto(seduti.id);
    expect(usciti.length).toBeGreaterThan(0);
    for (const { testo } of usciti) expect(testo).toContain('non compare più nella pagina del tavolo');
  });

  it('keeps the old seats until the replacement is accepted, and their history after', async () => {
    const vecchia = await world.scenario.designazione(base.ambito, { ...base, stato: 'accettata', consenso: 'dato' });
    const draft = (await esegui(base.operatore, vecchia, 'sostituisci')).body;
    expect(draft).toMatchObject({ stato: 'bozza', sostituisce: vecchia.id });
    expect(draft.rappresentanti).toHaveLength(2);
    await world.db.query(
      `UPDATE avviso SET apre_at = now() - interval '2 day', chiude_at = now() - interval '1 day', ammette_tardive = false WHERE id = $1`,
      [base.avviso.id],
    );
    const sent = (await esegui(base.operatore, draft, 'invia')).body;
    expect(sent.veste).toBe('componente');
    const open = () =>
      world.db.query<{ n: number }[]>('SELECT count(*)::int AS n FROM mandato WHERE ente_id = $1 AND al IS NULL', [base.ente.id]);
    expect((await open())[0]?.n).toBe(2);
    await esegui(base.referente, sent, 'accetta');
    const [old] = await world.db.query('SELECT stato FROM designazione WHERE id = $1', [vecchia.id]);
    expect(old).toEqual({ stato: 'sostituita' });
    expect((await open())[0]?.n).toBe(2);
  });

  /** Seats of the ente, by the name of who sits. */
  const posti = () =>
    world.db.query<{ id: string; nome: string; dal: Date; al: Date | null; motivo: string | null }[]>(
      `SELECT m.id, r.cognome AS nome, m.dal, m.al, m.motivo_fine AS motivo FROM mandato m JOIN rappresentante r ON r.id = m.rappresentante_id WHERE m.ente_id = $1 ORDER BY m.dal, r.ruolo DESC`,
      [base.ente.id],
    );

  it.each([
    ['supplente', 1],
    ['titolare', 0],
  ] as const)(
    'replacing only the %s keeps seat, consent and first day of who stays, and asks the new person alone',
    async (_ruolo, cambia) => {
      const vecchia = await world.scenario.designazione(base.ambito, { ...base, stato: 'accettata', consenso: 'dato' });
      await world.db.query(`UPDATE mandato SET dal = now() - interval '90 days' WHERE ente_id = $1`, [base.ente.id]);
      const prima = await posti();
      const draft = (await esegui(base.operatore, vecchia, 'sostituisci')).body;
      const rappresentanti = draft.rappresentanti.map(({ ruolo, nome, cognome, email, qualifica }, i) =>
        i === cambia
          ? { ruolo, nome: 'Nuova', cognome: 'Arrivata', email: 'nuova.arrivata@esempio.it', telefono: null, qualifica }
          : { ruolo, nome, cognome, email: email.toUpperCase(), telefono: '0983 555001', qualifica: 'Presidente' },
      );
      const saved = (
        await world
          .as(base.operatore)
          .put<DesignazioneView>(at(`/designazioni/${draft.id}`), { rappresentanti }, { version: draft.version })
      ).body;
      const sent = (await esegui(base.operatore, saved, 'invia')).body;
      expect(sent.rappresentanti.map(r => r.consenso)).toEqual(cambia === 1 ? ['dato', 'in_attesa'] : ['in_attesa', 'dato']);
      expect((await emails(sent.id)).filter(m => m.tipo === 'designazione.consenso').map(m => m.a_indirizzo)).toEqual([
        'nuova.arrivata@esempio.it',
      ]);
      const accettata = (await esegui(base.referente, sent, 'accetta')).body;
      const resta = cambia === 1 ? 0 : 1;
      const dopo = await posti();
      expect(dopo.find(m => m.id === prima[resta]?.id)).toEqual(prima[resta]);
      expect(dopo.find(m => m.id === prima[cambia]?.id)?.motivo).toBe('sostituita');
      expect(accettata.rappresentanti[resta]).toMatchObject({ consenso: 'dato', telefono: '0983 555001', qualifica: 'Presidente' });
      const registrata = (await world.as(base.operatore).get<DesignazioneView>(at(`/designazioni/${vecchia.id}`))).body;
      expect([registrata.stato, registrata.rappresentanti.map(r => r.consenso)]).toEqual(['sostituita', ['dato', 'dato']]);
      // The link that was mailed at the beginning is still the person's own.
      expect((await rispondi(vecchia.persone[resta]?.segreto ?? '', 'ritira')).status).toBe(200);
      expect((await posti()).find(m => m.id === prima[resta]?.id)?.motivo).toBe('consenso_ritirato');
    },
  );

  it('who withdraws while a replacement that names them waits is not seated by it, and who refused is asked anew', async () => {
    const vecchia = await world.scenario.designazione(base.ambito, { ...base, stato: 'accettata', consenso: 'dato' });
    const sent = (await esegui(base.operatore, (await esegui(base.operatore, vecchia, 'sostituisci')).body, 'invia')).body;
    expect((await rispondi(vecchia.persone[0]?.segreto ?? '', 'ritira')).status).toBe(200);
    const accettata = (await esegui(base.referente, sent, 'accetta')).body;
    expect(accettata.rappresentanti.map(r => r.consenso)).toEqual(['ritirato', 'dato']);
    expect((await posti()).map(m => m.motivo)).toEqual(['consenso_ritirato', null]);
    const ancora = (await esegui(base.operatore, (await esegui(base.operatore, accettata, 'sostituisci')).body, 'invia')).body;
    expect(ancora.rappresentanti.map(r => r.consenso)).toEqual(['in_attesa', 'dato']);
    expect((await emails(ancora.id)).filter(m => m.tipo === 'designazione.consenso')).toHaveLength(1);
  });

  it('takes names off the public page as soon as a person withdraws, and tells the ente', async () => {
    const d = await world.scenario.designazione(base.ambito, { ...base, stato: 'accettata', consenso: 'dato' });
    expect((await rispondi(d.persone[0]?.segreto ?? '', 'ritira')).status).toBe(200);
    const page = await world.as(null).get<TavoloView>(at(`/tavoli/${base.tavolo.slug}`));
    expect(page.body.enti[0]?.rappresentanti).toHaveLength(1);
    expect((await emails(d.id)).map(m => m.tipo)).toContain('designazione.consenso_ritirato');
    expect((await rispondi(d.persone[0]?.segreto ?? '', 'acconsenti')).status).toBe(409);
  });

  it('gives the public nothing of people who have not consented, in the CSV neither', async () => {
    const d = await world.scenario.designazione(base.ambito, { ...base, stato: 'accettata', consenso: 'in_attesa' });
    const csv = await world.as(null).get(at(`/tavoli/${base.tavolo.slug}/rappresentanti.csv`));
    expect(csv.status).toBe(200);
    const [persona] = await world.db.query<{ cognome: string }[]>('SELECT cognome FROM rappresentante WHERE id = $1', [d.persone[0]?.id]);
    expect(csv.text).not.toContain(persona?.cognome);
  });
});

describe('two at once', () => {
  it('F-9: five presses of the same button make one draft and give the same answer', async () => {
    const key = newKey();
    const body = nuova();
    const answers = await Promise.all(
      Array.from({ length: 5 }, () =>
        world.as(base.operatore).post<DesignazioneView>(at(`/enti/${base.ente.id}/designazioni`), body, { key }),
      ),
    );
    const done = answers.filter(a => a.status === 201);
    expect(done.length).toBeGreaterThan(0);
    expect(answers.filter(a => a.status !== 201).every(a => a.status === 409)).toBe(true);
    const again = await world.as(base.operatore).post<DesignazioneView>(at(`/enti/${base.ente.id}/designazioni`), body, { key });
    expect([again.status, again.body]).toEqual([201, done[0]?.body]);
    const [count] = await world.db.query<{ n: number }[]>('SELECT count(*)::int AS n FROM designazione WHERE ente_id = $1', [base.ente.id]);
    expect(count?.n).toBe(1);
  });

  it('F-9: the same key with another body is refused, and of another account is another key', async () => {
    const key = newKey();
    const path = at(`/enti/${base.ente.id}/designazioni`);
    await world.as(base.operatore).post(path, nuova(), { key });
    expect((await world.as(base.operatore).post<Problem>(path, nuova(), { key })).body.code).toBe('idempotenza.altra_richiesta');
    const collega = await world.scenario.operatore(base.ambito, base.ente);
    expect((await world.as(collega).post<Problem>(path, nuova(), { key })).body.code).toBe('designazione.esiste');
  });

  it('F-10: of ten who decide at once on the same version exactly one succeeds', async () => {
    const sent = await inviata();
    const answers = await Promise.all(
      Array.from({ length: 10 }, (_, i) =>
        esegui(i % 2 ? base.referente : base.coordinatore, sent, i % 3 ? 'accetta' : 'respingi', 'Motivo di prova lungo abbastanza.'),
      ),
    );
    expect(answers.filter(a => a.status === 200)).toHaveLength(1);
    expect(answers.filter(a => a.status !== 200).every(a => a.status === 412 || a.status === 409)).toBe(true);
  });

  it('F-10: consent and acceptance at the same moment open exactly one seat each', async () => {
    for (let i = 0; i < 20; i += 1) {
      const tavolo = await world.scenario.tavolo(base.ambito);
      const d = await world.scenario.designazione(base.ambito, { ...base, tavolo, stato: 'inviata' });
      await Promise.all([esegui(base.coordinatore, d, 'accetta'), ...d.persone.map(p => rispondi(p.segreto, 'acconsenti'))]);
      const [seats] = await world.db.query<{ n: number }[]>('SELECT count(*)::int AS n FROM mandato WHERE tavolo_id = $1 AND al IS NULL', [
        tavolo.id,
      ]);
      expect(seats?.n).toBe(2);
    }
  });

  it('accepts several together, and says of each what became of it', async () => {
    const [a, b, c] = await Promise.all(
      [1, 2, 3].map(async () =>
        world.scenario.designazione(base.ambito, { ...base, ente: await world.scenario.ente(base.ambito), stato: 'inviata' }),
      ),
    );
    const altrove = await world.scenario.designazione(base.ambito, {
      ...base,
      tavolo: await world.scenario.tavolo(base.ambito),
      stato: 'inviata',
    });
    const designazioni = [
      { id: a?.id, version: 1 },
      { id: b?.id, version: 7 },
      { id: c?.id, version: 1 },
    ];
    const insieme = (body: object) =>
      world.as(base.referente).post<Problem & { items: { esito: string }[] }>(at('/designazioni/accettazioni'), body);
    const estranea = await insieme({ designazioni: [...designazioni, { id: altrove.id, version: 1 }] });
    expect([estranea.status, estranea.body.errors?.[0]?.pointer]).toEqual([404, '/designazioni/3/id']);
    const anteprima = await world.as(base.referente).post<EsitiInsiemeView>(at('/designazioni/accettazioni/anteprima'), { designazioni });
    const answer = await insieme({ designazioni });
    expect(answer.body.items.map(i => i.esito)).toEqual(['fatto', 'versione.superata', 'fatto']);
    expect(anteprima.body).toEqual(answer.body);
  });

  it('is a table: counted by the values there are, searched by ente and person, ordered', async () => {
    for (const denominazione of ['Zeta', 'Alfa'])
      await world.scenario.designazione(base.ambito, {
        ...base,
        ente: await world.scenario.ente(base.ambito, { denominazione }),
        stato: 'inviata',
      });
    const chiedi = <T>(query: string) =>
      world
        .as(base.referente)
        .get<T>(at(`/designazioni${query}`))
        .then(r => r.body);
    const { totale, filtri } = await chiedi<ConteggiView>(`/conteggi?stato=inviata&tavolo=${base.tavolo.id}`);
    expect([totale, filtri['ente']?.map(v => v.nome).toSorted()]).toEqual([2, ['Alfa', 'Zeta']]);
    expect(filtri['tavolo']).toEqual([{ valore: base.tavolo.id, nome: expect.any(String) as string, n: 2 }]);
    const nomi = async (query: string) => (await chiedi<Pagina<DesignazioneRigaView>>(query)).items.map(d => d.ente.denominazione);
    expect(await nomi('?ordina=ente')).toEqual(['Alfa', 'Zeta']);
    expect(await nomi('?ordina=ente&verso=desc')).toEqual(['Zeta', 'Alfa']);
    expect(await nomi('?q=lf')).toEqual(['Alfa']);
    const [prima] = (await chiedi<Pagina<DesignazioneRigaView>>('?q=zeta')).items;
    const cognome = prima?.rappresentanti[0]?.cognome ?? 'nessuno';
    expect((await nomi(`?q=${encodeURIComponent(cognome)}`)).includes('Zeta')).toBe(true);
  });
});

describe('who sees what', () => {
  it('shows the ente its own, the referente those of the tavolo, the coordinatore all, nobody the drafts of others', async () => {
    const altroTavolo = await world.scenario.tavolo(base.ambito);
    const altroEnte = await world.scenario.ente(base.ambito);
    const mia = await world.scenario.designazione(base.ambito, { ...base, stato: 'inviata' });
    const altrui = await world.scenario.designazione(base.ambito, { ...base, tavolo: altroTavolo, ente: altroEnte, stato: 'inviata' });
    const draft = await world.scenario.designazione(base.ambito, { ...base, ente: altroEnte });
    const ids = async (chi: Base['operatore']) =>
      (await world.as(chi).get<Pagina<DesignazioneRigaView>>(at('/designazioni'))).body.items.map(d => d.id).sort();
    expect(await ids(base.operatore)).toEqual([mia.id]);
    expect(await ids(base.referente)).toEqual([mia.id]);
    expect(await ids(base.coordinatore)).toEqual([mia.id, altrui.id].sort());
    expect((await world.as(base.coordinatore).get(at(`/designazioni/${draft.id}`))).status).toBe(404);
    expect((await world.as(base.referente).get(at(`/designazioni/${altrui.id}`))).status).toBe(404);
    expect(await ids(await world.scenario.persona())).toEqual([]);
  });

  it('walks the pages without missing or repeating a row, in one query whatever the number of rows', async () => {
    for (let i = 0; i < 7; i += 1)
      await world.scenario.designazione(base.ambito, { ...base, ente: await world.scenario.ente(base.ambito), stato: 'inviata' });
    const seen: string[] = [];
    let cursor: string | null = null;
    do {
      const page: { body: Pagina<DesignazioneRigaView> } = await world
        .as(base.coordinatore)
        .get<Pagina<DesignazioneRigaView>>(at(`/designazioni?limit=3${cursor ? `&cursor=${cursor}` : ''}`));
      seen.push(...page.body.items.map(d => d.id));
      cursor = page.body.nextCursor;
    } while (cursor);
    expect([seen.length, new Set(seen).size]).toEqual([7, 7]);
  });
});

describe('a mistyped address', () => {
  const correggi = (chi: Base['operatore'], d: DesignazioneView, persona: string, email: string) =>
    world
      .as(chi)
      .put<DesignazioneView & Problem>(at(`/designazioni/${d.id}/persone/${persona}/indirizzo`), { email }, { version: d.version });

  it('is corrected without revoking: the right one is asked, the link sent to the other is worth nothing, the history says both', async () => {
    const d = await inviata();
    const [titolare, supplente] = d.rappresentanti;
    const vecchio = await segretoDi(d.id, titolare?.email ?? '');
    const giusto = `giusto.${newKey()}@prova.test`.toLowerCase();
    const { status, body } = await correggi(base.operatore, d, titolare?.id ?? '', giusto);
    expect([status, body.stato, body.numeroDiRegistro, body.inviataAt]).toEqual([200, 'inviata', d.numeroDiRegistro, d.inviataAt]);
    expect(body.rappresentanti.map(r => r.email)).toEqual([giusto, supplente?.email]);
    expect((await rispondi(vecchio, 'acconsenti')).status).toBe(404);
    const ferme = await world.db.query<{ stato: string }[]>(
      `SELECT stato FROM email WHERE oggetto_id = $1 AND tipo = 'designazione.consenso' AND a_indirizzo = $2`,
      [d.id, titolare?.email],
    );
    expect(ferme.map(m => m.stato)).not.toContain('in_coda');
    const [atto] = await world.db.query<{ contenuto: object }[]>(
      `SELECT t.contenuto FROM registro r JOIN registro_dettaglio t USING (ambito_id, seq) WHERE r.ambito_id = $1 AND r.azione = 'designazione.correggi_indirizzo' AND r.oggetto_id = $2`,
      [base.ambito.id, d.id],
    );
    expect(atto?.contenuto).toMatchObject({ prima: titolare?.email, dopo: giusto });
    expect((await rispondi(await segretoDi(d.id, giusto), 'acconsenti')).status).toBe(200);
    const dopo = (await world.as(base.operatore).get<DesignazioneView>(at(`/designazioni/${d.id}`))).body;
    expect((await correggi(base.operatore, dopo, titolare?.id ?? '', 'altro@prova.test')).body.code).toBe('designazione.gia_risposto');
  });

  it('says on its field that it is the same, or another’s of the same designazione; the office may correct it too, a stranger not', async () => {
    const d = await inviata();
    const [titolare, supplente] = d.rappresentanti;
    const problema = async (email: string) => {
      const { body } = await correggi(base.referente, d, titolare?.id ?? '', email);
      return [body.code, body.errors?.[0]?.pointer];
    };
    expect(await problema(titolare?.email ?? '')).toEqual(['designazione.stesso_indirizzo', '/email']);
    expect(await problema(supplente?.email ?? '')).toEqual(['designazione.indirizzo_doppio', '/email']);
    expect((await correggi(base.referente, d, titolare?.id ?? '', `rif.${newKey()}@prova.test`.toLowerCase())).status).toBe(200);
    expect((await correggi(await world.scenario.persona(), d, titolare?.id ?? '', 'x@prova.test')).status).toBe(404);
  });
});
