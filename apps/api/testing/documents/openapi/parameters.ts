import { ParseEnumPipe, ParseUUIDPipe } from '@nestjs/common';
import { AZIONI_DI } from '@tavoli/shared';
import type { DeclaredRoute } from '../../../src/platform/access/access.audit.js';
import type { AccessRule } from '../../../src/platform/access/access.decorator.js';
import type { Json, Schemas } from './schemas.js';
import { PARAMETERS } from './words.js';

const SLUG = { type: 'string', minLength: 2, maxLength: 80, pattern: '^[a-z0-9-]+$' };
const UUID = { type: 'string', format: 'uuid', maxLength: 36 };
const SHA256 = { type: 'string', maxLength: 64, pattern: '^[0-9a-f]{64}$' };

/** Of the path, of the preconditions and of the query, each with what it means. */
export function parametersOf(route: DeclaredRoute, schemas: Schemas): Json[] {
  const path = [...route.path.matchAll(/:(\w+)/g)].map(([, name = '']) => parameter('path', name, true, segment(route, name)));
  const headers = [
    ...(route.versioned ? [parameter('header', 'If-Match', true, { type: 'string', maxLength: 90, pattern: '^"\\d{1,10}"$' })] : []),
    ...(route.idempotent
      ? [parameter('header', 'Idempotency-Key', true, { type: 'string', maxLength: 90, pattern: '^[A-Za-z0-9_-]{16,80}$' })]
      : []),
  ];
  return [
    ...path,
    ...headers,
    ...route.inputs.filter(input => input.in === 'query').flatMap(({ schema }) => query(schemas.input(schema as never))),
  ];
}

function query({ properties, required }: Json): Json[] {
  const due = (required ?? []) as readonly string[];
  return Object.entries((properties ?? {}) as Record<string, Json>).map(([name, schema]) =>
    parameter('query', name, due.includes(name), schema),
  );
}

function parameter(where: string, name: string, required: boolean, schema: Json): Json {
  const description = PARAMETERS[name];
  if (description === undefined) throw new Error(`The parameter ${name} has no words in words.ts.`);
  return { name, in: where, description, required, schema };
}

/** As the pipe of the handler judges it, or the guard that finds the place. */
function segment(route: DeclaredRoute, name: string): Json {
  const pipes = route.named.find(n => n.in === 'path' && n.name === name)?.pipes ?? [];
  const choice = pipes.find(pipe => pipe instanceof ParseEnumPipe) as { enumType?: Record<string, string> } | undefined;
  const rule = route.rule as AccessRule;
  if (choice?.enumType !== undefined) return { type: 'string', enum: Object.values(choice.enumType) };
  if (pipes.some(pipe => pipe === ParseUUIDPipe || pipe instanceof ParseUUIDPipe)) return UUID;
  if (name === 'azione') return { type: 'string', enum: 'azioneDi' in rule ? AZIONI_DI[rule.azioneDi] : [] };
  if (name === 'sha256') return SHA256;
  return name === 'ambito' || name === 'tavolo' ? SLUG : UUID;
}
