import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { codesSaid } from './refusals.js';
import type { Json } from './schemas.js';

type Paths = Readonly<Record<string, Readonly<Record<string, { readonly responses: Readonly<Record<string, Json>> }>>>>;
let paths: Paths | undefined;

/** The codes that the committed `openapi.json` says an operation may refuse with. */
export function refusalsSaid(method: string, path: string): readonly string[] {
  paths ??= (JSON.parse(readFileSync(join(import.meta.dirname, '../../../../../openapi.json'), 'utf8')) as { paths: Paths }).paths;
  const operation = paths[path.replace(/:(\w+)/g, '{$1}')]?.[method.toLowerCase()];
  return operation === undefined ? [] : codesSaid(operation.responses);
}
