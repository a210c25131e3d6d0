import ical, { ICalCalendarMethod } from 'ical-generator';
import { join } from 'node:path';
import pg from 'pg';
import { ROOT } from '../scripts/lib/workspace.mjs';
import { seedIncontri } from './lib/incontri.mjs';
import { repeat } from './lib/repeat.mjs';
import { ratioFigure } from './lib/report.mjs';
import { compare } from './lib/rounds.mjs';

const BUILDS = 300;
const AT_ONCE = 8;
const ORIGIN = 'https://tavoli.test';

const api = path => import(join(ROOT, 'dist/apps/api/src', path));

export const seed = (scenario, query) => seedIncontri(scenario, query, 100);

/** The same feed made anew after a change, from the database to compressed bytes, against ical-generator alone with the same events in hand. */
export async function run(lab) {
  const { slug } = lab.seeded['feed-changed'];
  const pool = new pg.Pool({ connectionString: lab.urls.product, max: 10 });
  const [{ CalendariQueries }, { CalendarioSource }, { eventoPubblicato }] = await Promise.all([
    api('calendari/calendari.queries.js'),
    api('calendari/sorgente.js'),
    api('calendari/eventi.js'),
  ]);
  const queries = new CalendariQueries({ query: async (text, values) => (await pool.query(text, values)).rows });
  const source = new CalendarioSource(queries, { publicOrigin: ORIGIN });
  const events = (await queries.pubblico(slug, null)).map(incontro => eventoPubblicato(incontro, ORIGIN, false));
  const measured = await compare({
    product: () => repeat(BUILDS, AT_ONCE, () => source.page(`/cal/${slug}.ics`)),
    raw: () => repeat(BUILDS, AT_ONCE, async () => bare(events)),
  });
  await pool.end();
  return [ratioFigure(`feed of ${events.length} incontri, after a change`, measured, { goal: 0.6, aim: 0.73 })];
}

function bare(events) {
  const calendar = ical({ prodId: '//Misura//Misura//IT', method: ICalCalendarMethod.PUBLISH, name: 'Misura' });
  for (const e of events) {
    calendar.createEvent({
      id: e.uid,
      sequence: e.sequence,
      stamp: e.stamp,
      created: e.createdAt,
      lastModified: e.stamp,
      start: e.inizio,
      end: e.fine,
      summary: e.titolo,
      description: e.descrizione,
      location: e.luogo,
      url: e.url,
      status: e.stato,
    });
  }
  return calendar.toString();
}
