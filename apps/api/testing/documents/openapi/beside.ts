import type { Json } from './schemas.js';

/** Addresses that stand beside the API and its guards: programs ask for them without a session. A test compares them with what the server answers to. */
export const BESIDE_TAGS = [
  { name: 'salute', description: 'The health of the process, for who watches over it' },
  { name: 'abbonamento', description: 'Calendars and news to subscribe to' },
  { name: 'rinuncia', description: 'Ending what a mail was sent for, with one click (RFC 8058)' },
];

const text = (type: string, description: string): Json => ({ description, content: { [type]: { schema: { type: 'string' } } } });
const missing = (code: string): Json => ({ $ref: '#/components/responses/Refusal', description: `\`${code}\`` });
const path = (name: string, pattern: string, description: string): Json => ({
  name,
  in: 'path',
  required: true,
  description,
  schema: { type: 'string', pattern, maxLength: 80 },
});
const slug = (name: string, of: string): Json => path(name, '^[a-z0-9-]{2,80}$', `The ${of}, as in the addresses of its pages.`);
const secret = path('segreto', '^[A-Za-z0-9_-]{43}$', 'The secret of a mailed link.');

const read = (operationId: string, tag: string, summary: string, parameters: Json[], responses: Json): Record<string, Json> => ({
  get: { operationId, tags: [tag], summary, security: [], parameters, responses },
});
const MISSING = { 404: missing('risorsa.non_trovata') };
const BROKEN = { 404: missing('collegamento.non_valido') };
const calendar = text('text/calendar', 'An iCalendar feed.');
const health = { type: 'object', additionalProperties: true };
const json = (description: string): Json => ({ description, content: { 'application/json': { schema: health } } });

const oneClick = (what: string, summary: string): Record<string, Json> => ({
  post: {
    operationId: `UnClic.${what}`,
    tags: ['rinuncia'],
    summary,
    description: 'Mail programs ask for it; who opens the address is led to a page.',
    security: [],
    parameters: [secret],
    responses: { 204: { description: 'Done.' }, ...BROKEN },
  },
});

export const BESIDE: Readonly<Record<string, Record<string, Json>>> = {
  '/health/live': read('Salute.vivo', 'salute', 'Says that the process answers', [], {
    200: json('It does.'),
    429: missing('richiesta.troppe'),
  }),
  '/health/ready': read('Salute.pronto', 'salute', 'Says whether the process can serve, and what does not work', [], {
    200: json('It can.'),
    429: missing('richiesta.troppe'),
    503: json('It can not: `pronto` is false.'),
  }),
  '/cal/{ambito}.ics': read('Calendari.ambito', 'abbonamento', 'The incontri of an ambito, as a calendar', [slug('ambito', 'ambito')], {
    200: calendar,
    ...MISSING,
  }),
  '/cal/{ambito}/{tavolo}.ics': read(
    'Calendari.tavolo',
    'abbonamento',
    'The incontri of a tavolo, as a calendar',
    [slug('ambito', 'ambito'), slug('tavolo', 'tavolo')],
    {
      200: calendar,
      ...MISSING,
    },
  ),
  '/cal/{ambito}/{tavolo}.atom': read(
    'Calendari.novita',
    'abbonamento',
    'The news of a tavolo',
    [slug('ambito', 'ambito'), slug('tavolo', 'tavolo')],
    {
      200: text('application/atom+xml', 'An Atom feed.'),
      ...MISSING,
    },
  ),
  '/cal/p/{segreto}.ics': read(
    'Calendari.privato',
    'abbonamento',
    'The incontri and impegni of one person, by the secret address of their calendar',
    [secret],
    {
      200: calendar,
      ...MISSING,
    },
  ),
  '/u/{segreto}': oneClick('promemoria', 'Stops the reminders to an address'),
  '/s/{segreto}': oneClick('seguito', 'Stops following a page'),
};
