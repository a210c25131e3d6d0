import fc from 'fast-check';
import { nuovoCodiceFiscale } from '../scenario/enti.js';

/** JSON Schema, as far as the document uses it. */
export interface Schema {
  readonly type?: string | readonly string[];
  readonly enum?: readonly unknown[];
  readonly const?: unknown;
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly required?: readonly string[];
  readonly items?: Schema;
  readonly anyOf?: readonly Schema[];
  readonly oneOf?: readonly Schema[];
  readonly format?: string;
  readonly pattern?: string;
  readonly minItems?: number;
  readonly minLength?: number;
  readonly maxLength?: number;
  readonly maximum?: number;
  readonly minimum?: number;
}

/** Names of things that exist, by the parameter or field that holds them; `tavolo` is a slug in an URL's path, and `tavoloId` elsewhere. */
export type Pool = Readonly<Record<string, readonly string[]>>;

const deep = (levels: number): unknown => (levels === 0 ? {} : { a: deep(levels - 1) });

/** What no form sends. */
export const HOSTILE: fc.Arbitrary<unknown> = fc.oneof(
  fc.constantFrom<unknown>(
    null,
    true,
    -1,
    0,
    1e308,
    2 ** 53,
    '',
    ' ',
    '\u0000',
    '\ud800',
    '\u202e',
    'a\r\nb: c',
    '<script>',
    "'; --",
    '%00',
    '../../etc',
    '=1+1',
    'x'.repeat(100_000),
    [],
    {},
    [[[[[]]]]],
    deep(500),
    '2026-02-30T25:61:00Z',
    '2026-03-29T02:30:00+01:00',
    '00000000-0000-0000-0000-000000000000',
    '__proto__',
    { __proto__: null, constructor: 1 },
  ),
  fc.string({ unit: 'binary', maxLength: 300 }),
  fc.integer(),
  fc.double(),
  fc.array(fc.string(), { maxLength: 5 }),
  fc.object({ maxDepth: 3 }),
);

const DAY = 86_400_000;
const NOON = Math.floor(Date.now() / DAY) * DAY + DAY / 2;
const instants = (...days: number[]) => fc.constantFrom(...days.map(n => new Date(NOON + n * DAY).toISOString()));
/** Few, so that a beginning and its end often stand as they should. */
const INSTANTS = instants(-30, -1, 1, 10, 10.1, 20, 20.1, 60);
const BEGINS = instants(10, 20);
const ENDS = instants(10.1, 20.1);
/** Where the schema says less than the check behind it. */
const EXAMPLES: Readonly<Record<string, fc.Arbitrary<unknown>>> = {
  codiceFiscale: fc.nat().map(n => (n % 2 === 0 ? 'RSSMRA85T10A562S' : nuovoCodiceFiscale())),
  partitaIva: fc.nat().map(n => (n % 2 === 0 ? null : nuovoCodiceFiscale())),
  ricevutaIl: fc.constantFrom('2026-01-15', '2026-02-30'),
  password: fc.constantFrom('zattera ombrosa e fanale 73', 'password1234'),
  inizioAt: BEGINS,
  apreAt: instants(-1, 10),
  da: BEGINS,
  fineAt: ENDS,
  chiudeAt: ENDS,
  a: ENDS,
  href: fc.constantFrom('https://prova.test', 'mailto:a@prova.test', 'javascript:alert(1)'),
};

/** A Piano names its years, other things their days, by the same words. */
const YEARS: Readonly<Record<string, readonly number[]>> = { dal: [2027, 2028], al: [2027, 2029] };

/** What the schema asks for. */
export function validOf(schema: Schema, pool: Pool, name = '', depth = 0): fc.Arbitrary<unknown> {
  const example = Object.hasOwn(EXAMPLES, name) ? EXAMPLES[name] : undefined;
  if (example !== undefined) return example;
  if (schema.type === 'integer' && Object.hasOwn(YEARS, name)) return fc.constantFrom(...(YEARS[name] ?? []));
  if (schema.const !== undefined) return fc.constant(schema.const);
  if (schema.enum) return fc.constantFrom(...schema.enum);
  const choices =
    schema.anyOf ?? schema.oneOf ?? (Array.isArray(schema.type) ? (schema.type as string[]).map(type => ({ ...schema, type })) : []);
  if (choices.length > 0) return fc.oneof(...choices.map(choice => validOf(choice, pool, name, depth)));
  switch (schema.type) {
    case 'object':
      return objectOf(schema, pool, name, depth);
    case 'array':
      return depth > 12
        ? fc.constant([])
        : fc.array(validOf(schema.items ?? {}, pool, name, depth + 1), {
            minLength: schema.minItems ?? 0,
            maxLength: Math.max(3, schema.minItems ?? 0),
          });
    case 'integer':
    case 'number':
      return fc.integer({ min: Math.max(schema.minimum ?? -10, -1e6), max: Math.min(schema.maximum ?? 100, 1e6) });
    case 'boolean':
      return fc.boolean();
    case 'null':
      return fc.constant(null);
    default:
      return textOf(schema, pool, name);
  }
}

/** The `id` of one of `designazioni` is that of a designazione. */
function objectOf({ properties = {}, required }: Schema, pool: Pool, of: string, depth: number): fc.Arbitrary<unknown> {
  const fields = Object.fromEntries(
    Object.entries(properties).map(([name, field]) => [name, validOf(field, pool, name === 'id' ? of : name, depth + 1)]),
  );
  return fc.record(fields, { requiredKeys: [...(required ?? [])] });
}

function textOf({ format, pattern, minLength = 0, maxLength = 60 }: Schema, pool: Pool, name: string): fc.Arbitrary<unknown> {
  if (format === 'uuid') return idOf(pool, name);
  if (format === 'date-time') return INSTANTS;
  if (format === 'date') return INSTANTS.map(i => i.slice(0, 10));
  if (pattern !== undefined) return fc.stringMatching(new RegExp(pattern)).filter(s => s.length <= maxLength);
  const words = fc
    .constantFrom('Testo di prova abbastanza lungo', 'Prova', 'Città di Prova')
    .filter(s => s.length <= maxLength && s.length >= minLength);
  return fc.oneof(words, fc.string({ minLength: Math.max(1, minLength), maxLength: Math.min(maxLength, minLength + 60) }));
}

function idOf(pool: Pool, name: string): fc.Arbitrary<string> {
  const known = pool[`${name}Id`] ?? pool[name] ?? pool[name.replace(/Id$/, '')] ?? [];
  return known.length === 0
    ? fc.uuid()
    : fc.oneof({ arbitrary: fc.constantFrom(...known), weight: 9 }, { arbitrary: fc.uuid(), weight: 1 });
}
