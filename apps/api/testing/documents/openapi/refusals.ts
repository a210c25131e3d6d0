import { PERMISSIONS, PROBLEMS, type Permission, type ProblemCode } from '@tavoli/shared';
import type { DeclaredRoute } from '../../../src/platform/access/access.audit.js';
import type { AccessRule } from '../../../src/platform/access/access.decorator.js';
import { P7M } from '../../../src/platform/storage/signed/signed-names.js';
import { CODES_OF_DATABASE } from './database.js';
import type { Json } from './schemas.js';

/** Whoever the handler may be open to, in all its steps. */
export function rolesOf(route: DeclaredRoute): ReadonlySet<string> {
  const rule = route.rule as AccessRule;
  const permissions = Object.keys(PERMISSIONS) as Permission[];
  const asked = 'permission' in rule ? [rule.permission] : permissions.filter(p => p.startsWith(`${rule.azioneDi}.`));
  return new Set(asked.flatMap(p => PERMISSIONS[p]));
}

const unsafe = ({ method }: DeclaredRoute): boolean => method !== 'GET';
const takes = ({ upload }: DeclaredRoute, type: string): boolean => upload?.types.includes(type) === true;
const reads = (route: DeclaredRoute, where: 'body' | 'query'): boolean => route.inputs.some(input => input.in === where);

/** What each guard on the way to a handler may refuse with, by what the handler declares. */
const GUARDS: readonly (readonly [applies: (route: DeclaredRoute) => boolean, codes: readonly ProblemCode[]])[] = [
  [() => true, ['richiesta.troppe', 'servizio.non_disponibile', 'errore.interno']],
  [unsafe, ['richiesta.origine_estranea']],
  [route => !rolesOf(route).has('pubblico'), ['accesso.richiesto', 'accesso.inattivo', 'accesso.negato']],
  [route => route.path.includes(':'), ['risorsa.non_trovata']],
  [route => route.named.some(n => n.in === 'path' && n.pipes.length > 0), ['richiesta.illeggibile']],
  [route => reads(route, 'query'), ['richiesta.non_valida']],
  [
    route => reads(route, 'body'),
    ['richiesta.non_valida', 'richiesta.illeggibile', 'richiesta.tipo_non_ammesso', 'richiesta.troppo_grande'],
  ],
  [route => route.versioned, ['versione.mancante', 'versione.superata']],
  [route => route.idempotent, ['idempotenza.mancante', 'idempotenza.in_corso', 'idempotenza.altra_richiesta']],
  [
    route => route.upload !== undefined,
    ['richiesta.illeggibile', 'richiesta.tipo_non_ammesso', 'file.vuoto', 'file.troppo_grande', 'file.troppi_insieme'],
  ],
  [route => takes(route, 'application/pdf') && !takes(route, 'image/png'), ['file.non_pdf']],
  [route => takes(route, 'application/pdf') && !takes(route, P7M), ['file.firmato']],
  [route => takes(route, P7M), ['file.firma_illeggibile', 'file.firmato_senza_pdf']],
  [route => (route.upload?.types.length ?? 0) > 1 && !takes(route, P7M), ['file.tipo_non_ammesso']],
  [route => route.answer?.files?.includes('application/pdf') === true, ['pdf.non_disponibile']],
];

/** Every code that a handler may refuse with: of the guards before it, and of what it calls. */
const codesOf = (route: DeclaredRoute, thrown: readonly ProblemCode[]): ProblemCode[] =>
  [
    ...new Set([
      ...GUARDS.flatMap(([applies, given]) => (applies(route) ? given : [])),
      ...thrown.filter(code => unsafe(route) || !CODES_OF_DATABASE.has(code)),
    ]),
  ].sort();

/** The refusals of a handler by status; the words of each code stand once, in `x-problems`. */
export function refusalsOf(route: DeclaredRoute, thrown: readonly ProblemCode[]): Record<string, Json> {
  const byStatus = Map.groupBy(codesOf(route, thrown), code => String(PROBLEMS[code][0]));
  return Object.fromEntries(
    [...byStatus].map(([status, codes]) => [
      status,
      { $ref: '#/components/responses/Refusal', description: codes.map(code => `\`${code}\``).join(', ') },
    ]),
  );
}

/** The codes that an operation of the document says it may refuse with. */
export const codesSaid = (responses: Readonly<Record<string, Json>>): string[] =>
  Object.entries(responses).flatMap(([status, said]) =>
    status >= '4' ? [...String(said['description']).matchAll(/`([a-z_.]+)`/g)].map(([, code = '']) => code) : [],
  );

export const REFUSAL: Json = {
  description: 'A refusal: its `code` says which, and `x-problems` in what words.',
  content: { 'application/problem+json': { schema: { $ref: '#/components/schemas/ProblemView' } } },
};
