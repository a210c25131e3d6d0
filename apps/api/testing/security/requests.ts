import fc from 'fast-check';
import { newKey } from '../client.js';
import { multipart } from '../multipart.js';
import { MUTATION, mutate } from './mutations.js';
import { HOSTILE, validOf, type Pool, type Schema } from './values.js';

/** A request as it will be sent. */
export interface FuzzRequest {
  readonly path: string;
  /** Undefined for methods without a body. */
  readonly payload: string | undefined;
  readonly headers: Readonly<Record<string, string>>;
  /** Names the version that the thing of the URL has now, instead of what `If-Match` says. */
  readonly upToDate: boolean;
  /** Sent by the public, whoever may do it. */
  readonly asPublic: boolean;
}

export interface Operation {
  readonly method: string;
  readonly path: string;
  readonly permission: string;
  readonly parameters: readonly { readonly name: string; readonly in: string; readonly schema?: Schema }[];
  readonly body: Schema | null;
}

interface Described {
  readonly 'x-permission'?: string;
  readonly parameters?: Operation['parameters'];
  readonly requestBody?: { readonly content?: Readonly<Record<string, { readonly schema?: Schema }>> };
}

/** Every operation of the API, from its own document: what is added later is fuzzed too. */
export function operationsOf(document: { readonly paths: Readonly<Record<string, Readonly<Record<string, Described>>>> }): Operation[] {
  return Object.entries(document.paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, o]) => ({
      method: method.toUpperCase(),
      path,
      permission: o['x-permission'] ?? '',
      parameters: o.parameters ?? [],
      body: o.requestBody?.content?.['application/json']?.schema ?? null,
    })),
  );
}

/** Bodies that are no JSON, or none that a serializer writes. */
const RAW = fc.constantFrom(
  '',
  '{',
  'null',
  '"x"',
  '[]',
  '\ufeff{}',
  '\u0000',
  '{"a":1,"a":2}',
  '{"__proto__":{"x":1}}',
  '{"constructor":{"prototype":{"x":1}}}',
  '"\\ud800"',
  '1e999',
  '['.repeat(50_000),
);
const TYPES = fc.constantFrom(
  'text/plain',
  'application/json; charset=utf-16',
  'multipart/form-data',
  'multipart/form-data; boundary=x',
  'application/xml',
  'x',
);

/** A file that is taken wherever one is. */
function onePdf(): { text: string; type: string } {
  const [body, { headers }] = multipart('prova.pdf', Buffer.from('%PDF-1.4\n1 0 obj <</Type/Catalog>> endobj\n%%EOF\n'));
  return { text: body.toString('latin1'), type: headers['content-type'] ?? '' };
}

/** Half of the requests are what the document asks for, half have one to three things wrong. */
export function requestsOf(operation: Operation, pool: Pool, secrets: readonly string[]): fc.Arbitrary<FuzzRequest> {
  return fc
    .record({
      segments: segmentsOf(operation, pool),
      query: queryOf(operation, pool),
      payload: payloadOf(operation, pool),
      headers: headersOf(secrets),
      upToDate: often(5),
      asPublic: often(1),
    })
    .map(({ segments, query, payload, headers, upToDate, asPublic }) => ({
      path:
        namesOf(operation).reduce((path, name, i) => path.replace(`{${name}}`, encodeURIComponent(segments[i] ?? '')), operation.path) +
        query,
      payload: payload?.text,
      headers: { ...(payload === null ? {} : { 'content-type': payload.type }), ...headers },
      upToDate,
      asPublic,
    }));
}

/** True so many times out of six. */
const often = (times: number): fc.Arbitrary<boolean> => fc.nat({ max: 5 }).map(n => n < times);
const namesOf = ({ path }: Operation): string[] => [...path.matchAll(/\{(\w+)\}/g)].map(([, name = '']) => name);

function segmentsOf(operation: Operation, pool: Pool): fc.Arbitrary<string[]> {
  const odd = fc.oneof(
    fc.uuid(),
    fc.constantFrom('__proto__', '..', '%00', 'x'.repeat(3000)),
    fc.string({ unit: 'binary', minLength: 1, maxLength: 80 }).filter(s => s.isWellFormed()),
  );
  const segment = (name: string): fc.Arbitrary<string> => {
    const schema = operation.parameters.find(p => p.in === 'path' && p.name === name)?.schema ?? {};
    const known = pool[name] ?? [];
    const real = known.length > 0 ? fc.constantFrom(...known) : validOf(schema, pool, name).map(String);
    return fc.oneof({ arbitrary: real, weight: 19 }, { arbitrary: odd, weight: 1 });
  };
  return fc.tuple(...namesOf(operation).map(segment));
}

/** The parameters the operation knows, rightly or wrongly filled; sometimes one it does not know, or one twice. */
function queryOf(operation: Operation, pool: Pool): fc.Arbitrary<string> {
  const pairs = operation.parameters
    .filter(p => p.in === 'query')
    .map(({ name, schema = {} }) =>
      fc
        .oneof({ arbitrary: validOf(schema, pool, name), weight: 8 }, { arbitrary: HOSTILE, weight: 1 })
        .map(value => [name, asText(value)] as const),
    );
  const extra = fc.oneof(
    { arbitrary: fc.constant([]), weight: 6 },
    {
      arbitrary: fc.constantFrom(
        [['altro', '1']],
        [
          ['limit', '1'],
          ['limit', '2'],
        ],
        [['stato[]', 'x']],
        [['__proto__', 'x']],
      ),
      weight: 1,
    },
  );
  return fc
    .tuple(fc.tuple(...pairs), fc.array(fc.boolean(), { minLength: pairs.length, maxLength: pairs.length }), extra)
    .map(([given, kept, more]) => {
      const text = new URLSearchParams(
        [...given.filter((_, i) => kept[i]), ...more].map(([k = '', v = '']): [string, string] => [k, v]),
      ).toString();
      return text === '' ? '' : `?${text}`;
    });
}

/** Short enough for an URL that leaves a browser. */
const asText = (value: unknown): string =>
  (typeof value === 'string' ? value : (JSON.stringify(value) ?? '')).slice(0, 4000).toWellFormed();

function payloadOf({ method, path, body }: Operation, pool: Pool): fc.Arbitrary<{ text: string; type: string } | null> {
  if (method === 'GET' || method === 'DELETE') return fc.constant(null);
  const valid = body === null ? fc.constant<unknown>({}) : validOf(body, pool);
  const mutated = fc.tuple(valid, fc.array(MUTATION, { minLength: 1, maxLength: 3 })).map(([value, wrong]) => wrong.reduce(mutate, value));
  const json = fc.constant('application/json');
  const file = body === null && /\/(files?|statuto|atti|firmati)$/.test(path) ? [{ arbitrary: fc.constant(onePdf()), weight: 10 }] : [];
  const text = (value: unknown): string => JSON.stringify(value) ?? 'null';
  return fc.oneof(
    ...file,
    { arbitrary: fc.record({ text: valid.map(text), type: json }), weight: 10 },
    { arbitrary: fc.record({ text: mutated.map(text), type: json }), weight: 8 },
    { arbitrary: fc.record({ text: RAW, type: json }), weight: 1 },
    { arbitrary: fc.record({ text: valid.map(text), type: TYPES }), weight: 1 },
  );
}

function headersOf(secrets: readonly string[]): fc.Arbitrary<Record<string, string>> {
  const printable = fc.string({ maxLength: 120 }).map(text => text.replace(/[^\u0020-\u007e]/g, ''));
  const mostly = (right: fc.Arbitrary<string>, ...wrong: string[]) =>
    fc.oneof({ arbitrary: right, weight: 8 }, { arbitrary: fc.constantFrom(...wrong), weight: 1 }, { arbitrary: printable, weight: 1 });
  const fresh = fc.constant(null).map(() => newKey());
  return fc.record({
    'if-match': mostly(fc.constant('"1"'), '"0"', '"9999999999"', '*', 'W/"1"', ''),
    'idempotency-key': mostly(fresh, '', 'breve', 'x'.repeat(200)),
    'x-segreto': mostly(fc.constantFrom(...secrets), '', 'x'.repeat(43)),
  });
}
