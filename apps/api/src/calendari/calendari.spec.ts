import ICAL from 'ical.js';
import { testWorld, type World } from '../../testing/app.js';
import { eventually } from '../../testing/embedded.js';
import { creaIncontro, esegui } from '../../testing/scenario/incontri.js';

type Base = Awaited<ReturnType<World['scenario']['base']>>;

let world: World;
let base: Base;
let seduti: Awaited<ReturnType<World['scenario']['designazione']>>;
beforeAll(async () => {
  world = await testWorld();
});
beforeEach(async () => {
  base = await world.scenario.base();
  seduti = await world.scenario.designazione(base.ambito, { ...base, stato: 'accettata', consenso: 'dato' });
});
afterAll(() => world.close());

const read = (url: string, headers: Record<string, string> = {}) =>
  world.app.inject({ method: 'GET', url, headers: { host: 'tavoli.test', ...headers } });
const feed = () => `/cal/${base.ambito.slug}/${base.tavolo.slug}.ics`;
const convocato = async (fields = {}) =>
  esegui(world, base.ambito, await creaIncontro(world, base.ambito, base.tavolo, base.referente, fields), base.referente, 'convoca');

function events(ics: string) {
  const calendar = new ICAL.Component(ICAL.parse(ics) as unknown[]);
  const list = calendar.getAllSubcomponents('vevent').map(e => ({
    uid: e.getFirstPropertyValue('uid'),
    sequence: e.getFirstPropertyValue('sequence'),
    status: e.getFirstPropertyValue('status'),
    attendees: e.getAllProperties('attendee').length,
    start: String(e.getFirstPropertyValue('dtstart')),
  }));
  return { method: calendar.getFirstPropertyValue('method'), list };
}

describe('the public calendar of a tavolo', () => {
  it('holds what was convened, with no attendee and no video address; drafts are not in it', async () => {
    const incontro = await convocato({ linkVideo: 'https://video.prova.test/stanza' });
    await creaIncontro(world, base.ambito, base.tavolo, base.referente);
    const answer = await read(feed());
    expect(answer.headers['content-type']).toBe('text/calendar; charset=utf-8');
    expect(events(answer.body)).toEqual({
      method: 'PUBLISH',
      list: [
        {
          uid: `incontro-${incontro.id}@tavoli-tematici`,
          sequence: 0,
          status: 'CONFIRMED',
          attendees: 0,
          start: incontro.inizioAt.replace('.000Z', 'Z'),
        },
      ],
    });
    for (const secret of ['video.prova.test', 'ORGANIZER', seduti.persone[0]?.email ?? '']) expect(answer.body).not.toContain(secret);
  });

  it('says that nothing changed until something does', async () => {
    const incontro = await convocato();
    const first = await read(feed());
    const etag = first.headers.etag ?? '';
    expect((await read(feed(), { 'if-none-match': etag })).statusCode).toBe(304);
    await esegui(world, base.ambito, incontro, base.referente, 'annulla', { motivazione: 'Manca il relatore principale.' });
    await eventually(async () => (await read(feed(), { 'if-none-match': etag })).statusCode === 200);
    expect(events((await read(feed())).body).list).toMatchObject([{ status: 'CANCELLED', sequence: 1 }]);
  });

  it('shows what changed among what did not: a moved incontro, a new one, another name of the tavolo', async () => {
    const [primo, secondo] = [await convocato({ titolo: 'Rimane dov’è' }), await convocato({ titolo: 'Cambia giorno' })];
    await read(feed());
    const inizioAt = new Date(Date.parse(secondo.inizioAt) + 86_400_000).toISOString();
    const fineAt = new Date(Date.parse(inizioAt) + 3_600_000).toISOString();
    await esegui(world, base.ambito, secondo, base.referente, 'sposta', {
      motivazione: 'La sala è occupata quel giorno.',
      spostamento: { inizioAt, fineAt, sede: secondo.sede, linkVideo: null },
    });
    const terzo = await convocato({ titolo: 'Nuovo' });
    await eventually(async () => events((await read(feed())).body).list.length === 3);
    const starts = Object.fromEntries(events((await read(feed())).body).list.map(e => [e.uid, e.start]));
    const atteso = [
      [primo.id, primo.inizioAt],
      [secondo.id, inizioAt],
      [terzo.id, terzo.inizioAt],
    ].map(([id, at]) => [`incontro-${id ?? ''}@tavoli-tematici`, (at ?? '').replace('.000Z', 'Z')]);
    expect(starts).toEqual(Object.fromEntries(atteso));

    const path = `/ambiti/${base.ambito.slug}/tavoli/${base.tavolo.slug}`;
    const nuovo = { nome: 'Nome nuovo', scopo: 'Scopo nuovo', aree: [base.ambito.area] };
    expect((await world.as(base.referente).put(path, nuovo, { version: 1 })).status).toBe(200);
    await eventually(async () => (await read(feed())).body.includes('DESCRIPTION:Nome nuovo'));
    expect((await read(feed())).body.match(/DESCRIPTION:Nome nuovo/g)).toHaveLength(3);
  });

  it('forgets an annulled incontro after 30 days', async () => {
    const incontro = await convocato();
    await esegui(world, base.ambito, incontro, base.referente, 'annulla', { motivazione: 'Manca il relatore principale.' });
    await world.db.query(`UPDATE incontro SET aggiornato_at = now() - interval '31 days' WHERE id = $1`, [incontro.id]);
    expect(events((await read(`/cal/${base.ambito.slug}.ics`)).body).list).toEqual([]);
  });

  it('is not there for a tavolo of another ambito, nor for anything else', async () => {
    const other = await world.scenario.base();
    for (const url of [
      `/cal/${base.ambito.slug}/${other.tavolo.slug}.ics`,
      '/cal/nessuno.ics',
      '/cal/p/breve.ics',
      '/cal/',
      `/cal/${base.ambito.slug}.exe`,
    ]) {
      expect([url, (await read(url)).statusCode]).toEqual([url, 404]);
    }
  });

  it('its news are Atom, latest first, with the reason', async () => {
    const incontro = await convocato({ titolo: 'Casa & <lavoro>' });
    await esegui(world, base.ambito, incontro, base.referente, 'annulla', { motivazione: 'Manca il relatore principale.' });
    const { body, headers } = await read(`/cal/${base.ambito.slug}/${base.tavolo.slug}.atom`);
    expect(headers['content-type']).toBe('application/atom+xml; charset=utf-8');
    expect([...body.matchAll(/<entry>\n.*\n<title>([^<]+?) ?\(/g)].map(m => m[1])).toEqual([
      'Annullato: Casa &amp; &lt;lavoro&gt;',
      'Convocato: Casa &amp; &lt;lavoro&gt;',
    ]);
    expect(body).toContain('<summary>Motivo: Manca il relatore principale.</summary>');
  });
});

describe('one’s own calendar', () => {
  const nuovo = async (who: Base['referente']) => (await world.as(who).post<{ percorso: string }>('/calendario', {})).body.percorso;

  it('holds what one is called to, with the video address', async () => {
    const membro = await world.scenario.persona({ email: seduti.persone[0]?.email });
    await convocato({ linkVideo: 'https://video.prova.test/stanza' });
    const answer = await read(await nuovo(membro));
    expect(events(answer.body).list).toHaveLength(1);
    expect(answer.body.replaceAll('\r\n ', '')).toContain('https://video.prova.test/stanza');
    expect(events((await read(await nuovo(base.operatore))).body).list).toEqual([]);
  });

  it('C-6: a new address ends the one before at once, and touches nobody else’s', async () => {
    const [first, others] = [await nuovo(base.referente), await nuovo(base.coordinatore)];
    const second = await nuovo(base.referente);
    expect([(await read(first)).statusCode, (await read(second)).statusCode, (await read(others)).statusCode]).toEqual([404, 200, 200]);
    await world.as(base.referente).delete('/calendario');
    expect([(await read(second)).statusCode, (await read(others)).statusCode]).toEqual([404, 200]);
  });
});
