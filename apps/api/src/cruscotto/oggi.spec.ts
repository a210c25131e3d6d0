import {
  apertoATutti,
  hasPermission,
  TIPI_ATTESA,
  type GruppoOggiView,
  type OggiView,
  type TipoAttesa,
  type VisitaView,
} from '@tavoli/shared';
import { testWorld, type World } from '../../testing/app.js';
import { queriesOf } from '../../testing/statements.js';
import { tuttoAspetta, type MondoOggi } from '../../testing/scenario/oggi.js';
import type { Persona } from '../../testing/scenario.js';
import { DA_FARE } from './attese.queries.js';
import { ATTESE } from './attese.js';

let world: World;
let mondo: MondoOggi;
beforeAll(async () => {
  world = await testWorld();
  mondo = await tuttoAspetta(world);
});
afterAll(() => world.close());

const oggi = async (chi: Persona, slug = mondo.ambito.slug) => (await world.as(chi).get<OggiView>(`/ambiti/${slug}/oggi`)).body;
const tipi = async (chi: Persona) => (await oggi(chi)).gruppi.map(g => g.tipo).sort();
const gruppo = async (chi: Persona, tipo: TipoAttesa): Promise<GruppoOggiView> => {
  const found = (await oggi(chi)).gruppi.find(g => g.tipo === tipo);
  if (!found) throw new Error(`Nothing of kind ${tipo} waits.`);
  return found;
};

const AL_TAVOLO: readonly TipoAttesa[] = [
  'designazione_in_attesa',
  'consenso_in_attesa',
  'osservatore_da_decidere',
  'sottogruppo_da_chiudere',
  'proposta_da_decidere',
  'data_da_scegliere',
  'incontro_da_convocare',
  'incontro_vicino',
  'incontro_da_chiudere',
  'congiunto_da_consentire',
  'verbale_da_scrivere',
  'verbale_da_finire',
  'verbale_da_approvare',
  'verbale_da_pubblicare',
  'correzione_da_decidere',
  'designazione_non_completata',
  'contributo_in_ritardo',
  'contributo_da_leggere',
  'contributo_da_rispondere',
  'elaborato_da_rivedere',
  'elaborato_da_consegnare',
  'commento_senza_risposta',
  'impegno_scaduto',
  'messaggio_non_consegnato',
];
const DELL_ENTE: readonly TipoAttesa[] = [
  'ente_da_completare',
  'designazione_da_completare',
  'statuto_mancante',
  'avviso_aperto',
  'richiesta_di_ingresso',
  'designazione_in_bozza',
  'designazione_non_accettata',
  'designazione_senza_consenso',
  'memoria_da_presentare',
];
const DI_CHI_SIEDE: readonly TipoAttesa[] = [
  'convocazione_da_rispondere',
  'verbale_da_correggere',
  'consultazione_aperta',
  'impegno_del_tavolo',
  'contributo_da_confermare',
  'contributo_da_modificare',
  'contributo_con_risposta',
];

describe('the kinds', () => {
  it('have a file each', () => {
    expect(ATTESE.map(a => a.tipo).sort()).toEqual([...TIPI_ATTESA].sort());
  });

  it('A-8: ask for a permission that is held somewhere, or find what is of the reader alone', () => {
    const aperti = DA_FARE.filter(
      ({ compito: { propria, permesso } }) => !propria && (apertoATutti(permesso) || hasPermission(['cittadino'], permesso)),
    );
    expect(aperti.map(a => a.tipo)).toEqual([]);
    expect(DA_FARE.filter(a => a.compito.propria && !a.sql().includes('$2')).map(a => a.tipo)).toEqual([]);
  });
});

describe('A-8: each finds what is theirs to do, and nothing else', () => {
  it('all that a tavolo does waits for its referente', async () => {
    expect(await tipi(mondo.referente)).toEqual([...AL_TAVOLO].sort());
  });

  it('for who acts for enti, what the ente has to do', async () => {
    expect(await tipi(mondo.operatore)).toEqual([...DELL_ENTE].sort());
    const avvisi = await gruppo(mondo.operatore, 'avviso_aperto');
    expect(avvisi.voci.every(v => v.quando === 'scade oggi' || v.quando === 'scade domani')).toBe(true);
  });

  it('for who sits, what they are called to, to read and to say', async () => {
    expect(await tipi(mondo.membro)).toEqual([...DI_CHI_SIEDE].sort());
  });

  it('for the coordinatore all of the tavoli, and what only they decide; for the office what it does', async () => {
    const coordinatore = await tipi(mondo.coordinatore);
    const suoi = DA_FARE.filter(a => !DELL_ENTE.includes(a.tipo) && !DI_CHI_SIEDE.includes(a.tipo)).map(a => a.tipo);
    expect(coordinatore.filter(t => t !== 'richiesta_di_ingresso')).toEqual([...suoi].sort());
    const ufficio = await tipi(mondo.ufficio);
    expect(ufficio).toContain('ente_da_verificare');
    expect(ufficio.filter(t => !coordinatore.includes(t))).toEqual([]);
    expect(ufficio).not.toContain('riesame_da_decidere');
  });

  it('who writes the verbale of one incontro finds that one', async () => {
    const incontro = await world.scenario.incontro(mondo.ambito, mondo.tavolo, {
      stato: 'svolto',
      tra: -24 * 50,
      titolo: 'Da verbalizzare',
    });
    const chi = await world.scenario.verbalizzante(mondo.ambito, incontro);
    const { gruppi } = await oggi(chi);
    expect(gruppi.map(g => [g.tipo, g.voci.map(v => v.testo)])).toEqual([['verbale_da_scrivere', ['Da verbalizzare']]]);
  });

  it('who leads another tavolo, a citizen, who works elsewhere, and a role that nobody foresaw find nothing', async () => {
    const { scenario, db } = world;
    const altro = await scenario.tavolo(mondo.ambito, 'Un altro');
    await scenario.incontro(mondo.ambito, altro);
    const referente = await scenario.incarico(mondo.ambito, 'referente', altro);
    const cittadino = await scenario.persona();
    const altrove = await scenario.base();
    const strano = await scenario.incarico(mondo.ambito, 'referente', mondo.tavolo);
    const checks = await db.query<{ conname: string }[]>(
      `SELECT conname FROM pg_constraint WHERE conrelid = 'incarico'::regclass AND contype = 'c'`,
    );
    for (const { conname } of checks) await db.query(`ALTER TABLE incarico DROP CONSTRAINT "${conname}"`);
    await db.query(`UPDATE incarico SET ruolo = 'sovrintendente' WHERE account_id = $1`, [strano.id]);
    for (const chi of [cittadino, altrove.coordinatore, strano]) expect(await tipi(chi)).toEqual([]);
    // The tavolo that nobody sits at is theirs; nothing of the other tavolo is.
    expect(await tipi(referente)).toEqual(['tavolo_senza_enti']);
    expect((await world.as(null).get(`/ambiti/${mondo.ambito.slug}/oggi`)).status).toBe(401);
  });

  it('every link leads to a page that the reader may open', async () => {
    const LETTURE: readonly [RegExp, (id: string) => string][] = [
      [/^area\/enti\/([\w-]{36})$/, id => `enti/${id}`],
      [/^area\/designazioni\/([\w-]{36})$/, id => `designazioni/${id}`],
      [/^area\/decadenze\/([\w-]{36})$/, id => `decadenze/${id}`],
      [/^(?:area\/)?incontri\/([\w-]{36})(?:\/conduci)?$/, id => `incontri/${id}`],
      [/^area\/verbali\/([\w-]{36})$/, id => `verbali/${id}`],
      [/^area\/elaborati\/([\w-]{36})$/, id => `elaborati/${id}`],
      [/^area\/contributi-ricevuti\/([\w-]{36})$/, id => `contributi/${id}/gestione`],
      [/^area\/adesioni\/([\w-]{36})$/, id => `adesioni/${id}`],
    ];
    let letti = 0;
    for (const chi of [mondo.coordinatore, mondo.ufficio, mondo.referente, mondo.operatore, mondo.membro])
      for (const { percorso } of (await oggi(chi)).gruppi.flatMap(g => g.voci)) {
        const [forma, lettura] = LETTURE.find(([f]) => f.test(percorso)) ?? [];
        const id = forma?.exec(percorso)?.[1];
        if (lettura === undefined || id === undefined) continue;
        letti += 1;
        expect([percorso, (await world.as(chi).get(`/ambiti/${mondo.ambito.slug}/${lettura(id)}`)).status]).toEqual([percorso, 200]);
      }
    expect(letti).toBeGreaterThan(30);
  });
});

it('says how many there are and since when, shows the first five, and counts the rest', async () => {
  const base = await world.scenario.base();
  for (let n = 0; n < 7; n++) await world.scenario.ente(base.ambito, { stato: 'in_verifica', denominazione: `Ente ${n}` });
  await world.db.query(`UPDATE ente SET creato_at = now() - interval '3 days' WHERE ambito_id = $1 AND denominazione = 'Ente 4'`, [
    base.ambito.id,
  ]);
  const { gruppi } = await oggi(base.coordinatore, base.ambito.slug);
  const enti = gruppi.find(g => g.tipo === 'ente_da_verificare');
  expect(enti).toMatchObject({
    titolo: '7 enti da verificare',
    quando: 'il più vecchio da 3 giorni',
    urgenza: 'in_attesa',
    quante: 7,
    elenco: 'area/enti?stato=in_verifica',
  });
  expect(enti?.voci).toHaveLength(5);
  expect(enti?.voci[0]).toMatchObject({ testo: 'Ente 4', quando: 'da 3 giorni', qui: { cosa: 'ente', version: 1, azioni: ['verifica'] } });
});

it('the last day to convene an incontro is that of the notice of its tavoli', async () => {
  const base = await world.scenario.base();
  await world.db.query(`UPDATE tavolo SET regole = '{"preavvisoGiorni": 7}' WHERE id = $1`, [base.tavolo.id]);
  await world.scenario.incontro(base.ambito, base.tavolo, { stato: 'bozza', tra: 24 * 10 });
  // Ten days from now, seven giorni liberi and the day itself: two days are left.
  expect((await oggi(base.referente, base.ambito.slug)).gruppi.find(g => g.tipo === 'incontro_da_convocare')).toMatchObject({
    urgenza: 'presto',
    quando: 'scade fra 2 giorni',
  });
});

it('an invitation is answered by its own seat, and waits no more', async () => {
  const { voci } = await gruppo(mondo.membro, 'convocazione_da_rispondere');
  expect(voci.map(v => v.qui?.azioni)).toEqual([['partecipa', 'declina']]);
  const [voce] = voci;
  const answer = await world
    .as(mondo.membro)
    .post(`/ambiti/${mondo.ambito.slug}/incontri/${voce?.oggettoId ?? ''}/risposte/partecipa`, { postoId: voce?.qui?.parte });
  expect(answer.status).toBe(200);
  expect(await tipi(mondo.membro)).not.toContain('convocazione_da_rispondere');
});

it('the week has the incontri of the reader, and what closes', async () => {
  const { settimana } = await oggi(mondo.referente);
  expect(settimana.map(s => s.tipo)).toEqual(expect.arrayContaining(['incontro', 'avviso', 'verbale', 'consultazione']));
  expect(settimana.map(s => s.at)).toEqual(settimana.map(s => s.at).toSorted());
  // A verbale under revision is seen by who sits there, and by no stranger.
  expect((await oggi(await world.scenario.persona())).settimana.map(s => s.tipo)).not.toContain('verbale');
});

it('what others did since the reader last looked is told as far as they may see it, and a page read again is the same visit', async () => {
  const base = await world.scenario.base();
  const slug = base.ambito.slug;
  const guarda = async (chi: Persona) => (await world.as(chi).post<VisitaView>(`/ambiti/${slug}/oggi/visita`)).body;
  expect(await guarda(base.coordinatore)).toEqual({ dal: null });
  expect((await oggi(base.coordinatore, slug)).novita).toEqual({ dal: null, atti: [] });
  const cittadino = await world.scenario.persona();
  await guarda(cittadino);
  await world.db.query(`UPDATE visita SET vista_at = now() - interval '2 days' WHERE ambito_id = $1`, [base.ambito.id]);
  const nuovo = await world.scenario.ente(base.ambito, { stato: 'in_verifica', denominazione: 'Ente appena verificato' });
  await world.as(base.ufficio).post(`/ambiti/${slug}/enti/${nuovo.id}/azioni/verifica`, {}, { headers: { 'if-match': '"1"' } });
  expect((await guarda(base.coordinatore)).dal).not.toBeNull();
  await guarda(base.coordinatore);
  await guarda(cittadino);
  const { novita } = await oggi(base.coordinatore, slug);
  expect(novita.atti).toMatchObject([{ azione: 'ente.verifica', titolo: 'Ente appena verificato', percorso: `area/enti/${nuovo.id}` }]);
  expect((await oggi(base.ufficio, slug)).novita.atti).toEqual([]);
  expect((await oggi(cittadino, slug)).novita.atti).toEqual([]);
});

it('asks the database the same number of times however much waits', async () => {
  const count = (chi: Persona) => queriesOf(world.db, () => oggi(chi));
  await oggi(mondo.referente);
  const few = await count(mondo.referente);
  for (let n = 0; n < 8; n++)
    await world.scenario.designazione(mondo.ambito, { ...mondo, ente: await world.scenario.ente(mondo.ambito), stato: 'inviata' });
  expect(await count(mondo.referente)).toBe(few);
  expect(few).toBeGreaterThan(3);
});
