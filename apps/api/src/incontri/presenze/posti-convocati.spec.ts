import type { IncontroView, InvitoIncontroView, PresenzeView, Problem } from '@tavoli/shared';
import ICAL from 'ical.js';
import { testWorld, type World } from '../../../testing/app.js';
import { creaIncontro, esegui, portaAdOggi, segretiDegliInviti, traGiorni } from '../../../testing/scenario/incontri.js';
import { PostiConvocati1700000000020 } from '../../../migrations/0020-posti-convocati.js';

type Base = Awaited<ReturnType<World['scenario']['base']>>;

/** One mailbox for three seats: of two enti at a tavolo, and of one of them at another. */
const CASELLA = 'una.persona@prova.test';
let world: World;
let base: Base;
let n: IncontroView;

beforeAll(async () => {
  world = await testWorld();
});
beforeEach(async () => {
  base = await world.scenario.base();
  const altro = await world.scenario.tavolo(base.ambito);
  const secondo = await world.scenario.ente(base.ambito);
  for (const [tavolo, ente] of [
    [base.tavolo, base.ente],
    [base.tavolo, secondo],
    [altro, secondo],
  ] as const) {
    const { persone } = await world.scenario.designazione(base.ambito, { ...base, tavolo, ente, stato: 'accettata', consenso: 'dato' });
    await world.db.query('UPDATE rappresentante SET email = $2, nome = $3, cognome = $4 WHERE id = $1', [
      persone[0]?.id,
      CASELLA,
      'Una',
      'Persona',
    ]);
  }
  n = await esegui(
    world,
    base.ambito,
    await creaIncontro(world, base.ambito, base.tavolo, base.coordinatore, { altriTavoli: [altro.id] }),
    base.coordinatore,
    'convoca',
  );
});
afterAll(() => world.close());

const posta = () =>
  world.db
    .query<{ tipo: string; testo: string; metodo: string; sequence: number; uid: string }[]>(
      `SELECT tipo, testo, calendario->>'method' AS metodo, calendario->>'ics' AS ics FROM email WHERE oggetto_id = $1 AND a_indirizzo = $2 ORDER BY creata_at, id`,
      [n.id, CASELLA],
    )
    .then(rows =>
      (rows as unknown as { tipo: string; testo: string; metodo: string; ics: string }[]).map(r => {
        const event = new ICAL.Component(ICAL.parse(r.ics) as unknown[]).getFirstSubcomponent('vevent');
        return { ...r, sequence: Number(event?.getFirstPropertyValue('sequence')), uid: String(event?.getFirstPropertyValue('uid')) };
      }),
    );
const invito = async (segreto: string) =>
  (await world.as(null).get<InvitoIncontroView>('/invito', { headers: { 'x-segreto': segreto } })).body;
const rispondi = (segreto: string, azione: string, postoId?: string) =>
  world.as(null).post<InvitoIncontroView & Problem>(`/invito/azioni/${azione}`, postoId === undefined ? {} : { postoId }, {
    headers: { 'x-segreto': segreto },
  });
const segreto = async () => (await segretiDegliInviti(world, n)).get(CASELLA) ?? '';
const gestione = async () =>
  (await world.as(base.coordinatore).get<IncontroView>(`/ambiti/${base.ambito.slug}/incontri/${n.id}`)).body.gestione;

describe('one mailbox for several seats', () => {
  it('is convened for each, by one mail and one event of the calendar: no ente disappears', async () => {
    const chiamati = (await gestione())?.invitati.filter(i => i.email === CASELLA) ?? [];
    expect(chiamati.length).toBe(3);
    expect(new Set(chiamati.map(i => i.ente)).size).toBe(2);
    const [mail, ...altre] = await posta();
    expect(altre).toEqual([]);
    expect(mail).toMatchObject({ metodo: 'REQUEST', sequence: 0, uid: `incontro-${n.id}@tavoli-tematici` });
    for (const { ente } of chiamati) expect(mail?.testo).toContain(ente);
    const [atto] = await world.db.query<{ destinatari: { email: string }[] }[]>(
      `SELECT contenuto->'destinatari' AS destinatari FROM convocazione WHERE incontro_id = $1`,
      [n.id],
    );
    expect(atto?.destinatari.filter(d => d.email === CASELLA).length).toBe(3);
  });

  it('answers for each, from the mail and from the portal, and for nobody else', async () => {
    const { posti } = await invito(await segreto());
    expect(posti.map(p => p.risposta)).toEqual(['in_attesa', 'in_attesa', 'in_attesa']);
    await rispondi(await segreto(), 'partecipa', posti[1]?.id);
    await rispondi(await segreto(), 'declina', posti[2]?.id);
    const persona = await world.scenario.persona({ email: CASELLA });
    const dalPortale = await world
      .as(persona)
      .post<IncontroView>(`/ambiti/${base.ambito.slug}/incontri/${n.id}/risposte/declina`, { postoId: posti[0]?.id });
    expect(dalPortale.body.invito?.posti.map(p => [p.id, p.risposta]).sort()).toEqual(
      [
        [posti[0]?.id, 'no'],
        [posti[1]?.id, 'si'],
        [posti[2]?.id, 'no'],
      ].sort(),
    );
    const altrui = (await gestione())?.invitati.find(i => i.email !== CASELLA && i.ruolo === 'supplente')?.id;
    expect([
      (await rispondi(await segreto(), 'partecipa', altrui)).status,
      (await world.as(persona).post(`/ambiti/${base.ambito.slug}/incontri/${n.id}/risposte/partecipa`, { postoId: altrui })).status,
    ]).toEqual([404, 404]);
    await portaAdOggi(world, n);
    await esegui(world, base.ambito, await leggi(), base.coordinatore, 'apri');
    const presenze = (await world.as(base.coordinatore).get<PresenzeView>(`/ambiti/${base.ambito.slug}/incontri/${n.id}/presenze`)).body;
    expect(presenze.posti.map(p => p.risposta).sort()).toEqual(['no', 'no', 'si']);
    expect(presenze.quorum.posti).toBe(3);
  });

  it('hands one seat over and keeps the event for the others; the last one takes it away, and SEQUENCE only grows', async () => {
    const { posti } = await invito(await segreto());
    for (const { id } of posti) expect((await rispondi(await segreto(), 'passa', id)).status).toBe(200);
    const passaggi = (await posta()).filter(m => m.tipo === 'incontro.passaggio');
    expect(passaggi.map(m => m.metodo)).toEqual(['REQUEST', 'REQUEST', 'CANCEL']);
    expect(passaggi.map(m => m.sequence)).toEqual([1, 2, 3]);
  });

  it('that loses one seat is still called for the others, and one that loses all is told', async () => {
    const link = await segreto();
    const fine = (quante: number) =>
      world.db.query(
        `UPDATE mandato SET al = now(), motivo_fine = 'revocata' WHERE id IN (SELECT m.id FROM mandato m JOIN rappresentante r ON r.id = m.rappresentante_id WHERE r.email = $1 AND m.ambito_id = $3 AND m.al IS NULL LIMIT $2)`,
        [CASELLA, quante, base.ambito.id],
      );
    const sposta = async (giorni: number) => {
      await esegui(world, base.ambito, await leggi(), base.coordinatore, 'sposta', {
        motivazione: 'La sala non è disponibile.',
        spostamento: { ...traGiorni(giorni), sede: null, linkVideo: 'https://video.prova.test/altra' },
      });
    };
    await fine(1);
    expect((await invito(link)).posti.length).toBe(2);
    await sposta(30);
    expect((await posta()).map(m => m.tipo)).toEqual(['incontro.convocazione', 'incontro.spostamento']);
    await fine(2);
    await sposta(31);
    expect((await posta()).map(m => [m.tipo, m.metodo]).at(-1)).toEqual(['incontro.uscita', 'CANCEL']);
    expect((await rispondi(link, 'partecipa')).body.code).toBe('invito.revocato');
  });

  it('what was convened before gets its missing seats, each waiting for its own answer', async () => {
    await world.db.query(
      'DELETE FROM invitato WHERE id IN (SELECT id FROM invitato WHERE incontro_id = $1 AND email = $2 ORDER BY id LIMIT 2)',
      [n.id, CASELLA],
    );
    await world.db.query("UPDATE mandato SET dal = now() - interval '1 day' WHERE ambito_id = $1", [base.ambito.id]);
    const [, riempi] = new PostiConvocati1700000000020().sql;
    await world.db.query(riempi);
    expect((await gestione())?.invitati.filter(i => i.email === CASELLA).length).toBe(3);
  });
});

async function leggi(): Promise<IncontroView> {
  return (await world.as(base.coordinatore).get<IncontroView>(`/ambiti/${base.ambito.slug}/incontri/${n.id}`)).body;
}
