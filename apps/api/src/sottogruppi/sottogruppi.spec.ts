import type {
  AnteprimaConvocazioneView,
  ModuloContributoView,
  Pagina,
  Problem,
  SottogruppiView,
  TavoloRigaView,
  TavoloView,
} from '@tavoli/shared';
import { testWorld, type World } from '../../testing/app.js';
import { bozzaDi, creaIncontro, esegui } from '../../testing/scenario/incontri.js';
import { leggiDestinatari } from '../incontri/incontro/invitati.js';
import { apriPosti, calcolaQuorum } from '../incontri/incontro/posti.js';
import { siede } from '../posti/siede.sql.js';

type Base = Awaited<ReturnType<World['scenario']['base']>>;
type Seduta = Awaited<ReturnType<World['scenario']['designazione']>>;

let world: World;
let base: Base;
/** Two enti at the tavolo, with two persons each. */
let prima: Seduta;
let seconda: Seduta;
beforeAll(async () => {
  world = await testWorld();
});
afterAll(() => world.close());
beforeEach(async () => {
  base = await world.scenario.base();
  prima = await world.scenario.designazione(base.ambito, { ...base, stato: 'accettata', consenso: 'dato' });
  const ente = await world.scenario.ente(base.ambito);
  seconda = await world.scenario.designazione(base.ambito, { ...base, ente, stato: 'accettata', consenso: 'dato' });
});

const nellAmbito = (percorso: string) => `/ambiti/${base.ambito.slug}${percorso}`;
const at = (slug: string, percorso = '') => nellAmbito(`/tavoli/${slug}${percorso}`);
const pagina = async (slug: string) => (await world.as(null).get<TavoloView>(at(slug))).body;
const chi = (d: Seduta, n: number): string => d.persone[n]?.id ?? '';
const posta = (d: Seduta, n: number): string => d.persone[n]?.email ?? '';
const campi = (membri: readonly string[], altro: object = {}) => ({
  nome: 'Caregiver',
  scopo: 'Prepara una proposta per chi assiste.',
  iniziaIl: '2026-12-01',
  finisceIl: null,
  membri,
  motivazione: null,
  ...altro,
});
const crea = (membri: readonly string[], da = base.referente, altro: object = {}) =>
  world.as(da).post<TavoloView & Problem>(at(base.tavolo.slug, '/sottogruppi'), campi(membri, altro));
const gruppo = async () => (await crea([chi(prima, 0), chi(seconda, 0)])).body;
const mails = (tipo: string) =>
  world.db
    .query<{ a: string }[]>('SELECT a_indirizzo AS a FROM email WHERE tipo = $1 AND ambito_id = $2 ORDER BY 1', [tipo, base.ambito.id])
    .then(righe => righe.map(({ a }) => a));
const siedono = async (tavoloId: string) =>
  (
    await world.db.query<{ id: string }[]>(
      `SELECT m.rappresentante_id AS id FROM mandato m WHERE m.tavolo_id = $1 AND ${siede('m')} ORDER BY 1`,
      [tavoloId],
    )
  ).map(r => r.id);
const cessa = (id: string) =>
  world
    .as(base.coordinatore)
    .post(nellAmbito(`/designazioni/${id}/azioni/cessa`), { causa: 'errore_ufficio', motivazione: 'Un errore nostro.' }, { version: 1 });

describe('a sottogruppo', () => {
  it('is made of people who sit at the tavolo, tells them and their enti, and stands on the page of the tavolo', async () => {
    const fatto = await crea([chi(prima, 0), chi(seconda, 0)], base.referente, { motivazione: 'Conoscono il tema.' });
    expect(fatto.status).toBe(201);
    expect(fatto.body).toMatchObject({ nome: 'Caregiver', padre: { id: base.tavolo.id }, iniziaIl: '2026-12-01', finisceIl: null });
    expect(fatto.body.enti.map(e => e.rappresentanti.length)).toEqual([1, 1]);
    const padre = await pagina(base.tavolo.slug);
    expect(padre.sottogruppi).toMatchObject([{ nome: 'Caregiver', enti: padre.enti.map(e => e.denominazione).sort(), prossimo: null }]);
    expect(
      (await mails('sottogruppo.composto')).filter(a => [posta(prima, 0), posta(seconda, 0), base.ente.email].includes(a)).length,
    ).toBe(3);
    expect(await mails('sottogruppo.composto')).not.toContain(posta(prima, 1));
    const elenco = (await world.as(null).get<Pagina<TavoloRigaView>>(nellAmbito('/tavoli'))).body;
    expect(elenco.items.map(t => [t.id, t.sottogruppi.map(g => g.nome)])).toEqual([[base.tavolo.id, ['Caregiver']]]);

    const altro = await world.scenario.tavolo(base.ambito);
    const fuori = await world.scenario.incarico(base.ambito, 'referente', altro);
    expect((await crea([chi(prima, 0)], fuori)).status).toBe(403);
    const estraneo = await world.scenario.designazione(base.ambito, { ...base, tavolo: altro, stato: 'accettata', consenso: 'dato' });
    expect((await crea([chi(estraneo, 0)], base.coordinatore)).body.errors?.[0]?.pointer).toBe('/membri');
    expect((await crea([chi(prima, 0)], base.referente, { finisceIl: '2026-11-01' })).body.errors?.[0]?.pointer).toBe('/finisceIl');
    const omonimo = await crea([chi(prima, 0)]);
    expect([omonimo.status, omonimo.body.slug === fatto.body.slug, omonimo.body.codice.endsWith('.2')]).toEqual([201, false, true]);
    const figlio = await world.as(base.referente).post(at(fatto.body.slug, '/sottogruppi'), campi([chi(prima, 0)]));
    expect(figlio.status).toBe(404);
    await expect(
      world.db.query(`UPDATE tavolo SET padre_id = $2, inizia_il = now() WHERE id = $1`, [altro.id, fatto.body.id]),
    ).rejects.toThrow('tavolo_padre');
  });

  it('is led by who leads the tavolo; a role of its own, or a seat at the tavolo, counts nowhere else', async () => {
    const g = await gruppo();
    const n = await creaIncontro(world, base.ambito, g, base.referente);
    expect((await world.as(base.referente).get<AnteprimaConvocazioneView>(nellAmbito(`/incontri/${n.id}/anteprima`))).status).toBe(200);
    const suo = await world.scenario.incarico(base.ambito, 'referente', g);
    const nuovo = (slug: string, persona: Base['referente']) => world.as(persona).post(at(slug, '/incontri'), bozzaDi());
    expect([(await nuovo(g.slug, suo)).status, (await nuovo(base.tavolo.slug, suo)).status]).toEqual([201, 403]);
    const seduto = await world.scenario.persona({ email: posta(prima, 1) });
    const elaborati = (slug: string) => world.as(seduto).get(at(slug, '/impegni'));
    expect([(await elaborati(base.tavolo.slug)).status, (await elaborati(g.slug)).status]).toEqual([200, 403]);
    const dentro = await world.scenario.persona({ email: posta(prima, 0) });
    expect((await world.as(dentro).get(at(g.slug, '/impegni'))).status).toBe(200);
    const detto = (await world.as(base.referente).get<SottogruppiView>(at(base.tavolo.slug, '/sottogruppi'))).body;
    expect([detto.siedono.length, detto.items[0]?.membri.length]).toEqual([4, 2]);
    expect((await pagina(g.slug)).referente?.split(', ').length).toBe(2);
  });

  it('calls its own people, opens their seats, and counts them alone', async () => {
    const g = await gruppo();
    const n = await creaIncontro(world, base.ambito, g, base.referente);
    await esegui(world, base.ambito, n, base.referente, 'convoca', {});
    const destinatari = await leggiDestinatari(world.db.manager, base.ambito.id, n.id);
    expect(destinatari.flatMap(d => (d.ente === null ? [] : [d.email])).sort()).toEqual([posta(prima, 0), posta(seconda, 0)].sort());
    await apriPosti(world.db.manager, base.ambito.id, n.id);
    expect(await calcolaQuorum(world.db.manager, base.ambito.id, n.id)).toMatchObject({ posti: 2 });
    expect((await pagina(base.tavolo.slug)).sottogruppi[0]?.prossimo?.id).toBe(n.id);
    // Put out of it, one is not expected at its incontri, and sits at the tavolo.
    const tolto = await world
      .as(base.referente)
      .put<TavoloView>(at(g.slug, '/sottogruppo'), campi([chi(seconda, 0), chi(seconda, 1)]), { version: (await pagina(g.slug)).version });
    expect(tolto.body.enti.map(e => e.rappresentanti.length)).toEqual([2]);
    expect(await mails('sottogruppo.tolto')).toEqual(expect.arrayContaining([posta(prima, 0), base.ente.email]));
    const chiamati = await world.db.query<{ a: string }[]>(
      `SELECT email AS a FROM invitato WHERE incontro_id = $1 AND revocato_at IS NULL AND rappresentante_id IS NOT NULL`,
      [n.id],
    );
    expect(chiamati.map(r => r.a)).toEqual([posta(seconda, 0)]);
    expect((await siedono(base.tavolo.id)).length).toBe(4);
  });

  it('A-7: has nobody who does not sit at the tavolo: seats suspended and given back, enti, seats that end', async () => {
    const g = await gruppo();
    const tutti = [chi(prima, 0), chi(seconda, 0)].sort();
    expect(await siedono(g.id)).toEqual(tutti);
    await world.db.query(`UPDATE designazione SET stato = 'sospesa', motivazione = 'x' WHERE id = $1`, [prima.id]);
    expect(await siedono(g.id)).toEqual([chi(seconda, 0)]);
    await world.db.query(`UPDATE designazione SET stato = 'accettata' WHERE id = $1`, [prima.id]);
    await world.db.query(`UPDATE ente SET stato = 'sospeso', motivazione = 'x' WHERE id = $1`, [base.ente.id]);
    expect(await siedono(g.id)).toEqual([chi(seconda, 0)]);
    await world.db.query(`UPDATE ente SET stato = 'verificato' WHERE id = $1`, [base.ente.id]);
    expect(await siedono(g.id)).toEqual(tutti);
    expect((await cessa(prima.id)).status).toBe(200);
    expect(await siedono(g.id)).toEqual([chi(seconda, 0)]);
    const fine = await world.db.query<{ motivo: string }[]>(
      'SELECT motivo_fine AS motivo FROM mandato WHERE tavolo_id = $1 AND rappresentante_id = $2',
      [g.id, chi(prima, 0)],
    );
    expect(fine).toEqual([{ motivo: 'errore_ufficio' }]);
  });

  it('is left by who is in it, and closed by who leads the tavolo, with a word', async () => {
    const g = await gruppo();
    const dentro = await world.scenario.persona({ email: posta(prima, 0) });
    expect((await world.as(base.referente).delete(at(g.slug, '/sottogruppo/posto'))).status).toBe(403);
    expect((await world.as(dentro).delete(at(g.slug, '/sottogruppo/posto'))).status).toBe(200);
    expect(await siedono(g.id)).toEqual([chi(seconda, 0)]);
    expect(await mails('sottogruppo.lasciato')).toContain(base.referente.email);
    await creaIncontro(world, base.ambito, g, base.referente).then(n => esegui(world, base.ambito, n, base.referente, 'convoca', {}));
    const version = (await pagina(g.slug)).version;
    const chiuso = await world
      .as(base.referente)
      .post<TavoloView>(at(g.slug, '/sottogruppo/chiusura'), { motivazione: 'La proposta è pronta.' }, { version });
    expect(chiuso.body).toMatchObject({ chiusura: { atto: null, confluitoIn: null }, enti: [] });
    expect(await mails('sottogruppo.chiuso')).toContain(posta(seconda, 0));
    expect(await mails('incontro.annullamento')).toContain(posta(seconda, 0));
    expect((await siedono(base.tavolo.id)).length).toBe(4);
    const nuovo = await world.as(base.referente).post<Problem>(at(g.slug, '/incontri'), bozzaDi());
    expect(nuovo.body.code).toBe('tavolo.chiuso');
  });

  it('takes no avviso, no designazione, no contributo of its own, whatever way is tried', async () => {
    const g = await gruppo();
    const righe = await world.db.query<{ tabella: string; rifiuta: boolean }[]>(
      `SELECT DISTINCT c.conrelid::regclass::text AS tabella, EXISTS (SELECT 1 FROM pg_trigger t WHERE t.tgrelid = c.conrelid AND t.tgfoid = 'tavolo_intero'::regproc) AS rifiuta
       FROM pg_constraint c WHERE c.contype = 'f' AND c.confrelid = 'tavolo'::regclass ORDER BY 1`,
    );
    // What a sottogruppo has as any tavolo: incontri and what comes of them, elaborati, people, rules.
    const COME_UN_TAVOLO = [
      'allegato',
      'decadenza',
      'disponibilita',
      'elaborato',
      'incarico',
      'incontro',
      'incontro_tavolo',
      'mandato',
      'modello_odg',
      'proposta',
      'tavolo',
      'tavolo_area',
      'verbale',
    ];
    expect(righe.filter(r => !r.rifiuta).map(r => r.tabella)).toEqual(COME_UN_TAVOLO);
    await expect(
      world.db.query('INSERT INTO avviso_tavolo (ambito_id, avviso_id, tavolo_id) VALUES ($1, $2, $3)', [
        base.ambito.id,
        base.avviso.id,
        g.id,
      ]),
    ).rejects.toThrow('tavolo.sottogruppo');
    expect((await world.as(null).get<ModuloContributoView>(at(g.slug, '/contributi/modulo'))).body.ricezione).toBe('chiusa');
    const plenaria = await world.as(base.coordinatore).post<{ incontri: { id: string }[] }>(nellAmbito('/plenarie'), bozzaDi());
    const chiamati = await world.db.query('SELECT tavolo_id AS id FROM incontro_tavolo WHERE incontro_id = $1', [
      plenaria.body.incontri[0]?.id,
    ]);
    expect(chiamati).toEqual([{ id: base.tavolo.id }]);
  });
});

describe('when its tavolo ends', () => {
  const chiudi = async (confluisceIn: string | null) =>
    world.as(base.coordinatore).post<TavoloView & Problem>(
      at(base.tavolo.slug, '/chiusura'),
      {
        atto: { tipo: 'Determina', numero: '152', data: '2026-01-10' },
        il: new Date().toISOString().slice(0, 10),
        confluisceIn,
        motivazione: 'Le attività continuano altrove.',
      },
      { version: (await pagina(base.tavolo.slug)).version },
    );

  it('it ends by the same act, and what it had called is called off', async () => {
    const g = await gruppo();
    await creaIncontro(world, base.ambito, g, base.referente).then(n => esegui(world, base.ambito, n, base.referente, 'convoca', {}));
    expect((await chiudi(null)).status).toBe(201);
    expect(await pagina(g.slug)).toMatchObject({ chiusura: { atto: { numero: '152' } }, enti: [] });
    expect(await mails('incontro.annullamento')).toContain(posta(prima, 0));
    expect((await world.as(base.coordinatore).get<SottogruppiView>(at(base.tavolo.slug, '/sottogruppi'))).body.items[0]?.membri).toEqual(
      [],
    );
  });

  it('or goes where the tavolo goes, with its people, what it had called, and who leads there', async () => {
    const g = await gruppo();
    const n = await creaIncontro(world, base.ambito, g, base.referente);
    await esegui(world, base.ambito, n, base.referente, 'convoca', {});
    const verso = await world.scenario.tavolo(base.ambito);
    const suo = await world.scenario.incarico(base.ambito, 'referente', verso);
    expect((await chiudi(g.id)).body.code).toBe('tavolo.sottogruppo');
    expect((await chiudi(verso.id)).status).toBe(201);
    expect(await pagina(g.slug)).toMatchObject({ padre: { id: verso.id }, chiusoIl: null });
    expect(await siedono(g.id)).toEqual([chi(prima, 0), chi(seconda, 0)].sort());
    const [incontro] = await world.db.query<{ stato: string }[]>('SELECT stato FROM incontro WHERE id = $1', [n.id]);
    expect(incontro?.stato).toBe('convocato');
    expect((await world.as(suo).post(at(g.slug, '/incontri'), bozzaDi())).status).toBe(201);
    expect((await world.as(base.referente).post(at(g.slug, '/incontri'), bozzaDi())).status).toBe(403);
  });

  it('is of the Piano of the tavolo that it goes to, under a code that nobody has there, and keeps its address', async () => {
    const g = await gruppo();
    const verso = await world.scenario.tavolo(base.ambito);
    const altro = await crea([chi(prima, 1)]);
    const ente = await world.scenario.ente(base.ambito);
    const terza = await world.scenario.designazione(base.ambito, { ...base, ente, tavolo: verso, stato: 'accettata', consenso: 'dato' });
    await world.db.query(
      `WITH p AS (INSERT INTO piano_di_zona (ambito_id, id, titolo, dal, al) VALUES ($1, gen_random_uuid(), 'Un altro', 2030, 2032) RETURNING id)
       UPDATE tavolo t SET piano_id = p.id, codice = f.codice FROM p, tavolo f WHERE t.id = $2 AND f.id = $3`,
      [base.ambito.id, verso.id, base.tavolo.id],
    );
    const suo = await world.as(base.coordinatore).post<TavoloView>(at(verso.slug, '/sottogruppi'), campi([chi(terza, 0)]));
    expect([suo.status, suo.body.codice]).toEqual([201, g.codice]);
    await expect(world.db.query('UPDATE tavolo SET padre_id = $2 WHERE id = $1', [g.id, verso.id])).rejects.toThrow(
      'tavolo_piano_del_padre',
    );
    expect((await chiudi(verso.id)).status).toBe(201);
    const la = await world.db.query<{ slug: string; codice: string; piani: number }[]>(
      `SELECT slug, codice, (SELECT count(DISTINCT x.piano_id)::int FROM tavolo x WHERE x.padre_id = $1) AS piani FROM tavolo
       WHERE padre_id = $1 AND id <> $2 ORDER BY codice`,
      [verso.id, suo.body.id],
    );
    expect(la).toEqual(
      [g, altro.body].map(({ slug, codice }, n) => ({ slug, codice: `${codice.split('.')[0] ?? ''}.${n + 2}`, piani: 1 })),
    );
  });
});
