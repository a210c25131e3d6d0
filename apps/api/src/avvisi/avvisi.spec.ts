import type { DesignazioneView, AvvisoInput, AvvisoRigaView, AvvisoView, Pagina, Problem } from '@tavoli/shared';
import { testWorld, type World } from '../../testing/app.js';
import { multipart } from '../../testing/multipart.js';

type Base = Awaited<ReturnType<World['scenario']['base']>>;
const HOUR = 3_600_000;
const PDF = Buffer.from('%PDF-1.7\n1 0 obj\n<< /Type /Catalog >>\nendobj\ntrailer\n<< /Root 1 0 R >>\nstartxref\n9\n%%EOF\n');

/** An avviso without what makes it an act: as those of before. */
const SENZA_ATTO = {
  determinaNumero: null,
  determinaData: null,
  responsabileNome: null,
  responsabileUfficio: null,
  responsabileTelefono: null,
  responsabileEmail: null,
  requisiti: [],
  dichiarazioni: [],
  natureIstituzionali: [],
  natureOsservatrici: [],
  tavoliVincolo: 'nessuno',
  tavoliMassimi: 3,
} satisfies Partial<AvvisoInput>;

let world: World;
let base: Base;
beforeAll(async () => {
  world = await testWorld();
});
beforeEach(async () => {
  base = await world.scenario.base();
});
afterAll(() => world.close());

const at = (path = '') => `/ambiti/${base.ambito.slug}/avvisi${path}`;
const hours = (n: number) => new Date(Date.now() + n * HOUR).toISOString();
const input = (fields: Partial<AvvisoInput> = {}): AvvisoInput => ({
  titolo: 'Avviso nuovo',
  testo: 'Testo',
  tavoli: [base.tavolo.id],
  apreAt: hours(-1),
  chiudeAt: hours(48),
  postiTitolari: 1,
  postiSupplenti: 1,
  natureAmmesse: [],
  ammetteTardive: true,
  ...SENZA_ATTO,
  ...fields,
});

async function bozza(fields: Partial<AvvisoInput> = {}): Promise<AvvisoView> {
  return (await world.as(base.coordinatore).post<AvvisoView>(at(), input(fields))).body;
}

const esegui = (avviso: { id: string; version: number }, azione: string, body: object = {}) =>
  world.as(base.coordinatore).post<AvvisoView & Problem>(at(`/${avviso.id}/azioni/${azione}`), body, { version: avviso.version });

describe('an avviso', () => {
  it('is seen only by the offices until it is published, then by everyone', async () => {
    const draft = await bozza();
    expect((await world.as(null).get(at(`/${draft.id}`))).status).toBe(404);
    expect((await world.as(base.ufficio).get(at(`/${draft.id}`))).status).toBe(200);
    const published = await esegui(draft, 'pubblica');
    expect(published.body).toMatchObject({ stato: 'pubblicato', azioni: ['proroga', 'annulla'], puoModificare: false });
    const seen = await world.as(null).get<AvvisoView>(at(`/${draft.id}`));
    expect(seen.body).toMatchObject({ stato: 'pubblicato', azioni: [], tavoli: [{ id: base.tavolo.id }] });
  });

  it('is an act: determina, who answers for it, requirements, declarations, and in what capacity each kind of ente sits', async () => {
    const fields = {
      determinaNumero: '152',
      determinaData: '2026-10-01',
      responsabileNome: 'Nome Inventato',
      responsabileEmail: 'responsabile@comune.invalid',
      requisiti: [{ testo: 'Sede nell’ambito', verifica: 'ufficio' as const }],
      dichiarazioni: [
        { testo: 'Quello che scrivo è vero.', obbligatoria: true },
        { testo: 'Ho esperienza con gli anziani.', obbligatoria: false },
      ],
    };
    const published = (await esegui(await bozza(fields), 'pubblica')).body;
    expect((await world.as(null).get<AvvisoView>(at(`/${published.id}`))).body).toMatchObject(fields);
    const senzaData = await world.as(base.coordinatore).post<Problem>(at(), input({ determinaNumero: '152' }));
    expect(senzaData.body.errors).toEqual([expect.objectContaining({ pointer: '/determinaData' })]);

    const natura = (
      await world.db.query<{ n: AvvisoInput['natureAmmesse'][number] }[]>('SELECT natura_giuridica AS n FROM ente WHERE id = $1', [
        base.ente.id,
      ])
    )[0]?.n;
    await world.db.query('UPDATE avviso SET nature_osservatrici = ARRAY[$2], nature_istituzionali = $3 WHERE id = $1', [
      published.id,
      natura,
      [],
    ]);
    const d = await world.scenario.designazione(base.ambito, { ...base, avviso: published, stato: 'bozza' });
    const invia = (dichiarazioni: number[]) =>
      world
        .as(base.operatore)
        .post<DesignazioneView & Problem>(
          `/ambiti/${base.ambito.slug}/designazioni/${d.id}/azioni/invia`,
          { dichiarazioni },
          { version: 1 },
        );
    expect((await invia([1])).body.errors).toEqual([
      expect.objectContaining({ pointer: '/dichiarazioni', message: expect.stringContaining('Quello che scrivo è vero.') }),
    ]);
    const inviata = (await invia([0])).body;
    expect(inviata).toMatchObject({
      veste: 'osservatore',
      dichiarazioni: [
        { testo: 'Quello che scrivo è vero.', obbligatoria: true, resa: true },
        { testo: 'Ho esperienza con gli anziani.', obbligatoria: false, resa: false },
      ],
    });
    await world.db.query(`UPDATE avviso SET dichiarazioni = '[]' WHERE id = $1`, [published.id]);
    const dopo = await world.as(base.ufficio).get<DesignazioneView>(`/ambiti/${base.ambito.slug}/designazioni/${d.id}`);
    expect(dopo.body.dichiarazioni).toEqual(inviata.dichiarazioni);
  });

  it('is not rewritten once published', async () => {
    const published = (await esegui(await bozza(), 'pubblica')).body;
    const answer = await world
      .as(base.coordinatore)
      .put<Problem>(at(`/${published.id}`), input({ titolo: 'Altro' }), { version: published.version });
    expect([answer.status, answer.body.code]).toEqual([409, 'avviso.stato']);
  });

  it('says beside the field what is wrong with its window and its tavoli', async () => {
    const senza = await world.as(base.coordinatore).post<Problem>(at(), input({ chiudeAt: hours(-2) }));
    expect(senza.body.errors).toEqual([
      expect.objectContaining({ pointer: '/chiudeAt', message: 'La chiusura deve venire dopo l’apertura.' }),
    ]);
    const altrove = await world.scenario.tavolo(await world.scenario.ambito());
    const estraneo = await world.as(base.coordinatore).post<Problem>(at(), input({ tavoli: [altrove.id] }));
    expect(estraneo.body.errors).toEqual([expect.objectContaining({ pointer: '/tavoli/0' })]);
  });

  it('is not published when its closing has passed', async () => {
    const late = await bozza({ apreAt: hours(-3), chiudeAt: hours(-1) });
    expect((await esegui(late, 'pubblica')).body.code).toBe('avviso.chiusura_passata');
  });

  it('is prolonged with a reason and forwards only, also just after it closed, and tells the enti that are answering', async () => {
    const published = (await esegui(await bozza(), 'pubblica')).body;
    const d = await world.scenario.designazione(base.ambito, { ...base, avviso: published });
    const why = 'Ce lo hanno chiesto molte associazioni.';
    expect((await esegui(published, 'proroga', { motivazione: why })).body.errors?.[0]?.pointer).toBe('/chiudeAt');
    expect((await esegui(published, 'proroga', { chiudeAt: hours(72) })).body.errors?.[0]?.pointer).toBe('/motivazione');
    expect((await esegui(published, 'proroga', { motivazione: why, chiudeAt: hours(1) })).body.code).toBe('avviso.proroga_indietro');
    await world.db.query(`UPDATE avviso SET apre_at = now() - interval '2 day', chiude_at = now() - interval '1 minute' WHERE id = $1`, [
      published.id,
    ]);
    expect((await world.as(null).get<AvvisoView>(at(`/${published.id}`))).body.stato).toBe('chiuso');
    const prolonged = await esegui(published, 'proroga', { motivazione: why, chiudeAt: hours(72) });
    expect(prolonged.body).toMatchObject({ stato: 'pubblicato', motivazione: null, proroghe: [{ motivazione: why }] });
    const [mail] = await world.db.query<{ testo: string }[]>(`SELECT testo FROM email WHERE tipo = 'avviso.proroga' AND oggetto_id = $1`, [
      published.id,
    ]);
    expect(mail?.testo).toContain(why);
    expect(d.id).toBeTruthy();
  });

  it('limits at how many tavoli an ente may sit, also of two answers sent at once; an advice is only told', async () => {
    const tavoli = [base.tavolo, await world.scenario.tavolo(base.ambito)];
    const limita = async (tavoliVincolo: 'consigliato' | 'vincolante') => {
      const draft = await bozza({ tavoli: tavoli.map(t => t.id), tavoliVincolo, tavoliMassimi: 1 });
      const avviso = (await esegui(draft, 'pubblica')).body;
      const ente = await world.scenario.ente(base.ambito);
      await world.scenario.operatore(base.ambito, ente, base.operatore);
      const bozze = [];
      for (const tavolo of tavoli) bozze.push(await world.scenario.designazione(base.ambito, { avviso, tavolo, ente }));
      const a = (id: string) => `/ambiti/${base.ambito.slug}/designazioni/${id}`;
      const invii = bozze.map(d => world.as(base.operatore).post<Problem>(`${a(d.id)}/azioni/invia`, {}, { version: 1 }));
      const esiti = (await Promise.all(invii)).map(({ status, body }) => [status, body.code]);
      const viste = await Promise.all(bozze.map(d => world.as(base.operatore).get<DesignazioneView>(a(d.id))));
      return { esiti: esiti.sort(), bozza: viste.find(v => v.body.stato === 'bozza')?.body.limiteTavoli };
    };
    expect(await limita('vincolante')).toEqual({
      esiti: [
        [200, undefined],
        [409, 'designazione.troppi_tavoli'],
      ],
      bozza: { tavoliVincolo: 'vincolante', tavoliMassimi: 1, altri: 1 },
    });
    expect((await limita('consigliato')).esiti).toEqual([
      [200, undefined],
      [200, undefined],
    ]);
  });

  it('is explained to everybody while people answer, without naming who asked, and who is answering hears of it', async () => {
    const published = (await esegui(await bozza(), 'pubblica')).body;
    await world.scenario.designazione(base.ambito, { ...base, avviso: published });
    const chiarimento = { domanda: 'Può rispondere chi ha sede fuori dall’ambito?', risposta: 'Sì, se vi lavora.' };
    const chiarisci = () => world.as(base.coordinatore).post<AvvisoView & Problem>(at(`/${published.id}/chiarimenti`), chiarimento);
    const due = await Promise.all([chiarisci(), chiarisci()]);
    expect(due.map(a => a.status)).toEqual([201, 201]);
    expect((await world.as(null).get<AvvisoView>(at(`/${published.id}`))).body.chiarimenti).toMatchObject([
      { numero: 1, ...chiarimento },
      { numero: 2, ...chiarimento },
    ]);
    const mail = await world.db.query<{ testo: string }[]>(
      `SELECT testo FROM email WHERE tipo = 'avviso.chiarimento' AND oggetto_id = $1`,
      [published.id],
    );
    expect(mail.map(m => m.testo.includes(chiarimento.risposta))).toEqual([true, true]);
    const draft = await bozza();
    expect((await world.as(base.coordinatore).post<Problem>(at(`/${draft.id}/chiarimenti`), chiarimento)).body.code).toBe('avviso.stato');
  });

  it('is never changed silently: what it said, what it says and why stand on its page, and who is answering hears of it', async () => {
    const published = (await esegui(await bozza({ requisiti: [{ testo: 'Sede nell’ambito', verifica: 'ufficio' }] }), 'pubblica')).body;
    await world.scenario.designazione(base.ambito, { ...base, avviso: published });
    const { titolo, testo, determinaNumero, determinaData } = published;
    const { responsabileNome, responsabileUfficio, responsabileTelefono, responsabileEmail } = published;
    const responsabile = { responsabileNome, responsabileUfficio, responsabileTelefono, responsabileEmail };
    const com = { titolo, testo, determinaNumero, determinaData, ...responsabile, requisiti: published.requisiti };
    const motivazione = 'Il requisito era più stretto della determina.';
    const rettifica = (fields: object, version = published.version) =>
      world
        .as(base.coordinatore)
        .post<AvvisoView & Problem>(at(`/${published.id}/rettifiche`), { ...com, motivazione, ...fields }, { version });
    expect((await rettifica({})).body.code).toBe('avviso.nulla_da_rettificare');
    const requisiti = [{ testo: 'Sede o attività nell’ambito', verifica: 'dichiarata' }];
    const due = await Promise.all([rettifica({ requisiti }), rettifica({ titolo: 'Altro titolo' })]);
    expect(due.map(a => a.status).sort()).toEqual([200, 412]);
    const seen = (await world.as(null).get<AvvisoView>(at(`/${published.id}`))).body;
    expect(seen.rettifiche).toMatchObject([{ numero: 1, motivazione, cambi: [expect.objectContaining({ campo: expect.any(String) })] }]);
    await rettifica({ determinaNumero: '153', determinaData: '2026-10-02', titolo: seen.titolo, requisiti: seen.requisiti }, seen.version);
    expect((await world.as(null).get<AvvisoView>(at(`/${published.id}`))).body).toMatchObject({
      determinaNumero: '153',
      rettifiche: [
        {},
        {
          cambi: [
            { campo: 'determinaNumero', prima: '', dopo: '153' },
            { campo: 'determinaData', prima: '', dopo: '2026-10-02' },
          ],
        },
      ],
    });
    const mail = await world.db.query<{ testo: string }[]>(`SELECT testo FROM email WHERE tipo = 'avviso.rettifica' AND oggetto_id = $1`, [
      published.id,
    ]);
    expect(mail.map(m => m.testo.includes(motivazione))).toEqual([true, true]);
    await world.db.query(`UPDATE avviso SET apre_at = now() - interval '2 day', chiude_at = now() - interval '1 minute' WHERE id = $1`, [
      published.id,
    ]);
    expect((await rettifica({ titolo: 'Dopo' }, seen.version + 1)).body.code).toBe('avviso.stato');
  });

  it('of two coordinatori who prolong it at once only one does, and the other is told', async () => {
    const published = (await esegui(await bozza(), 'pubblica')).body;
    const answers = await Promise.all(
      [72, 96].map(n => esegui(published, 'proroga', { motivazione: 'Una proroga per tutti.', chiudeAt: hours(n) })),
    );
    expect(answers.map(a => a.status).sort()).toEqual([200, 412]);
  });

  it('keeps its documents, given to anyone only as files to be saved', async () => {
    const draft = await bozza();
    const added = await world
      .as(base.coordinatore)
      .send<{ id: string }>('POST', at(`/${draft.id}/files`), ...multipart('../modulo.pdf', PDF));
    expect(added.status).toBe(201);
    await esegui(draft, 'pubblica');
    const file = await world.as(null).get(at(`/${draft.id}/files/${added.body.id}`));
    expect(file.raw.equals(PDF)).toBe(true);
    expect(file.headers['content-disposition']).toMatch(/^attachment; filename="modulo\.pdf"/);
    expect(file.headers['content-security-policy']).toContain('sandbox');
    const late = await world.as(base.coordinatore).send<Problem>('POST', at(`/${draft.id}/files`), ...multipart('altro.pdf', PDF));
    expect(late.body.code).toBe('avviso.stato');
  });

  it('refuses as a document what is not a PDF, whatever its name says', async () => {
    const draft = await bozza();
    for (const content of [Buffer.from('<svg onload="alert(1)"/>'), Buffer.from('PK\u0003\u0004zip'), Buffer.alloc(0)]) {
      const answer = await world.as(base.coordinatore).send<Problem>('POST', at(`/${draft.id}/files`), ...multipart('modulo.pdf', content));
      expect(['file.non_pdf', 'file.vuoto']).toContain(answer.body.code);
    }
  });

  it('is listed without missing or repeating one across pages', async () => {
    for (let i = 0; i < 5; i += 1) await world.scenario.avviso(base.ambito, [base.tavolo], { chiude: i + 2 });
    const first = (await world.as(null).get<Pagina<AvvisoRigaView>>(at('?limit=4'))).body;
    const second = (await world.as(null).get<Pagina<AvvisoRigaView>>(at(`?limit=4&cursor=${first.nextCursor ?? ''}`))).body;
    expect(new Set([...first.items, ...second.items].map(v => v.id)).size).toBe(6);
    expect(second.nextCursor).toBeNull();
  });
});
