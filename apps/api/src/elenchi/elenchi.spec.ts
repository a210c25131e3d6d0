import type { DesignazioneView, ElenchiAmmessiView, Problem, TavoloView } from '@tavoli/shared';
import { pdfGlyphs, withoutBlanks } from '../../testing/files/pdf-text.js';
import { testWorld, type World } from '../../testing/app.js';

type Base = Awaited<ReturnType<World['scenario']['base']>>;
const DETERMINA = { determinaNumero: '152', determinaData: '2026-01-08' };

let world: World;
let base: Base;
beforeAll(async () => {
  world = await testWorld();
});
beforeEach(async () => {
  base = await world.scenario.base();
});
afterAll(() => world.close());

const at = (path = '') => `/ambiti/${base.ambito.slug}${path}`;
const chiudi = () => world.db.query(`UPDATE avviso SET chiude_at = now() - interval '1 second' WHERE id = $1`, [base.avviso.id]);
const elenchi = async (chi: Base['coordinatore'] | null) =>
  (await world.as(chi).get<ElenchiAmmessiView>(at(`/avvisi/${base.avviso.id}/elenchi`))).body;
const pubblica = (body: object = DETERMINA) =>
  world.as(base.coordinatore).post<ElenchiAmmessiView & Problem>(at(`/avvisi/${base.avviso.id}/elenchi`), body);
const seduti = async () => (await world.as(null).get<TavoloView>(at(`/tavoli/${base.tavolo.slug}`))).body.enti;

async function vuole(inizioMandato: 'elenco' | 'accettazione'): Promise<void> {
  const { version } = (await world.as(base.coordinatore).get<{ version: number }>(at('/impostazioni'))).body;
  const answer = await world.as(base.coordinatore).put(at('/impostazioni/mandati'), { inizioMandato }, { version });
  expect(answer.status).toBe(200);
}

async function accettata(consenso: 'dato' | 'in_attesa' = 'dato'): Promise<DesignazioneView> {
  const d = await world.scenario.designazione(base.ambito, { ...base, stato: 'inviata', consenso });
  return (await world.as(base.referente).post<DesignazioneView>(at(`/designazioni/${d.id}/azioni/accetta`), {}, { version: 1 })).body;
}

describe('the elenco degli ammessi', () => {
  it('A-7: where the ambito says so, nobody sits before it, and who consented sits from its day', async () => {
    await vuole('elenco');
    const d = await accettata();
    expect(d).toMatchObject({ stato: 'accettata', attendeElenco: true });
    expect(await seduti()).toEqual([]);
    const mandati = () => world.db.query<{ dal: Date }[]>('SELECT dal FROM mandato WHERE ambito_id = $1 AND al IS NULL', [base.ambito.id]);
    expect(await mandati()).toEqual([]);
    await chiudi();
    const answer = await pubblica();
    expect(answer.status).toBe(201);
    expect(await mandati()).toHaveLength(2);
    expect((await seduti())[0]?.dal).toBe(answer.body.items[0]?.pubblicatoAt);
    const mail = await world.db.query<{ tipo: string }[]>(
      `SELECT tipo FROM email WHERE ambito_id = $1 AND tipo LIKE 'elenco.%' ORDER BY tipo`,
      [base.ambito.id],
    );
    expect(mail.map(m => m.tipo)).toEqual(['elenco.pubblicato', 'elenco.pubblicato', 'elenco.siede', 'elenco.siede']);
  });

  it('where it does not, one sits at acceptance, and the elenco is the document of who was admitted', async () => {
    expect(await accettata()).toMatchObject({ attendeElenco: false });
    expect(await seduti()).toHaveLength(1);
    await chiudi();
    const dal = (await seduti())[0]?.dal;
    expect((await pubblica()).body.items).toHaveLength(1);
    expect((await seduti())[0]?.dal).toBe(dal);
  });

  it('names who is admitted by tavolo to everybody, who is not to the offices, with the determina, and prints the same', async () => {
    await accettata();
    const altro = await world.scenario.ente(base.ambito);
    const no = await world.scenario.designazione(base.ambito, { ...base, ente: altro, stato: 'inviata' });
    const motivazione = 'Non ha una sede nell’ambito.';
    await world.as(base.referente).post(at(`/designazioni/${no.id}/azioni/respingi`), { motivazione }, { version: 1 });
    expect((await elenchi(base.ufficio)).prossimo).toMatchObject({ ammesse: 1, nonAmmesse: 1, puoPubblicare: false });
    await chiudi();
    const [primo] = (await pubblica()).body.items;
    const publico = await elenchi(null);
    expect(publico).toMatchObject({
      prossimo: null,
      items: [{ ...DETERMINA, ordine: 1, nonAmmessi: null, tavoli: [{ tavolo: base.tavolo.nome, enti: [{ veste: 'componente' }] }] }],
    });
    expect(JSON.stringify(publico)).not.toContain(motivazione);
    expect((await elenchi(base.ufficio)).items[0]?.nonAmmessi).toEqual([expect.objectContaining({ motivazione })]);
    const pdf = await world.as(null).get(at(`/avvisi/${base.avviso.id}/elenchi/${primo?.id ?? ''}/elenco.pdf`));
    const glyphs = pdfGlyphs(pdf.raw);
    expect(glyphs).toContain(withoutBlanks('n. 152 dell’8 gennaio 2026'));
    expect(glyphs).not.toContain(withoutBlanks(motivazione));
  });

  it('is published once the avviso is closed, with something in it and a day that has come; the next holds what came after', async () => {
    await accettata();
    expect((await pubblica()).body.code).toBe('elenco.avviso_aperto');
    await chiudi();
    expect((await pubblica({ ...DETERMINA, determinaData: '2999-01-01' })).body.errors).toEqual([
      expect.objectContaining({ pointer: '/determinaData' }),
    ]);
    const due = await Promise.all([pubblica(), pubblica()]);
    expect(due.map(a => a.status).sort()).toEqual([201, 409]);
    expect((await pubblica()).body.code).toBe('elenco.vuoto');
    const tardi = await world.scenario.ente(base.ambito);
    const d = await world.scenario.designazione(base.ambito, { ...base, ente: tardi, stato: 'inviata' });
    await world.as(base.referente).post(at(`/designazioni/${d.id}/azioni/accetta`), {}, { version: 1 });
    expect((await pubblica()).body.items.map(k => [k.ordine, k.tavoli[0]?.enti.length])).toEqual([
      [1, 1],
      [2, 1],
    ]);
  });
});
