import { PERMISSIONS, PROBLEMS, type Permission, type ProblemCode } from '@tavoli/shared';
import type { DeclaredRoute } from '../../../src/platform/access/access.audit.js';
import type { AccessRule } from '../../../src/platform/access/access.decorator.js';
import type { Json } from './schemas.js';

/** Whoever the handler may be open to, in all its steps. */
export function rolesOf(route: DeclaredRoute): ReadonlySet<string> {
  const rule = route.rule as AccessRule;
  const permissions = Object.keys(PERMISSIONS) as Permission[];
  const asked = 'permission' in rule ? [rule.permission] : permissions.filter(p => p.startsWith(`${rule.azioneDi}.`));
  return new Set(asked.flatMap(p => PERMISSIONS[p]));
}

const unsafe = ({ method }: DeclaredRoute): boolean => method !== 'GET';
const reads = (route: DeclaredRoute, where: 'body' | 'query'): boolean => route.inputs.some(input => input.in === where);

/** What each guard on the way to a handler may refuse with, by what the handler declares. */
const GUARDS: readonly (readonly [applies: (route: DeclaredRoute) => boolean, codes: readonly ProblemCode[]])[] = [
  [() => true, ['richiesta.troppe', 'servizio.non_disponibile', 'errore.interno']],
  [unsafe, ['richiesta.origine_estranea']],
  [route => !rolesOf(route).has('pubblico'), ['accesso.richiesto', 'accesso.inattivo', 'accesso.negato']],
  [route => route.path.includes(':'), ['risorsa.non_trovata']],
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
  [route => route.upload?.types.length === 1, ['file.non_pdf']],
  [route => (route.upload?.types.length ?? 0) > 1, ['file.tipo_non_ammesso']],
  [route => route.answer?.files?.includes('application/pdf') === true, ['pdf.non_disponibile']],
];

/** The refusals of a handler by status, and `default` for those of its own rules; each stands once in `components`, called by its codes. */
export function refusalsOf(route: DeclaredRoute, responses: Record<string, Json>): Record<string, Json> {
  const codes = [...new Set(GUARDS.flatMap(([applies, given]) => (applies(route) ? given : [])))].sort();
  const byStatus = Map.groupBy(codes, code => String(PROBLEMS[code][0]));
  responses['altro'] ??= refusal('Another refusal, by the rules of what is asked: `code` says which.');
  for (const some of byStatus.values())
    responses[nameOf(some)] ??= refusal(some.map(code => `\`${code}\`: ${PROBLEMS[code][1]}`).join(' '));
  return {
    ...Object.fromEntries([...byStatus].map(([status, some]) => [status, reference(nameOf(some))])),
    default: reference('altro'),
  };
}

const nameOf = (codes: readonly ProblemCode[]): string => codes.join('-');
const reference = (name: string): Json => ({ $ref: `#/components/responses/${name}` });

const refusal = (description: string): Json => ({
  description,
  content: { 'application/problem+json': { schema: { $ref: '#/components/schemas/ProblemView' } } },
});
