import fc from 'fast-check';

/** A request as it will be sent; `body` is left out for methods without one. */
export interface FuzzRequest {
  readonly path: string;
  readonly body: unknown;
  readonly headers: Readonly<Record<string, string>>;
}

/** JSON Schema, as far as the document uses it. */
interface Schema {
  readonly type?: string;
  readonly enum?: readonly unknown[];
  readonly const?: unknown;
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly items?: Schema;
  readonly anyOf?: readonly Schema[];
  readonly oneOf?: readonly Schema[];
  readonly format?: string;
  readonly maximum?: number;
  readonly minimum?: number;
}

export interface Operation {
  readonly method: string;
  readonly path: string;
  readonly parameters: readonly { readonly name: string; readonly in: string; readonly schema?: Schema }[];
  readonly body: Schema | null;
}

interface Document {
  readonly paths: Readonly<Record<string, Readonly<Record<string, { parameters?: Operation['parameters']; requestBody?: { content?: Readonly<Record<string, { schema?: Schema }>> } }>>>>;
}

/** Every operation of the API, from its own document: what is added later is fuzzed too. */
export function operationsOf(document: Document): Operation[] {
  return Object.entries(document.paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, o]) => ({ method: method.toUpperCase(), path, parameters: o.parameters ?? [], body: o.requestBody?.content?.['application/json']?.schema ?? null })),
  );
}

/** What no form sends. */
const HOSTILE = fc.oneof(
  fc.constantFrom<unknown>(
    null, true, -1, 0, 1e308, 2 ** 53, '', ' ', '\u0000', '\ud800', '\u202e', 'a\r\nb: c', '<script>', "'; --", '%00', '../../etc', '=1+1', 'x'.repeat(30_000), [], {}, [[[[[]]]]],
    '2026-02-30T25:61:00Z', '2026-03-29T02:30:00+01:00', '00000000-0000-0000-0000-000000000000', '__proto__', { __proto__: null, constructor: 1 },
  ),
  fc.string({ unit: 'binary', maxLength: 300 }),
  fc.integer(),
  fc.double(),
  fc.array(fc.string(), { maxLength: 5 }),
  fc.object({ maxDepth: 3 }),
);

/** Mostly what the schema asks for, now and then something else in its place. */
function valueOf(schema: Schema, depth = 0): fc.Arbitrary<unknown> {
  const wrong = { arbitrary: HOSTILE, weight: 1 };
  return depth > 6 ? fc.constant(null) : fc.oneof(wrong, { arbitrary: rightOf(schema, depth), weight: 7 });
}

function rightOf(schema: Schema, depth: number): fc.Arbitrary<unknown> {
  if (schema.const !== undefined) return fc.constant(schema.const);
  if (schema.enum) return fc.constantFrom(...schema.enum);
  const choices = schema.anyOf ?? schema.oneOf;
  if (choices && choices.length > 0) return fc.oneof(...choices.map(choice => rightOf(choice, depth)));
  if (schema.format === 'uuid') return fc.uuid();
  if (schema.format === 'date-time') return fc.date({ min: new Date('2000-01-01'), max: new Date('2100-01-01'), noInvalidDate: true }).map(d => d.toISOString());
  switch (schema.type) {
    case 'object': return fc.record(Object.fromEntries(Object.entries(schema.properties ?? {}).map(([k, v]) => [k, valueOf(v, depth + 1)])), { requiredKeys: [] });
    case 'array': return fc.array(valueOf(schema.items ?? {}, depth + 1), { maxLength: 4 });
    case 'integer':
    case 'number': return fc.integer({ min: Math.max(schema.minimum ?? -10, -1e6), max: Math.min(schema.maximum ?? 100, 1e6) });
    case 'boolean': return fc.boolean();
    case 'null': return fc.constant(null);
    default: return fc.oneof(fc.string({ maxLength: 60 }), fc.constantFrom('nome@prova.test', 'Testo di prova abbastanza lungo', '2026-12-01T15:00:00Z', 'https://prova.test', '0983 123456'));
  }
}

/** @param things real names of things, by parameter: half the addresses lead to something */
export function requestsOf(operation: Operation, things: Readonly<Record<string, readonly string[]>>): fc.Arbitrary<FuzzRequest> {
  const names = [...operation.path.matchAll(/\{(\w+)\}/g)].map(([, name = '']) => name);
  const step = operation.parameters.find(p => p.name === 'azione')?.schema?.enum?.map(String) ?? [];
  const segment = (name: string) => {
    const real = name === 'azione' ? step : (things[name] ?? []);
    const odd = fc.oneof(fc.uuid(), fc.string({ unit: 'binary', minLength: 1, maxLength: 80 }).filter(s => s.isWellFormed()));
    return real.length === 0 ? odd : fc.oneof({ arbitrary: fc.constantFrom(...real), weight: 9 }, { arbitrary: odd, weight: 1 });
  };
  const query = fc.dictionary(fc.constantFrom('cursor', 'limit', 'stato', 'tavolo', 'da', 'a', 'inizioAt', 'fineAt', 'punto', 'altro'), fc.oneof(fc.string({ unit: 'binary', maxLength: 40 }), fc.constantFrom('1', '-1', '1e9', '2026-01-01T00:00:00Z')), { maxKeys: 3 });
  const headers = fc.record(
    {
      'if-match': fc.oneof(fc.constantFrom('"1"', '"0"', '"99999999999"', '*', 'W/"1"', ''), fc.string({ maxLength: 20 }).map(printable)),
      'idempotency-key': fc.oneof(fc.uuid(), fc.string({ maxLength: 100 }).map(printable)),
      'x-segreto': fc.string({ maxLength: 120 }).map(printable),
    },
    { requiredKeys: ['if-match', 'idempotency-key'] },
  );
  return fc.tuple(fc.tuple(...names.map(segment)), query, operation.body === null ? HOSTILE : valueOf(operation.body), headers).map(([segments, q, body, h]) => ({
    path: names.reduce((path, name, i) => path.replace(`{${name}}`, encodeURIComponent(segments[i] ?? '')), operation.path) + search(q),
    body,
    headers: h as Record<string, string>,
  }));
}

const printable = (text: string): string => text.replace(/[^\u0020-\u007e]/g, '');

function search(query: Record<string, string>): string {
  const text = new URLSearchParams(Object.entries(query).map(([k, v]): [string, string] => [k, v.toWellFormed()])).toString();
  return text === '' ? '' : `?${text}`;
}
