import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { dichiarazioneDi, PROBLEMS, problemView } from '@tavoli/shared';
import { AccessAudit, type DeclaredRoute } from '../../src/platform/access/access.audit.js';
import type { AccessRule } from '../../src/platform/access/access.decorator.js';
import { VERSION } from '../../src/platform/config/version.js';
import { EXAMPLES } from './openapi/examples.js';
import { parametersOf } from './openapi/parameters.js';
import { BESIDE, BESIDE_TAGS } from './openapi/beside.js';
import { REFUSAL, refusalsOf, rolesOf } from './openapi/refusals.js';
import { Schemas, type Json } from './openapi/schemas.js';
import { thrownByHandlers } from './openapi/thrown.js';
import { TAGS } from './openapi/words.js';

export interface OpenApi extends Json {
  readonly paths: Record<string, Record<string, Json>>;
  readonly components: { readonly schemas: Record<string, Json>; readonly responses: Record<string, Json>; readonly securitySchemes: Json };
}

/** The document as it is committed, which `documents.spec` compares with the code: to ask the compiler what handlers throw takes its half minute. */
export const committedOpenApi = (): OpenApi =>
  JSON.parse(readFileSync(join(import.meta.dirname, '../../../../openapi.json'), 'utf8')) as OpenApi;

/** The API as OpenAPI 3.1: every word of it is derived from what the handlers declare and from the schemas that check requests and answers. */
export function openapiOf(app: NestFastifyApplication): OpenApi {
  const schemas = new Schemas();
  schemas.answer(problemView);
  const routes = app.get(AccessAudit, { strict: false }).routes();
  const thrown = thrownByHandlers();
  const paths: OpenApi['paths'] = {};
  for (const route of routes)
    (paths[route.path.replace(/:(\w+)/g, '{$1}')] ??= {})[route.method.toLowerCase()] = {
      ...operation(route, schemas),
      responses: { ...done(route, schemas), ...refusalsOf(route, thrown.get(route.handler) ?? []) },
    };
  const used = new Set(routes.map(tagOf));
  return JSON.parse(
    JSON.stringify({
      openapi: '3.1.0',
      info: INFO,
      servers: [{ url: '/', description: 'Where this description was read.' }],
      tags: Object.entries(TAGS)
        .filter(([name]) => used.has(name))
        .map(([name, description]) => ({ name, description }))
        .concat(BESIDE_TAGS),
      paths: { ...paths, ...BESIDE },
      'x-problems': Object.fromEntries(Object.entries(PROBLEMS).map(([code, [status, words]]) => [code, `${status} ${words}`])),
      components: {
        responses: { Refusal: REFUSAL },
        schemas: Object.fromEntries(Object.entries(schemas.components).sort(([a], [b]) => (a < b ? -1 : 1))),
        securitySchemes: SECURITY,
      },
    }),
  ) as OpenApi;
}

const INFO = {
  title: 'Tavoli Tematici',
  summary: 'The API of the portal of the Tavoli Tematici del Piano di Zona.',
  description:
    'Reads without a padlock are open to anyone. Writes are accepted only from the portal’s own origin: send `Origin`. Refusals are RFC 9457 problem details with a stable `code` and words in Italian. How to begin: docs/api.md of the sources.',
  version: VERSION,
  license: { name: 'EUPL-1.2', url: 'https://eupl.eu/1.2/it' },
};

const SECURITY = {
  sessione: {
    type: 'apiKey',
    in: 'cookie',
    name: '__Host-sessione',
    description: 'Set by `POST /api/v1/sessione`; without `__Host-` on plain HTTP.',
  },
  segreto: { type: 'apiKey', in: 'header', name: 'X-Segreto', description: 'The secret of a mailed link: what follows `#` in it.' },
};

const operationIdOf = (route: DeclaredRoute): string => route.handler.replace('Controller.', '.');
const permissionOf = (rule: AccessRule): string => ('permission' in rule ? rule.permission : `${rule.azioneDi}.{azione}`);
const tagOf = ({ rule }: DeclaredRoute): string => permissionOf(rule as AccessRule).split('.', 1)[0] ?? '';

function operation(route: DeclaredRoute, schemas: Schemas): Json {
  const { answer } = route;
  const operationId = operationIdOf(route);
  const example = EXAMPLES[operationId];
  return {
    operationId,
    tags: [tagOf(route)],
    summary: answer?.summary,
    'x-permission': permissionOf(route.rule as AccessRule),
    security: securityOf(route),
    parameters: parametersOf(route, schemas),
    ...requestBody(route, schemas, example?.request),
  };
}

/** None where anyone may come; else the cookie of a session, or the secret of a mailed link. */
function securityOf(route: DeclaredRoute): Json[] {
  const roles = rolesOf(route);
  if (route.named.some(n => n.in === 'header' && n.name.toLowerCase() === 'x-segreto')) return [{ segreto: [] }];
  if (roles.has('pubblico')) return [];
  const signedIn = [...roles].some(role => dichiarazioneDi(role)?.dove !== 'segreto');
  return [...(roles.has('designato') ? [{ segreto: [] }] : []), ...(signedIn ? [{ sessione: [] }] : [])];
}

function requestBody(route: DeclaredRoute, schemas: Schemas, example: unknown): Json {
  const body = route.inputs.find(input => input.in === 'body');
  if (route.upload !== undefined) return { requestBody: { required: true, content: { 'multipart/form-data': form(route.upload) } } };
  if (body === undefined) return {};
  const schema = schemas.input(body.schema as never);
  return { requestBody: { required: true, content: { 'application/json': { schema, ...(example === undefined ? {} : { example }) } } } };
}

function form({ types, maxBytes }: NonNullable<DeclaredRoute['upload']>): Json {
  const most = maxBytes === undefined ? 'as large as `UPLOAD_MAX_MB` of the installation allows' : `at most ${maxBytes / 1024 / 1024} MB`;
  const file = { type: 'string', format: 'binary', description: `One file, ${most}.` };
  return {
    schema: { type: 'object', required: ['file'], properties: { file }, additionalProperties: false },
    encoding: { file: { contentType: types.join(', ') } },
  };
}

const done = (route: DeclaredRoute, schemas: Schemas): Json => ({
  [route.status]: success(route, schemas, EXAMPLES[operationIdOf(route)]?.answer),
});

function success({ answer, status }: DeclaredRoute, schemas: Schemas, example: unknown): Json {
  const description =
    answer?.json || answer?.files ? 'Done.' : status === 202 ? 'Taken up: what follows comes by mail.' : 'Done: there is nothing to read.';
  if (answer?.json)
    return {
      description,
      content: { 'application/json': { schema: schemas.answer(answer.json), ...(example === undefined ? {} : { example }) } },
    };
  if (answer?.files) return { description, content: Object.fromEntries(answer.files.map(type => [type, file(type)])) };
  return { description };
}

/** Of what is not described further: a text, or bytes. */
const file = (type: string): Json =>
  /json/.test(type) ? {} : { schema: { type: 'string', ...(type.startsWith('text/') ? {} : { format: 'binary' }) } };
