import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { DocumentBuilder, SwaggerModule, type OpenAPIObject } from '@nestjs/swagger';
import {
  AZIONI_ADESIONE,
  AZIONI_AUTORE,
  AZIONI_AVVISO,
  AZIONI_COMMENTO,
  AZIONI_CONSENSO,
  AZIONI_CONTRIBUTO,
  AZIONI_CORREZIONE,
  AZIONI_DESIGNAZIONE,
  AZIONI_ELABORATO,
  AZIONI_ENTE,
  AZIONI_FASE,
  AZIONI_FIRMA,
  AZIONI_INCONTRO,
  AZIONI_INVITO,
  AZIONI_OSSERVAZIONE,
  AZIONI_PIANO,
  AZIONI_VERBALE,
  DECISIONI_RIESAME,
  PROBLEMS,
} from '@tavoli/shared';
import type { AccessRule } from '../../src/platform/access/access.decorator.js';
import { AccessAudit, type DeclaredRoute } from '../../src/platform/access/access.audit.js';
import { VERSION } from '../../src/platform/config/version.js';

const AZIONI: Record<string, readonly string[]> = {
  designazione: AZIONI_DESIGNAZIONE,
  ente: AZIONI_ENTE,
  avviso: AZIONI_AVVISO,
  incontro: AZIONI_INCONTRO,
  verbale: AZIONI_VERBALE,
  fase: AZIONI_FASE,
  firmatario: AZIONI_FIRMA,
  adesione: AZIONI_ADESIONE,
  osservazione: AZIONI_OSSERVAZIONE,
  elaborato: AZIONI_ELABORATO,
  piano: AZIONI_PIANO,
  consenso: AZIONI_CONSENSO,
  invito: AZIONI_INVITO,
  contributo: AZIONI_CONTRIBUTO,
  autore: AZIONI_AUTORE,
};
const SLUG = { type: 'string', minLength: 2, maxLength: 80, pattern: '^[a-z0-9-]+$' } as const;
const UUID = { type: 'string', format: 'uuid', maxLength: 36 } as const;

interface Operation {
  operationId: string;
  parameters: { name: string; in: string; required?: boolean; schema?: object }[];
  responses: Record<string, object>;
  [extension: string]: unknown;
}

/** The API as OpenAPI 3.1: routes and bodies read from the code, permissions and preconditions from what the handlers declare. */
export function openapiOf(app: NestFastifyApplication): OpenAPIObject {
  const head = new DocumentBuilder()
    .setOpenAPIVersion('3.1.0')
    .setTitle('Tavoli Tematici')
    .setDescription(
      'The API of the portal of the Tavoli Tematici del Piano di Zona. Writes are accepted only from the portal’s own pages; reads marked `pubblico` are open to anyone.',
    )
    .setVersion(VERSION)
    .setLicense('EUPL-1.2', 'https://eupl.eu/1.2/it')
    .build();
  const document = SwaggerModule.createDocument(app, head);
  document.components = {
    schemas: { Problem: PROBLEM } as never,
    securitySchemes: {
      sessione: { type: 'apiKey', in: 'cookie', name: '__Host-sessione' },
      segreto: { type: 'apiKey', in: 'header', name: 'X-Segreto' },
    },
  };
  for (const route of app.get(AccessAudit, { strict: false }).routes()) describe(document, route);
  return JSON.parse(JSON.stringify(document)) as OpenAPIObject;
}

function describe(document: OpenAPIObject, route: DeclaredRoute): void {
  const path = document.paths[route.path.replace(/:(\w+)/g, '{$1}')] as Record<string, Operation> | undefined;
  const operation = path?.[route.method.toLowerCase()];
  if (!operation) throw new Error(`${route.method} ${route.path} is missing from the document.`);
  const rule = route.rule as AccessRule;
  operation.operationId = route.handler.replace('Controller.', '.');
  operation['x-permission'] = 'permission' in rule ? rule.permission : `${rule.azioneDi}.{azione}`;
  const params = [...route.path.matchAll(/:(\w+)/g)].map(([, name = '']) => ({
    name,
    in: 'path',
    required: true,
    schema: schemaOf(name, rule),
  }));
  const headers = [
    ...(route.versioned ? [header('If-Match', '^"\\d{1,10}"$')] : []),
    ...(route.idempotent ? [header('Idempotency-Key', '^[A-Za-z0-9_-]{16,80}$')] : []),
  ];
  operation.parameters = [...params, ...headers, ...operation.parameters.filter(p => p.in === 'query')];
  operation.responses['default'] = {
    description: 'A refusal, as RFC 9457 problem details.',
    content: { 'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } } },
  };
}

/** Parameters that name no thing. */
const OTHER: Readonly<Record<string, object>> = {
  risposta: { type: 'string', enum: AZIONI_INVITO },
  esito: { type: 'string', enum: AZIONI_CORREZIONE },
  decisione: { type: 'string', enum: DECISIONI_RIESAME },
  step: { type: 'string', enum: AZIONI_AUTORE },
  giudizio: { type: 'string', enum: AZIONI_COMMENTO },
  sha256: { type: 'string', maxLength: 64, pattern: '^[0-9a-f]{64}$' },
};

function schemaOf(name: string, rule: AccessRule): object {
  const other = OTHER[name];
  if (other !== undefined) return other;
  if (name === 'azione') return { type: 'string', enum: 'azioneDi' in rule ? AZIONI[rule.azioneDi] : [] };
  return name === 'ambito' || name === 'tavolo' ? SLUG : UUID;
}

const header = (name: string, pattern: string) => ({
  name,
  in: 'header',
  required: true,
  schema: { type: 'string', maxLength: 90, pattern },
});

const text = (maxLength: number) => ({ type: 'string', maxLength });
const PROBLEM = {
  type: 'object',
  required: ['type', 'title', 'status', 'code'],
  properties: {
    type: text(200),
    title: text(300),
    status: { type: 'integer', minimum: 400, maximum: 599 },
    code: { type: 'string', enum: Object.keys(PROBLEMS) },
    detail: text(1000),
    instance: text(100),
    version: { type: 'integer', minimum: 1 },
    errors: {
      type: 'array',
      maxItems: 50,
      items: {
        type: 'object',
        required: ['pointer', 'code', 'message'],
        properties: { pointer: text(200), code: text(100), message: text(300) },
      },
    },
  },
};
