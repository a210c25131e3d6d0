import type {
  OsservatoreMiaView,
  OsservatoreMioView,
  OsservatoreView,
  Pagina,
  Problem,
  PrimaDiChiudereView,
  TavoloView,
} from '@tavoli/shared';
import { testWorld, type World } from '../../testing/app.js';
import { creaIncontro, esegui } from '../../testing/scenario/incontri.js';
import { ammetteOsservatori, unOsservatore } from '../../testing/scenario/osservatori.js';
import { apriPosti, calcolaQuorum } from '../incontri/incontro/posti.js';

type Base = Awaited<ReturnType<World['scenario']['base']>>;

let world: World;
let base: Base;
beforeAll(async () => {
  world = await testWorld();
});
afterAll(() => world.close());
beforeEach(async () => {
  base = await world.scenario.base();
});

const nellAmbito = (percorso: string) => `/ambiti/${base.ambito.slug}${percorso}`;
const at = (percorso = '', slug = base.tavolo.slug) => nellAmbito(`/tavoli/${slug}/osservatori${percorso}`);
const CAMPI = { gruppo: 'Comitato Piana Aperta', perche: 'Seguiamo da anni questi servizi.', maggiorenne: true };
const chiedi = (chi: Base['referente'], campi: object = {}) =>
  world.as(chi).post<OsservatoreMioView & Problem>(at(), { ...CAMPI, ...campi });
const elenco = async (chi = base.referente) => (await world.as(chi).get<Pagina<OsservatoreView>>(at())).body.items;
const passo = (o: Pick<OsservatoreView, 'id' | 'version'>, azione: string, chi = base.referente, motivazione?: string) =>
  world
    .as(chi)
    .post<OsservatoreView & Problem>(
      nellAmbito(`/osservatori/${o.id}/azioni/${azione}`),
      motivazione === undefined ? {} : { motivazione },
      {
        version: o.version,
      },
    );
const pagina = async () => (await world.as(null).get<TavoloView>(nellAmbito(`/tavoli/${base.tavolo.slug}`))).body;
const mails = (tipo: string) =>
  world.db
    .query<{ a: string }[]>('SELECT a_indirizzo AS a FROM email WHERE tipo = $1 AND ambito_id = $2 ORDER BY 1', [tipo, base.ambito.id])
    .then(righe => righe.map(({ a }) => a));
const una = <T>(righe: readonly T[]): T => {
  const [riga] = righe;
  if (riga === undefined) throw new Error('None.');
  return riga;
};

it('one asks where the tavolo admits osservatori, once; who leads it is told, and answers', async () => {
  const persona = await world.scenario.persona();
  await ammetteOsservatori(world.db, base.tavolo, false);
  expect((await chiedi(persona)).body.code).toBe('osservatore.non_ammessi');
  await ammetteOsservatori(world.db, base.tavolo, true);
  expect((await pagina()).osservatori).toEqual({ ammette: true, quanti: 0 });
  expect((await chiedi(persona, { maggiorenne: false })).body.errors?.[0]?.pointer).toBe('/maggiorenne');
  expect((await chiedi(persona, { perche: '' })).body.errors?.[0]?.pointer).toBe('/perche');
  const fatta = await chiedi(persona);
  expect(fatta.body).toMatchObject({ ammette: true, richiesta: { stato: 'ricevuta', gruppo: 'Comitato Piana Aperta' } });
  expect((await chiedi(persona)).body.code).toBe('osservatore.esiste');
  expect([await mails('osservatore.richiesta'), await mails('osservatore.ricevuta')]).toEqual([[base.referente.email], [persona.email]]);
  expect((await world.as(persona).get(at())).status).toBe(403);
  const o = una(await elenco());
  expect(o).toMatchObject({ persona: { email: persona.email }, azioni: ['ammetti', 'declina'] });
  expect((await passo(o, 'ammetti', persona)).status).toBe(404);
  expect((await passo(o, 'ammetti', base.ufficio)).status).toBe(403);
  expect((await passo(o, 'declina')).status).toBe(400);
  expect((await passo(o, 'declina', base.referente, 'I posti sono finiti.')).body.stato).toBe('non_ammessa');
  expect(await mails('osservatore.non_ammesso')).toEqual([persona.email]);
  expect((await world.as(persona).get<OsservatoreMioView>(at('/mio'))).body.richiesta).toMatchObject({
    motivazione: 'I posti sono finiti.',
  });
  // And may ask again, and finds both among their own; who sits there already has no need to.
  expect((await chiedi(persona)).status).toBe(201);
  expect((await world.as(persona).get<Pagina<OsservatoreMiaView>>(nellAmbito('/osservatori/miei'))).body.items.map(m => m.stato)).toEqual([
    'ricevuta',
    'non_ammessa',
  ]);
  const seduta = await world.scenario.designazione(base.ambito, { ...base, stato: 'accettata', consenso: 'dato' });
  const seduto = await world.scenario.persona({ email: seduta.persone[0]?.email });
  expect((await chiedi(seduto)).body.code).toBe('osservatore.siede');
});

it('who is admitted is called, makes no number, and leaves or is ended: calendars are told', async () => {
  const seduta = await world.scenario.designazione(base.ambito, { ...base, stato: 'accettata', consenso: 'dato' });
  const { id, persona } = await unOsservatore(world, base.ambito, base.tavolo);
  const ammesso = (await passo({ id, version: 1 }, 'ammetti')).body;
  expect(ammesso).toMatchObject({ stato: 'ammessa', azioni: ['cessa'] });
  expect(await mails('osservatore.ammesso')).toEqual([persona.email]);
  expect((await pagina()).osservatori.quanti).toBe(1);
  expect(JSON.stringify(await pagina())).not.toContain(persona.cognome);

  const n = await creaIncontro(world, base.ambito, base.tavolo, base.referente);
  await esegui(world, base.ambito, n, base.referente, 'convoca', {});
  const ruoli = await world.db.query<{ ruolo: string }[]>('SELECT ruolo FROM invitato WHERE incontro_id = $1 AND email = $2', [
    n.id,
    persona.email,
  ]);
  expect(ruoli).toEqual([{ ruolo: 'osservatore' }]);
  const [mail] = await world.db.query<{ testo: string }[]>(
    `SELECT testo FROM email WHERE tipo = 'incontro.convocazione' AND a_indirizzo = $1`,
    [persona.email],
  );
  expect(mail?.testo).toContain('senza diritto di voto');
  await apriPosti(world.db.manager, base.ambito.id, n.id);
  expect(await calcolaQuorum(world.db.manager, base.ambito.id, n.id)).toMatchObject({ posti: 1 });
  // A focus group is of its members.
  const pochi = await creaIncontro(world, base.ambito, base.tavolo, base.referente, { membri: [seduta.persone[0]?.id ?? ''] });
  await esegui(world, base.ambito, pochi, base.referente, 'convoca', {});
  expect(await world.db.query(`SELECT 1 FROM invitato WHERE incontro_id = $1 AND ruolo = 'osservatore'`, [pochi.id])).toEqual([]);

  expect((await world.as(persona).delete<OsservatoreMioView>(at('/mio'))).body.richiesta?.stato).toBe('ritirata');
  expect((await world.as(persona).delete(at('/mio'))).status).toBe(404);
  expect(await mails('osservatore.lasciato')).toEqual([base.referente.email]);
  expect(
    await world.db.query(`SELECT 1 FROM invitato WHERE ruolo = 'osservatore' AND incontro_id = $1 AND revocato_at IS NULL`, [n.id]),
  ).toEqual([]);
  expect(await mails('incontro.uscita')).toContain(persona.email);
});

it('is ended by who leads the tavolo, with a word, or by the tavolo that closes', async () => {
  const uno = await unOsservatore(world, base.ambito, base.tavolo, 'ammessa');
  const due = await unOsservatore(world, base.ambito, base.tavolo, 'ammessa');
  const tre = await unOsservatore(world, base.ambito, base.tavolo);
  expect((await passo({ id: uno.id, version: 1 }, 'cessa', base.referente, 'Il comitato si è sciolto.')).body.stato).toBe('cessata');
  expect((await passo({ id: uno.id, version: 2 }, 'cessa', base.referente, 'Il comitato si è sciolto.')).body.code).toBe(
    'osservatore.stato',
  );
  const chiusura = {
    atto: { tipo: 'Determina', numero: '1', data: '2026-01-10' },
    il: new Date().toISOString().slice(0, 10),
    confluisceIn: null,
    motivazione: 'Le attività continuano altrove.',
  };
  const prima = await world.as(base.coordinatore).get<PrimaDiChiudereView>(nellAmbito(`/tavoli/${base.tavolo.slug}/chiusura`));
  expect(prima.body.osservatori).toBe(2);
  const version = (await pagina()).version;
  expect((await world.as(base.coordinatore).post(nellAmbito(`/tavoli/${base.tavolo.slug}/chiusura`), chiusura, { version })).status).toBe(
    201,
  );
  expect(await mails('osservatore.cessato')).toEqual([uno.persona.email, due.persona.email].sort());
  expect(await mails('osservatore.non_ammesso')).toEqual([tre.persona.email]);
  expect((await pagina()).osservatori).toEqual({ ammette: false, quanti: 0 });
});
