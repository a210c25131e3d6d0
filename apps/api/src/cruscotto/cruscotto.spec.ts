import {
  TIPI_MANCANZA,
  type CruscottoTavoloView,
  type CruscottoView,
  type MancanzaView,
  type Problem,
  type TipoMancanza,
} from '@tavoli/shared';
import { testWorld, type World } from '../../testing/app.js';
import { queriesOf } from '../../testing/statements.js';
import { unAdesione, unaFase, unFirmatario, unOsservazione } from '../../testing/scenario/iter.js';
import { MANCANZE } from './attese.js';

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

const at = (path = '') => `/ambiti/${base.ambito.slug}/cruscotto${path}`;
const cruscotto = async () => (await world.as(base.coordinatore).get<CruscottoView>(at())).body;
const una = async (tipo: TipoMancanza): Promise<MancanzaView> => {
  const found = (await cruscotto()).mancanze.find(m => m.tipo === tipo);
  if (!found) throw new Error(`Nothing of kind ${tipo} is missing.`);
  return found;
};
const sollecita = (m: MancanzaView, testo = m.sollecito?.testo ?? '') =>
  world.as(base.ufficio).post<{ destinatari: number } & Problem>(at('/solleciti'), {
    tipo: m.tipo,
    oggettoId: m.oggettoId,
    oggetto: m.sollecito?.oggetto ?? 'Oggetto',
    testo,
  });

/** An ambito where one thing of every kind is missing. */
async function tuttoManca(): Promise<void> {
  const { db, scenario } = world;
  const vecchio = await scenario.incontro(base.ambito, base.tavolo, { stato: 'svolto', tra: -24 * 100, titolo: 'Incontro lontano' });
  await scenario.tavolo(base.ambito, 'Senza nessuno');
  const late = await scenario.designazione(base.ambito, { ...base, stato: 'inviata' });
  await db.query(`UPDATE designazione SET inviata_at = now() - interval '9 days' WHERE id = $1`, [late.id]);
  const accettata = await scenario.designazione(base.ambito, { ...base, ente: await enteConOperatore(), stato: 'accettata' });
  await db.query(`UPDATE designazione SET accettata_at = now() - interval '9 days' WHERE id = $1`, [accettata.id]);
  const chiuso = await scenario.avviso(base.ambito, [base.tavolo], { chiude: -0.5 });
  const attende = await scenario.designazione(base.ambito, { ...base, ente: await enteConOperatore(), avviso: chiuso, stato: 'accettata' });
  await db.query(`UPDATE designazione SET attende_elenco = true, accettata_at = now() - interval '9 days' WHERE id = $1`, [attende.id]);
  const decadenza = await scenario.decadenza(base.ambito, { ...base, tavolo: await scenario.tavolo(base.ambito) });
  await db.query('UPDATE decadenza SET termine = current_date - 1 WHERE id = $1', [decadenza.id]);
  await scenario.ente(base.ambito, { stato: 'in_verifica' });
  const fase = await unaFase(db, base.ambito, 'in_corso');
  const [incarico] = await db.query<[{ id: string }]>('SELECT id FROM incarico WHERE account_id = $1', [base.ufficio.id]);
  await db.query(`UPDATE fase SET prevista_al = '2026-01-10', chiave = 'accordo', responsabile_incarico_id = $2 WHERE id = $1`, [
    fase.id,
    incarico.id,
  ]);
  const firmatario = await unFirmatario(db, base.ambito, 'da_raccogliere');
  await db.query(`UPDATE firmatario SET email = 'sindaco@prova.test' WHERE id = $1`, [firmatario.id]);
  await unAdesione(db, base.ambito, base.ente, 'inviata');
  await unOsservazione(db, base.ambito, 'ricevuta');
  const contributo = await scenario.contributo(base.ambito, base.tavolo);
  await db.query(`UPDATE contributo SET moderare_entro_at = now() - interval '1 day' WHERE id = $1`, [contributo.id]);
  const riesame = await scenario.contributo(base.ambito, base.tavolo, { stato: 'non_accolto' });
  await db.query(
    `UPDATE contributo SET riesame_chiesto_at = now() - interval '31 days', riesame_entro_at = now() - interval '1 day', riesame_motivo = 'Perché.' WHERE id = $1`,
    [riesame.id],
  );
  await scenario.elaborato(base.ambito, base.tavolo, 'consegnato');
  await scenario.elaborato(base.ambito, base.tavolo, 'da_rivedere');
  // The incontri that approved them were long ago.
  await db.query(
    `UPDATE incontro SET inizio_at = inizio_at - interval '100 days', fine_at = fine_at - interval '100 days' WHERE ambito_id = $1 AND id <> $2`,
    [base.ambito.id, vecchio.id],
  );
}

async function enteConOperatore() {
  const ente = await world.scenario.ente(base.ambito);
  await world.scenario.operatore(base.ambito, ente);
  return ente;
}

it('the cockpit has a file for every kind of thing that may be missing', () => {
  expect(MANCANZE.map(m => m.tipo).sort()).toEqual([...TIPI_MANCANZA].sort());
});

it('finds what is missing of every kind, says who holds it, and where it is solved', async () => {
  await tuttoManca();
  const { mancanze } = await cruscotto();
  expect([...new Set(mancanze.map(m => m.tipo))]).toEqual(MANCANZE.map(m => m.tipo));
  const nome = `${base.referente.nome} ${base.referente.cognome}`;
  expect(await una('tavolo_senza_incontri')).toMatchObject({
    testo: expect.stringMatching(/^Il tavolo «.*» non si incontra dal /) as string,
    chi: [nome],
    percorso: `area/tavoli/${base.tavolo.slug}/incontri/nuovo`,
    tavolo: { id: base.tavolo.id },
  });
  expect(await una('fase_in_ritardo')).toMatchObject({
    testo: 'La fase «Fase di prova» doveva finire il 10 gennaio 2026.',
    chi: [`${base.ufficio.nome} ${base.ufficio.cognome}`],
  });
  expect((await una('tavolo_senza_referente')).sollecito).toBeNull();
});

it('finds nothing where nothing is missing', async () => {
  await world.scenario.incontro(base.ambito, base.tavolo, { stato: 'convocato' });
  await world.scenario.designazione(base.ambito, { ...base, stato: 'accettata', consenso: 'dato' });
  expect((await cruscotto()).mancanze).toEqual([]);
});

it('asks the database the same number of times however much is missing', async () => {
  const count = () => queriesOf(world.db, cruscotto);
  await cruscotto(); // the ambito of the address is looked up once
  const few = await count();
  await tuttoManca();
  for (let i = 0; i < 5; i++) await world.scenario.tavolo(base.ambito);
  const many = await count();
  expect(few).toBeGreaterThan(5);
  expect(many).toBe(few);
});

describe('a reminder', () => {
  it('goes to who holds the thing with the words that were written, and is remembered', async () => {
    await tuttoManca();
    const manca = await una('tavolo_senza_incontri');
    expect(manca.ultimoSollecitoAt).toBeNull();
    expect((await sollecita(manca, 'prima riga mia.\n\nSeconda riga.')).body.destinatari).toBe(1);
    const mails = await world.db.query<{ a: string; testo: string }[]>(
      `SELECT a_indirizzo AS a, testo FROM email WHERE ambito_id = $1 AND tipo = 'sollecito.inviato'`,
      [base.ambito.id],
    );
    expect(mails).toEqual([{ a: base.referente.email, testo: expect.stringContaining('Seconda riga.') as string }]);
    expect((await una('tavolo_senza_incontri')).ultimoSollecitoAt).not.toBeNull();
    expect((await cruscotto()).settimana).toEqual(
      expect.arrayContaining([expect.objectContaining({ azione: 'sollecito.invia', volte: 1 })]),
    );
  });

  it('of every kind that can be sent leads to a page, and leaves mail for somebody', async () => {
    await tuttoManca();
    const pronti = (await cruscotto()).mancanze.filter(m => m.sollecito !== null);
    // Nobody is reminded that a tavolo has no referente; of a procedimento whoever decides is the office itself.
    expect(TIPI_MANCANZA.filter(tipo => !pronti.some(m => m.tipo === tipo))).toEqual(['tavolo_senza_referente', 'decadenza_da_decidere']);
    for (const manca of pronti) expect([manca.tipo, (await sollecita(manca)).status]).toEqual([manca.tipo, 201]);
  });

  it('is refused when nothing is missing any more, or nobody can be written to', async () => {
    await tuttoManca();
    const manca = await una('tavolo_senza_incontri');
    await world.scenario.incontro(base.ambito, base.tavolo, { stato: 'convocato' });
    expect((await sollecita(manca)).body.code).toBe('sollecito.non_serve');
    expect((await sollecita(await una('tavolo_senza_referente'), 'un testo qualsiasi.')).body.code).toBe('sollecito.non_serve');
    const altro = await world.scenario.base();
    const answer = await world.as(altro.coordinatore).post<Problem>(`/ambiti/${altro.ambito.slug}/cruscotto/solleciti`, {
      tipo: manca.tipo,
      oggettoId: manca.oggettoId,
      oggetto: 'Oggetto',
      testo: 'un testo qualsiasi.',
    });
    expect(answer.body.code).toBe('risorsa.non_trovata');
  });
});

it('tavolo × phase: what is done, open or late against the day foreseen', async () => {
  const fase = await unaFase(world.db, base.ambito, 'in_corso');
  await world.db.query(`UPDATE fase SET chiave = 'avviso', prevista_al = '2026-01-10' WHERE id = $1`, [fase.id]);
  await world.db.query(`UPDATE iter SET scadenza = '2999-12-31' WHERE ambito_id = $1`, [base.ambito.id]);
  await world.scenario.incontro(base.ambito, base.tavolo, { stato: 'convocato' });
  const { tappe, iter } = await cruscotto();
  expect(tappe.map(t => [t.chiave, t.entro, t.celle.map(c => [c.stato, c.testo])])).toEqual([
    ['designazioni', '2026-01-10', [['in_ritardo', '0 accettate']]],
    ['incontri', '2999-12-31', [['in_corso', '0 svolti, 1 in programma']]],
    ['verbali', '2999-12-31', [['da_fare', 'nessun incontro svolto']]],
    ['elaborati', '2999-12-31', [['da_fare', 'nessuno']]],
  ]);
  expect(iter).toMatchObject({ scadenza: '2999-12-31', fasi: [{ stato: 'in_corso', inRitardo: true }] });
});

it('seats are counted by area and by comune', async () => {
  await world.db.query(
    `INSERT INTO comune (ambito_id, istat, nome, belfiore, abitanti) VALUES ($1, '078157', 'Corigliano-Rossano', 'M403', 10), ($1, '078047', 'Crosia', 'D184', 10)`,
    [base.ambito.id],
  );
  await world.scenario.designazione(base.ambito, { ...base, stato: 'accettata', consenso: 'dato' });
  const { copertura } = await cruscotto();
  expect(copertura.comuni).toEqual([
    { nome: 'Corigliano-Rossano', registrati: 1, seduti: 1 },
    { nome: 'Crosia', registrati: 0, seduti: 0 },
  ]);
  expect(copertura.aree).toEqual([{ nome: 'Anziani', registrati: 0, seduti: 1 }]);
});

describe('the cockpit of one tavolo', () => {
  const uno = async (chi = base.referente) =>
    (await world.as(chi).get<CruscottoTavoloView>(`/ambiti/${base.ambito.slug}/tavoli/${base.tavolo.slug}/cruscotto`)).body;

  it('tells its referente what waits there that they can do, and nothing that the coordinatore does', async () => {
    await world.scenario.designazione(base.ambito, { ...base, stato: 'inviata' });
    await world.scenario.contributo(base.ambito, base.tavolo);
    const consegnato = await world.scenario.elaborato(base.ambito, base.tavolo, 'consegnato');
    const testi = ({ daFare }: CruscottoTavoloView) => daFare.map(d => d.testo).join(' ');
    expect(testi(await uno())).toContain('1 designazione da esaminare. 1 contributo da leggere.');
    expect((await uno()).daFare.map(d => d.percorso)).not.toContain(`area/elaborati/${consegnato.id}`);
    expect((await uno(base.coordinatore)).daFare.map(d => d.percorso)).toContain(`area/elaborati/${consegnato.id}`);
  });

  it('follows the verbale of an incontro from its absence to its publication', async () => {
    const svolto = await world.scenario.incontro(base.ambito, base.tavolo, { stato: 'svolto', tra: -48, titolo: 'Incontro d’ottobre' });
    const voci = async () => (await uno()).daFare.filter(d => d.testo.includes('Incontro d’ottobre'));
    expect(await voci()).toEqual([{ testo: 'Scrivi il verbale di «Incontro d’ottobre».', percorso: `area/incontri/${svolto.id}` }]);
    const { body } = await world.as(base.referente).post<{ id: string }>(`/ambiti/${base.ambito.slug}/incontri/${svolto.id}/verbale`);
    const diventa = (stato: string, fino: string) =>
      world.db.query(`UPDATE verbale SET stato = $2, revisione_fino_at = now() + $3::interval WHERE id = $1`, [body.id, stato, fino]);
    expect(await voci()).toEqual([{ testo: 'Finisci il verbale di «Incontro d’ottobre».', percorso: `area/verbali/${body.id}` }]);
    await diventa('in_revisione', '3 days');
    expect(await voci()).toEqual([]);
    await diventa('in_revisione', '-1 minute');
    expect((await voci()).map(d => d.testo)).toEqual(['Approva il verbale di «Incontro d’ottobre»: il tempo per le correzioni è finito.']);
    await diventa('approvato', '-1 minute');
    expect((await voci()).map(d => d.testo)).toEqual(['Pubblica il verbale di «Incontro d’ottobre».']);
    await diventa('pubblicato', '-1 minute');
    expect(await voci()).toEqual([]);
  });
});
