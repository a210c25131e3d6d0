import type { CampiSchedaInput, Contenuto, ElaboratoPubblicoView, ElaboratoView, ImpostazioniView, Problem } from '@tavoli/shared';
import { testWorld, type World } from '../../testing/app.js';
import { pdfText, withoutBlanks } from '../../testing/files/pdf-text.js';
import { baseElaborati, Elaborati, parte, schedaPiena, type BaseElaborati } from '../../testing/scenario/elaborati.js';

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

type Campo = CampiSchedaInput['campi'][number];
const campo = (etichetta: string, altro: Partial<Campo> = {}): Campo => ({
  codice: null,
  etichetta,
  aiuto: null,
  forma: 'testo',
  opzioni: [],
  obbligatorio: false,
  ...altro,
});
const CUP = campo('Codice unico di progetto', { obbligatorio: true, aiuto: 'Quello del CIPE.' });
const RETE = campo('Con chi si lavora', { forma: 'scelta', opzioni: ['Da soli', 'In rete'] });
const ORE = campo('Ore alla settimana', { forma: 'numero' });
const AVVIO = campo('Data dell’atto', { forma: 'data' });

const vedi = async () => (await world.as(base.coordinatore).get<ImpostazioniView>(el.at('/impostazioni'))).body;
async function chiede(campi: readonly Campo[], chi = base.coordinatore) {
  const { version } = await vedi();
  return world.as(chi).put<ImpostazioniView & Problem>(el.at('/impostazioni/schede'), { campi }, { version });
}
/** The fields of the template as they are sent again. */
const diPrima = ({ campiScheda }: ImpostazioniView): Campo[] =>
  campiScheda.filter(c => !c.ritirato).map(({ ritirato: _, ...c }) => ({ ...c, opzioni: [...c.opzioni] }));
const campiDi = (e: ElaboratoView): Contenuto<'campi'>['righe'] => {
  const { contenuto } = parte(e, 'campi');
  if (contenuto.tipo !== 'campi') throw new Error('no fields');
  return contenuto.righe;
};
const risposte = (e: ElaboratoView, ...valori: (string | null)[]) => ({
  tipo: 'campi' as const,
  righe: campiDi(e).map((r, i) => ({ ...r, valore: valori[i] ?? null })),
});
const prendi = (e: Pick<ElaboratoView, 'id' | 'version'>, chi = base.referente) =>
  world.as(chi).post<ElaboratoView & Problem>(el.at(`/elaborati/${e.id}/campi`), {}, { version: e.version });

describe('what the ambito asks of its schede', () => {
  it('is written by who governs it; a field keeps its code and its way of answering, and is withdrawn and taken back', async () => {
    const prima = (await chiede([CUP, RETE])).body;
    expect(prima.campiScheda.map(c => [c.codice, c.etichetta, c.ritirato])).toEqual([
      ['c1', 'Codice unico di progetto', false],
      ['c2', 'Con chi si lavora', false],
    ]);
    const [cup, rete] = diPrima(prima);
    if (!cup || !rete) throw new Error('no fields');
    const dopo = (await chiede([{ ...rete, etichetta: 'In rete con chi' }, ORE])).body;
    expect(dopo.campiScheda.map(c => [c.codice, c.etichetta, c.ritirato])).toEqual([
      ['c2', 'In rete con chi', false],
      ['c3', 'Ore alla settimana', false],
      ['c1', 'Codice unico di progetto', true],
    ]);
    expect((await chiede([cup])).body.campiScheda[0]).toMatchObject({ codice: 'c1', ritirato: false });
    const rifiuto = async (...campi: Campo[]) => (await chiede(campi)).body.errors?.[0]?.pointer;
    expect(await rifiuto({ ...cup, forma: 'numero' })).toBe('/campi/0/forma');
    expect(await rifiuto({ ...cup, codice: 'c99' })).toBe('/campi/0/codice');
    expect(await rifiuto(CUP, { ...CUP, etichetta: 'CODICE unico di progetto' })).toBe('/campi/1/etichetta');
    expect(await rifiuto(cup, { ...cup, etichetta: 'Altro' })).toBe('/campi/1/codice');
    expect(await rifiuto({ ...RETE, opzioni: ['Una'] })).toBe('/campi/0/forma');
    expect(await rifiuto({ ...RETE, opzioni: ['Una', 'Una'] })).toBe('/campi/0/opzioni/1');
    expect(await rifiuto({ ...ORE, opzioni: ['Una', 'Due'] })).toBe('/campi/0/forma');
    expect((await chiede([], base.ufficio)).status).toBe(403);
    const [atto] = await world.db.query<{ n: number }[]>(
      `SELECT count(*)::int AS n FROM registro WHERE ambito_id = $1 AND azione = 'ambito.campi_scheda'`,
      [base.ambito.id],
    );
    expect(atto?.n).toBe(3);
  });

  it('is asked by new schede, answered by who writes, and fixed with the version: page, file and data say what was asked', async () => {
    await chiede([CUP, RETE, ORE, AVVIO]);
    const obiettivo = await el.nuovo('obiettivo');
    expect(obiettivo.sezioni.some(s => s.chiave === 'campi')).toBe(false);
    const e = await el.nuovo('scheda_progetto');
    await el.scrivi(e, schedaPiena(obiettivo.id, ['000001']));
    expect((await el.leggi(e)).mancanze).toEqual([{ sezione: 'campi', testo: 'Manca «Codice unico di progetto».' }]);
    const puntatore = async (...valori: string[]) =>
      (await el.salva(e, parte(e, 'campi'), risposte(e, ...valori))).body.errors?.[0]?.pointer;
    expect(await puntatore('x', 'Altro ancora')).toBe('/contenuto/righe/1/valore');
    expect(await puntatore('x', 'In rete', 'tante')).toBe('/contenuto/righe/2/valore');
    expect(await puntatore('x', 'In rete', '12', 'ieri')).toBe('/contenuto/righe/3/valore');
    const altro = { tipo: 'campi', righe: campiDi(e).map(r => ({ ...r, obbligatorio: false })) };
    expect((await el.salva(e, parte(e, 'campi'), altro)).body.code).toBe('elaborato.contenuto_estraneo');
    expect((await el.salva(e, parte(e, 'campi'), risposte(e, 'J51B2', 'In rete', '12,5', '2027-03-01'))).status).toBe(200);
    expect((await el.leggi(e)).mancanze).toEqual([]);
    await el.porta(e, 'accolto');
    await chiede([{ ...ORE, etichetta: 'Ore del mese' }]);
    const pubblico = (che: string) => world.as(null).get<ElaboratoPubblicoView>(el.at(`/elaborati/${e.id}/${che}`));
    const { foto } = (await pubblico('pubblico')).body;
    expect(foto.sezioni.find(s => s.chiave === 'campi')).toMatchObject({
      titolo: 'Altre informazioni',
      contenuto: {
        righe: [{ etichetta: CUP.etichetta, valore: 'J51B2' }, { valore: 'In rete' }, { valore: '12.5' }, { valore: '2027-03-01' }],
      },
    });
    const stampato = withoutBlanks(pdfText((await pubblico('elaborato.pdf')).raw));
    for (const detto of ['Altre informazioni', CUP.etichetta, 'J51B2', 'Ore alla settimana', '12,5', '1º marzo 2027'])
      expect(stampato).toContain(withoutBlanks(detto));
  });

  it('asked later, a scheda that was begun keeps what it had and takes what is new where it is a draft, by who guides it', async () => {
    const e = await el.nuovo('scheda_progetto');
    expect([e.campiNuovi, e.sezioni.some(s => s.chiave === 'campi')]).toEqual([0, false]);
    const { campiScheda } = (await chiede([CUP, RETE])).body;
    expect([(await el.leggi(e)).campiNuovi, (await el.leggi(e, base.membro)).campiNuovi]).toEqual([2, 0]);
    expect((await prendi(e, base.membro)).status).toBe(403);
    const preso = await prendi(e);
    expect([preso.status, preso.body.campiNuovi, campiDi(preso.body).map(c => c.etichetta)]).toEqual([
      200,
      0,
      [CUP.etichetta, RETE.etichetta],
    ]);
    expect(preso.body.sezioni.at(-1)?.chiave).toBe('campi');
    expect((await prendi(e)).status).toBe(412);
    await el.salva(preso.body, parte(preso.body, 'campi'), risposte(preso.body, 'J51B2'));
    const [, rete] = campiScheda;
    if (!rete) throw new Error('no field');
    const { ritirato: _, ...scelta } = rete;
    await chiede([{ ...scelta, etichetta: 'Cambiata', opzioni: [...scelta.opzioni] }, ORE]);
    const ancora = (await prendi(await el.leggi(e))).body;
    expect(campiDi(ancora).map(c => [c.codice, c.etichetta, c.valore])).toEqual([
      ['c1', CUP.etichetta, 'J51B2'],
      ['c2', RETE.etichetta, null],
      ['c3', ORE.etichetta, null],
    ]);
    expect((await prendi(await el.nuovo('obiettivo'))).body.code).toBe('elaborato.contenuto_estraneo');
    const aperta = await el.porta(e, 'in_consultazione');
    expect([aperta.campiNuovi, (await prendi(aperta)).body.code]).toEqual([0, 'elaborato.stato']);
  });

  it('waits for who is writing the part', async () => {
    await chiede([CUP]);
    const e = await el.nuovo('scheda_progetto');
    await chiede([...diPrima(await vedi()), ORE]);
    await world.as(base.coordinatore).post(el.at(`/elaborati/${e.id}/sezioni/${parte(e, 'campi').id}/tenuta`), {});
    expect((await prendi(await el.leggi(e))).body.code).toBe('elaborato.sezione_tenuta');
    expect((await prendi(await el.leggi(e), base.coordinatore)).status).toBe(200);
  });
});
