import * as shared from '@tavoli/shared';
import * as z from 'zod';
import { docsOf, type Docs } from './docstrings.js';

export type Json = Record<string, unknown>;

/** Names of the schemas that stand by themselves in the document: every view of `libs/shared`, and the two languages that people write in. */
const NAMES = z.registry<{ id: string }>();
for (const [name, value] of Object.entries(shared))
  if (value instanceof z.ZodType && (name.endsWith('View') || name === 'Documento' || name === 'ContenutoSezione'))
    NAMES.add(value, { id: `${name.charAt(0).toUpperCase()}${name.slice(1)}` });

/** As JSON Schema 2020-12, with what a caller writes or reads: defaults may be left out. Named schemas become references to `components`. */
export class Schemas {
  readonly components: Record<string, Json> = {};
  private readonly docs: Docs = docsOf();

  /** Of an answer. */
  answer(schema: z.ZodType): Json {
    const json: unknown = z.toJSONSchema(z.object({ it: schema }), { metadata: NAMES, io: 'input', override: plainer });
    const { $defs, properties } = json as { $defs?: Record<string, Json>; properties: { it: Json } };
    for (const [name, { id: _id, ...definition }] of Object.entries($defs ?? {}))
      this.components[name] ??= this.told(name, relocated(definition) as Json);
    return relocated(properties.it) as Json;
  }

  /** Of what is sent, whole: whoever makes requests needs no other place to look at. */
  input(schema: z.ZodType): Json {
    const { $schema: _, ...json } = z.toJSONSchema(schema, { metadata: z.registry(), io: 'input' });
    return json;
  }

  private told(name: string, definition: Json): Json {
    const docs = this.docs.get(`${name.charAt(0).toLowerCase()}${name.slice(1)}`);
    return docs === undefined ? definition : describe(definition, docs);
  }
}

type Told = NonNullable<ReturnType<Docs['get']>>;

/** Puts the words of the source beside what they are about, fields inside fields too. */
function describe(schema: Json, { text, fields }: Told): Json {
  const own = text === undefined || '$ref' in schema ? schema : { ...schema, description: text };
  const within = (value: unknown): unknown => (isJson(value) ? describe(value, { fields }) : value);
  const properties = own['properties'];
  return {
    ...own,
    ...(isJson(properties)
      ? { properties: Object.fromEntries(Object.entries(properties).map(([k, v]) => [k, field(v, fields.get(k))])) }
      : {}),
    ...('items' in own ? { items: within(own['items']) } : {}),
    ...(Array.isArray(own['anyOf']) ? { anyOf: own['anyOf'].map(within) } : {}),
  };
}

function field(schema: unknown, told: Told | undefined): unknown {
  if (!isJson(schema) || told === undefined) return schema;
  // Beside a reference a description is allowed since 3.1.
  return '$ref' in schema && told.text !== undefined ? { ...schema, description: told.text } : describe(schema, told);
}

const isJson = (value: unknown): value is Json => typeof value === 'object' && value !== null && !Array.isArray(value);

const relocated = (node: unknown): unknown => JSON.parse(JSON.stringify(node).replaceAll('"#/$defs/', '"#/components/schemas/')) as unknown;

interface Overridden {
  minimum?: number;
  maximum?: number;
  propertyNames?: { enum?: readonly string[] };
  properties?: Record<string, unknown>;
  additionalProperties?: unknown;
}

/** Whole numbers of an answer are bounded by what they count, not by what JavaScript can count; a record of known keys is an object with these fields. */
function plainer({ jsonSchema }: { jsonSchema: object }): void {
  const schema = jsonSchema as Overridden;
  if (schema.minimum === Number.MIN_SAFE_INTEGER) delete schema.minimum;
  if (schema.maximum === Number.MAX_SAFE_INTEGER) delete schema.maximum;
  const keys = schema.propertyNames?.enum;
  if (keys === undefined) return;
  schema.properties = Object.fromEntries(keys.map(key => [key, schema.additionalProperties]));
  schema.additionalProperties = false;
  delete schema.propertyNames;
}
