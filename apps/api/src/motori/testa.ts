import { data, type InHead, link } from '../platform/ssr/head.js';
import type { MotoriQueries } from './motori.queries.js';

const UUID = '[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}';
const SLUG = '[a-z0-9-]{2,80}';

type Chi = { readonly queries: MotoriQueries; readonly origin: string };
type Detto = (chi: Chi, path: string, ...parti: readonly string[]) => Promise<readonly string[]>;

const ente = (nome: string, url: string) => ({ '@type': 'GovernmentOrganization', name: nome, url });
const feed = (href: string, type: string, title: string): string => link({ rel: 'alternate', type, href, title });
const ics = (slug: string): string => feed(`/cal/${slug}.ics`, 'text/calendar', 'Calendario degli incontri');

const ambito: Detto = async ({ queries, origin }, path, slug = '') => {
  const a = await queries.ambito(slug);
  if (a === null) return [];
  const comuni = a.comuni.map(name => ({ '@type': 'City', name }));
  return [
    ics(slug),
    data({
      ...ente(a.nome, `${origin}${path}`),
      parentOrganization: { '@type': 'GovernmentOrganization', name: a.capofila },
      areaServed: comuni,
    }),
  ];
};

const incontro: Detto = async ({ queries, origin }, path, slug = '', id = '') => {
  const n = await queries.incontro(slug, id);
  if (n === null) return [];
  const annullato = n.stato === 'annullato';
  const url = `${origin}${path}`;
  return [
    data({
      '@type': 'Event',
      name: n.titolo,
      url,
      startDate: n.inizioAt.toISOString(),
      endDate: n.fineAt.toISOString(),
      eventStatus: `https://schema.org/${annullato ? 'EventCancelled' : 'EventScheduled'}`,
      eventAttendanceMode: `https://schema.org/${n.sede === null ? 'OnlineEventAttendanceMode' : 'OfflineEventAttendanceMode'}`,
      location: n.sede === null ? { '@type': 'VirtualLocation', url } : { '@type': 'Place', name: n.sede.nome, address: n.sede.indirizzo },
      organizer: ente(n.ambito, `${origin}/${slug}`),
    }),
  ];
};

const piano: Detto = async ({ queries, origin }, path, slug = '') => {
  const p = await queries.piano(slug);
  if (p === null) return [];
  return [
    data({
      '@type': 'Legislation',
      name: p.titolo,
      url: `${origin}${path}`,
      legislationJurisdiction: p.ambito,
      legislationPassedBy: ente(p.ambito, `${origin}/${slug}`),
      datePublished: p.pubblicatoAt.toISOString().slice(0, 10),
      temporalCoverage: `${p.dal}/${p.al}`,
      inLanguage: 'it',
    }),
  ];
};

const tavolo: Detto = async (_, _path, slug = '', nome = '') => [
  feed(`/cal/${slug}/${nome}.atom`, 'application/atom+xml', 'Le novità del tavolo'),
  feed(`/cal/${slug}/${nome}.ics`, 'text/calendar', 'Calendario del tavolo'),
];

/** Which pages say more of themselves than their address, and what. */
const PAGINE: readonly (readonly [dove: RegExp, dice: Detto])[] = [
  [new RegExp(`^/(${SLUG})$`), ambito],
  [new RegExp(`^/(${SLUG})/incontri$`), (_, _path, slug = '') => Promise.resolve([ics(slug)])],
  [new RegExp(`^/(${SLUG})/incontri/(${UUID})$`), incontro],
  [new RegExp(`^/(${SLUG})/piano$`), piano],
  [new RegExp(`^/(${SLUG})/tavoli/(${SLUG})$`), tavolo],
];

/** What the page at `path` says of itself to search engines and readers of feeds, and where the sitemap is. */
export const inTesta =
  (queries: MotoriQueries, origin: string): InHead =>
  async path => {
    const mappa = link({ rel: 'sitemap', type: 'application/xml', href: '/sitemap.xml' });
    for (const [dove, dice] of PAGINE) {
      const parti = dove.exec(path);
      if (parti !== null) return [mappa, ...(await dice({ queries, origin }, path, ...parti.slice(1)))];
    }
    return [mappa];
  };
