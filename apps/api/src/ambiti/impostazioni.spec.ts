import type { AmbitoView, ComuneItalianoView, DomandeView, ImpostazioniView, Pagina, Problem, UfficioView } from '@tavoli/shared';
import { VociDellAmbito1700000000062 } from '../../migrations/0062-voci-dell-ambito.js';
import { testWorld, type World } from '../../testing/app.js';
import type { Persona } from '../../testing/scenario.js';

type Base = Awaited<ReturnType<World['scenario']['base']>>;
type Answer = ImpostazioniView & Problem;

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
const vedi = async (): Promise<ImpostazioniView> => (await world.as(base.coordinatore).get<ImpostazioniView>(at('/impostazioni'))).body;
const pubblico = async (): Promise<AmbitoView> => (await world.as(null).get<AmbitoView>(at())).body;
async function invia(metodo: 'put' | 'post', parte: string, input: unknown, chi: Persona = base.coordinatore, versione?: number) {
  const headers = { 'if-match': `"${versione ?? (await vedi()).version}"` };
  return world.as(chi)[metodo]<Answer>(at(`/impostazioni/${parte}`), input, { headers });
}
const salva = (parte: string, input: unknown, chi?: Persona, versione?: number) => invia('put', parte, input, chi, versione);
const cambia = (parte: string, input: unknown) => invia('post', parte, input);
const atti = () => world.db.query<{ azione: string }[]>('SELECT azione FROM registro WHERE oggetto_id = $1 ORDER BY seq', [base.ambito.id]);
const motivazione = 'Lo prevede la nuova convenzione.';
const giorno = (giorni: number): string => new Date(Date.now() + giorni * 86_400_000).toISOString().slice(0, 10);

async function parole(testo: string) {
  const { nomeEsteso, parole: ora } = await vedi();
  const pulite = Object.fromEntries(Object.entries(ora).map(([chiave, { daConfermare: _, ...parola }]) => [chiave, parola]));
  return {
    nomeEsteso: { testo: nomeEsteso.testo, articolo: nomeEsteso.articolo },
    parole: { ...pulite, piano: { testo, plurale: testo, articolo: 'il', genere: 'm' } },
  };
}

describe('the settings of an ambito', () => {
  it('are changed by who governs it and by nobody else, one change at a time, each in the register', async () => {
    expect((await salva('parole', await parole('PLUS'))).body.parole.piano.testo).toBe('PLUS');
    expect((await pubblico()).parole.piano.testo).toBe('PLUS');
    for (const chi of [base.ufficio, base.referente, base.operatore]) {
      expect((await world.as(chi).get(at('/impostazioni'))).status).toBe(403);
      expect((await salva('parole', await parole('Altro'), chi)).status).toBe(403);
    }
    const { version } = await vedi();
    const answers = await Promise.all(['Uno', 'Due'].map(async p => salva('parole', await parole(p), base.coordinatore, version)));
    expect(answers.map(a => a.status).sort()).toEqual([200, 412]);
    expect((await atti()).map(a => a.azione)).toEqual(['ambito.parole', 'ambito.parole']);
  });

  it('are what people often ask, in the order of who writes it; the register keeps what changed', async () => {
    const domande = ['Chi può partecipare?', 'Come si manda un contributo?'].map(domanda => ({ domanda, risposta: `${domanda} Così.` }));
    expect((await salva('domande', { domande })).body.domande).toEqual(domande);
    const lette = async () => (await world.as(null).get<DomandeView>(at('/domande'))).body.domande;
    expect(await lette()).toEqual(domande);
    const [prima, seconda] = domande;
    await salva('domande', { domande: [{ ...seconda, risposta: 'Dalla pagina del tavolo.' }, prima] });
    expect((await lette()).map(d => d.risposta)).toEqual(['Dalla pagina del tavolo.', prima?.risposta]);
    const [ultimo] = await world.db.query<{ contenuto: unknown }[]>(
      `SELECT d.contenuto FROM registro r JOIN registro_dettaglio d USING (ambito_id, seq) WHERE r.oggetto_id = $1 AND r.azione = 'ambito.domande' ORDER BY r.seq DESC LIMIT 1`,
      [base.ambito.id],
    );
    expect(ultimo?.contenuto).toMatchObject({
      quante: 2,
      prima: [seconda],
      dopo: [{ risposta: 'Dalla pagina del tavolo.' }],
    });
    expect((await salva('domande', { domande: [{ domanda: 'E?', risposta: '' }] })).body.errors?.[0]?.pointer).toBe('/domande/0/risposta');
    expect((await salva('domande', { domande: [] }, base.ufficio)).status).toBe(403);
  });

  it('are words with an article that goes with their gender', async () => {
    const input = await parole('PLUS');
    const answer = await salva('parole', {
      ...input,
      parole: { ...input.parole, piano: { testo: 'PLUS', plurale: 'PLUS', articolo: 'la', genere: 'm' } },
    });
    expect([answer.status, answer.body.errors?.[0]?.pointer]).toEqual([400, '/parole/piano/articolo']);
  });

  it('tell everybody of the office: those who agreed to be named, and no one else', async () => {
    const chi = (nome: string, pubblica: boolean) => ({ nome, ruolo: 'Segreteria', ente: null, pubblica });
    const ufficio = {
      sede: 'Piazza 1',
      orari: 'Lunedì 9-12',
      telefono: null,
      email: null,
      persone: [chi('Ada Neri', true), chi('Riservata', false)],
    };
    expect((await salva('ufficio', ufficio)).status).toBe(200);
    const letto = (await world.as(null).get<UfficioView>(at('/ufficio'))).body;
    expect([letto.sede, letto.persone.map(p => p.nome)]).toEqual(['Piazza 1', ['Ada Neri']]);
  });

  it('give rules to the tavoli that have none of their own', async () => {
    const regole = { ...(await vedi()).regole, preavvisoGiorni: 9 };
    expect((await salva('regole', regole)).status).toBe(200);
    const di = async () =>
      (await world.as(base.coordinatore).get<{ preavvisoGiorni: number; version: number }>(at(`/tavoli/${base.tavolo.slug}/regole`))).body;
    const { version, ...prima } = await di();
    expect(prima.preavvisoGiorni).toBe(9);
    const headers = { 'if-match': `"${version}"` };
    expect(
      (await world.as(base.coordinatore).put(at(`/tavoli/${base.tavolo.slug}/regole`), { ...regole, preavvisoGiorni: 3 }, { headers }))
        .status,
    ).toBe(200);
    expect([(await di()).preavvisoGiorni, (await vedi()).eccezioni.map(e => e.slug)]).toEqual([3, [base.tavolo.slug]]);
  });

  it('archive an area and never delete it', async () => {
    const [area] = (await vedi()).aree;
    const answer = await salva('aree', { aree: [{ id: null, nome: 'Giovani' }] });
    expect(answer.body.aree.map(a => [a.nome, a.archiviata])).toEqual([
      ['Giovani', false],
      [area?.nome, true],
    ]);
    expect((await pubblico()).aree.map(a => a.nome)).toEqual(['Giovani']);
    const altrove = await world.scenario.base();
    expect((await salva('aree', { aree: [{ id: altrove.ambito.area, nome: 'Rubata' }] })).status).toBe(404);
  });

  it('of an ambito of before begin with its own lists, then with what stood in code, each code once', async () => {
    const sua = [
      { codice: 'L1', titolo: 'Nostro', fonte: 'Piano', anno: 2024 },
      { codice: 'pua', titolo: 'Sportello', fonte: 'Piano', anno: 2024 },
    ];
    const prima = JSON.stringify({ elenchi: { leps: sua } });
    await world.db.query(`UPDATE ambito SET impostazioni = $2 WHERE id = $1`, [base.ambito.id, prima]);
    await world.db.query(new VociDellAmbito1700000000062().sql[0]);
    const { fondi, leps, obiettivi } = (await vedi()).elenchi;
    expect(leps.slice(0, 2)).toEqual(sua.map(v => ({ ...v, ritirata: false })));
    expect([leps.length, leps.filter(v => v.codice === 'pua').length, fondi.map(v => v.codice), obiettivi]).toEqual([
      13,
      1,
      ['fondo_nazionale', 'regionale', 'comunale', 'pnrr', 'fse', 'terzo_settore', 'altro'],
      [],
    ]);
  });

  it('know the day of the patron, which every year has', async () => {
    const { nome, contatti } = await vedi();
    const con = (patrono: unknown) => salva('contatti', { nome, contatti, patrono });
    const siro = { nome: 'San Siro', giorno: 9, mese: 12 };
    expect((await con(siro)).body.patrono).toEqual(siro);
    expect((await pubblico()).patrono).toEqual(siro);
    expect((await con({ ...siro, giorno: 31, mese: 11 })).body.errors?.[0]?.pointer).toBe('/patrono/giorno');
    expect([(await con(null)).body.patrono, (await pubblico()).patrono]).toEqual([null, null]);
  });

  it('keep lists with codes and sources, each code once', async () => {
    const voce = { codice: 'L1', titolo: 'Pronto intervento sociale', fonte: 'Piano nazionale', anno: 2024 };
    const { leps } = (await salva('leps', { voci: [voce] })).body.elenchi;
    expect(leps.filter(v => !v.ritirata)).toEqual([{ ...voce, ritirata: false }]);
    expect((await world.as(null).get<UfficioView>(at('/ufficio'))).body.elenchi.leps).toEqual([voce]);
    expect((await salva('leps', { voci: [voce, voce] })).body.errors?.[0]?.pointer).toBe('/voci/1/codice');
    // Those of before are withdrawn, and may be taken back; nothing is ever deleted.
    expect(leps.filter(v => v.ritirata).map(v => v.codice)).toContain('sollievo');
    const sollievo = { codice: 'sollievo', titolo: 'Sollievo', fonte: null, anno: null };
    const dopo = (await salva('leps', { voci: [sollievo] })).body.elenchi.leps;
    expect([dopo[0], dopo.length]).toEqual([{ ...sollievo, ritirata: false }, leps.length]);
    const molte = Array.from({ length: 200 }, (_, i) => ({ ...voce, codice: `C${i}` }));
    expect((await salva('fondi', { voci: molte })).status).toBe(200);
    const altre = await salva('fondi', { voci: molte.map(v => ({ ...v, codice: `D${v.codice}` })) });
    expect([altre.status, altre.body.errors?.[0]?.pointer]).toEqual([400, '/voci']);
  });
});

describe('a comune that leaves', () => {
  const PAVIA = { istat: '018110', giorno: giorno(-400), atto: 'Convenzione 3/2026', motivazione };

  it('is of the ambito on the days that it was, and its history stays', async () => {
    expect((await cambia('comuni/entra', PAVIA)).status).toBe(200);
    expect((await pubblico()).comuni.map(c => c.nome)).toContain('Pavia');
    expect((await cambia('comuni/entra', PAVIA)).body.errors?.[0]?.pointer).toBe('/istat');
    expect((await cambia('comuni/esce', { ...PAVIA, giorno: giorno(-500) })).body.errors?.[0]?.pointer).toBe('/giorno');

    // It leaves at the end of a day to come: until then it is there.
    expect((await cambia('comuni/esce', { ...PAVIA, giorno: giorno(30) })).status).toBe(200);
    expect((await pubblico()).comuni.map(c => c.nome)).toContain('Pavia');
    await world.db.query('UPDATE comune_periodo SET al = dal + 1 WHERE ambito_id = $1', [base.ambito.id]);
    expect((await pubblico()).comuni.map(c => c.nome)).not.toContain('Pavia');
    const { comuni } = (await world.as(null).get<UfficioView>(at('/ufficio'))).body;
    expect(comuni).toContainEqual({ nome: 'Pavia', dal: PAVIA.giorno, al: expect.any(String), atto: PAVIA.atto });

    // It may come back: the days before stay.
    expect(
      (await cambia('comuni/entra', { ...PAVIA, giorno: giorno(-1) })).body.comuni.find(c => c.istat === PAVIA.istat)?.periodi,
    ).toHaveLength(2);
    const mails = await world.db.query<{ tipo: string }[]>('SELECT DISTINCT tipo FROM email WHERE ambito_id = $1 ORDER BY tipo', [
      base.ambito.id,
    ]);
    expect(mails.map(m => m.tipo)).toEqual(['ambito.comune_entra', 'ambito.comune_esce']);
  });

  it('is chosen from the list of ISTAT', async () => {
    expect((await cambia('comuni/entra', { ...PAVIA, istat: '999999' })).body.errors?.[0]?.pointer).toBe('/istat');
    const cerca = async (q: string) =>
      (await world.as(base.coordinatore).get<Pagina<ComuneItalianoView>>(`/comuni-italiani?q=${encodeURIComponent(q)}`)).body.items;
    expect((await cerca('pavia'))[0]).toMatchObject({
      istat: '018110',
      nome: 'Pavia',
      belfiore: 'G388',
      provincia: 'Pavia',
      regione: 'Lombardia',
    });
    expect((await cerca('forli')).map(c => c.nome)).toContain('Forlì');
    expect((await cerca('merano'))[0]?.regione).toBe('Bolzano');
    expect((await world.as(null).get('/comuni-italiani?q=pavia')).status).toBe(401);
  });
});

describe('the capofila', () => {
  it('changes from a day that has come, with its act; who was it stays in the history', async () => {
    const nuovo = { tipo: 'unione', nome: 'Unione dei Comuni di Prova', dal: giorno(-1), atto: null, motivazione };
    expect((await cambia('capofila', { ...nuovo, dal: giorno(2) })).body.errors?.[0]?.pointer).toBe('/dal');
    expect((await cambia('capofila', nuovo)).status).toBe(200);
    expect((await pubblico()).capofila).toBe('Unione dei Comuni di Prova');
    expect((await cambia('capofila', { ...nuovo, tipo: 'comune', nome: 'Comune di Altro', dal: giorno(0) })).body.capofila).toMatchObject([
      { nome: 'Unione dei Comuni di Prova', dal: giorno(-1), al: giorno(-1) },
      { nome: 'Comune di Altro', dal: giorno(0), al: null },
    ]);
  });
});
