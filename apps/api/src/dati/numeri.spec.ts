import type { NumeriView, StatoContributo } from '@tavoli/shared';
import { testWorld, type World } from '../../testing/app.js';

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

const leggi = async (path = '/numeri'): Promise<NumeriView> =>
  (await world.as(null).get<NumeriView>(`/ambiti/${base.ambito.slug}${path}`)).body;

/** Sent so many days ago, published and answered so many days after. */
async function contributo(
  stato: StatoContributo,
  fields: { giorni?: number; comune?: string; tavolo?: Base['tavolo']; unitoA?: string } = {},
): Promise<string> {
  const { giorni = 1, comune = null, tavolo = base.tavolo, unitoA } = fields;
  const { id } = await world.scenario.contributo(base.ambito, tavolo, { stato, ...(unitoA === undefined ? {} : { unitoA }) });
  await world.db.query(
    `UPDATE contributo SET inviato_at = now() - interval '40 days', comune = $3, pubblicato_at = CASE WHEN pubblicato_at IS NOT NULL THEN now() - interval '40 days' + make_interval(days => $2) END,
       risposto_at = CASE WHEN risposto_at IS NOT NULL THEN now() - interval '40 days' + make_interval(days => $2 * 10) END WHERE id = $1`,
    [id, giorni, comune],
  );
  return id;
}

it('numbers of contributi count each one once, with the answer of the one it was merged into, and medians of days', async () => {
  const accolto = await contributo('accolto', { giorni: 1 });
  await contributo('non_accolto', { giorni: 2 });
  await contributo('rinviato', { giorni: 4 });
  await contributo('unito', { unitoA: accolto });
  await contributo('in_esame', { giorni: 4 });
  for (const stato of ['in_moderazione', 'respinto', 'da_confermare', 'ritirato'] as const) await contributo(stato);
  const { contributi, perTipo } = await leggi();
  // The one merged has the day of the answer of the other: 10, 20, 40 and 10 days.
  expect(contributi).toEqual({
    ricevuti: 7,
    pubblicati: 5,
    conRisposta: 4,
    accolti: 2,
    accoltiInParte: 0,
    nonAccolti: 1,
    rinviati: 1,
    giorniPubblicazione: 3,
    giorniRisposta: 15,
  });
  expect(perTipo).toEqual([{ tipo: 'proposta', quanti: 5 }]);
});

it('they are told by comune, by month and by tavolo, and of one tavolo alone', async () => {
  const altro = await world.scenario.tavolo(base.ambito, 'Altro tavolo');
  const comune = { istat: '078157', nome: 'Corigliano-Rossano' };
  await world.db.query(`INSERT INTO comune (ambito_id, istat, nome, belfiore, abitanti) VALUES ($1, $2, $3, 'M403', 1)`, [
    base.ambito.id,
    comune.istat,
    comune.nome,
  ]);
  for (let i = 0; i < 2; i++) await contributo('pubblicato', { comune: comune.istat });
  await contributo('accolto', { tavolo: altro });
  const tutti = await leggi();
  expect(tutti.perComune).toEqual([
    { comune: comune.nome, quanti: 2 },
    { comune: null, quanti: 1 },
  ]);
  expect([tutti.perMese.length, tutti.perMese.reduce((n, m) => n + m.quanti, 0)]).toEqual([12, 3]);
  expect(tutti.perTavolo.map(t => [t.tavolo.nome, t.ricevuti, t.conRisposta])).toEqual(expect.arrayContaining([['Altro tavolo', 1, 1]]));
  expect(await leggi(`/tavoli/${altro.slug}/numeri`)).toMatchObject({
    tavolo: { nome: 'Altro tavolo' },
    contributi: { ricevuti: 1, conRisposta: 1 },
    perTavolo: [],
  });
});

it('an ambito where nothing has happened yet has zeros, and no median', async () => {
  expect(await leggi()).toMatchObject({
    tavolo: null,
    contributi: { ricevuti: 0, giorniPubblicazione: null, giorniRisposta: null },
    perTipo: [],
    perComune: [],
    incontriSvolti: 0,
    verbaliPubblicati: 0,
    presenzaMedia: null,
  });
});

it('presences are a share of the seats', async () => {
  const incontro = await world.scenario.incontro(base.ambito, base.tavolo, { stato: 'svolto', tra: -48 });
  for (const stato of ['titolare', 'supplente', 'giustificato', 'assente'] as const) {
    const { id } = await world.scenario.ente(base.ambito);
    await world.db.query(
      `INSERT INTO presenza (ambito_id, id, incontro_id, tavolo_id, ente_id, veste, stato, convocato) VALUES ($1, gen_random_uuid(), $2, $3, $4, 'componente', $5, true)`,
      [base.ambito.id, incontro.id, base.tavolo.id, id, stato],
    );
  }
  expect(await leggi()).toMatchObject({ incontriSvolti: 1, presenzaMedia: 50 });
});

it('of a tavolo they tell the number at each incontro that it held, oldest first; of the ambito none', async () => {
  const [prima, poi, bozza] = await Promise.all([
    world.scenario.incontro(base.ambito, base.tavolo, { stato: 'svolto', tra: -96 }),
    world.scenario.incontro(base.ambito, base.tavolo, { stato: 'svolto', tra: -48 }),
    world.scenario.incontro(base.ambito, base.tavolo, { stato: 'convocato', tra: 48 }),
  ]);
  const quorum = { posti: 4, presenti: 3, richiesti: 3, raggiunto: true };
  await world.db.query('UPDATE incontro SET quorum = $2 WHERE id = ANY($1)', [[prima.id, poi.id, bozza.id], JSON.stringify(quorum)]);
  expect((await leggi(`/tavoli/${base.tavolo.slug}/numeri`)).numeroLegale).toEqual([
    { id: prima.id, inizioAt: expect.any(String) as string, quorum },
    { id: poi.id, inizioAt: expect.any(String) as string, quorum },
  ]);
  expect((await leggi()).numeroLegale).toEqual([]);
});
