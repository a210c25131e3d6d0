import { randomUUID } from 'node:crypto';
import type { CallHandler, ExecutionContext, NestInterceptor } from '@nestjs/common';
import { AZIONI_DI, type Permission } from '@tavoli/shared';
import type { Observable } from 'rxjs';
import type { AccessRule } from '../../src/platform/access/access.decorator.js';
import { AccessAudit, type DeclaredRoute } from '../../src/platform/access/access.audit.js';
import { KINDS } from '../../src/kinds.js';
import { ProblemError } from '../../src/platform/problem/problem.error.js';
import type { World } from '../app.js';
import { newKey } from '../client.js';
import { ACTORS, type ActorName, type Cast } from './cast.js';

/** Ends every request right after the guards with a status that nothing else gives to a request that carries `If-Match`. */
export class StopAfterGuards implements NestInterceptor {
  intercept(_: ExecutionContext, __: CallHandler): Observable<unknown> {
    throw new ProblemError('versione.mancante');
  }
}

/** What a cell of the golden file says. */
const LETTERS: Readonly<Record<number, string>> = { 428: 'sì', 401: 'chi?', 403: 'no', 404: '—' };

export interface Row {
  readonly name: string;
  readonly permission: Permission;
  readonly method: 'GET' | 'POST' | 'PUT' | 'DELETE';
  readonly url: string;
}

/** Every route of the product, for each step it may name and each state of the thing it is about. */
export function rowsOf(world: World, cast: Cast): Row[] {
  return world.app
    .get(AccessAudit, { strict: false })
    .routes()
    .flatMap(route => variants(route).map(v => ({ ...v, route })))
    .flatMap(({ path, permission, route }) => {
      const kind = KINDS.named(Object.fromEntries([...path.matchAll(/:(\w+)/g)].map(([, name = '']) => [name, name])));
      return (kind ? (cast.things[kind] ?? []) : [{ stato: '', id: '' }]).map(thing => ({
        name: `${route.method} ${path}${thing.stato ? ` [${thing.stato}]` : ''}`,
        permission,
        method: route.method as Row['method'],
        url: fill(path, { ...(kind ? { [kind]: thing.id } : {}), ambito: cast.things['ambito']?.[0]?.id ?? '' }),
      }));
    })
    .sort((a, b) => (a.name < b.name ? -1 : 1));
}

/** The outcome of a row for every actor, in the order of `ACTORS`. */
export function walk(world: World, cast: Cast, row: Row): Promise<string[]> {
  return Promise.all(ACTORS.map(actor => knock(world, cast, row, actor)));
}

async function knock(world: World, cast: Cast, row: Row, actor: ActorName): Promise<string> {
  const secret = cast.secrets[actor];
  const headers: Record<string, string> = secret ? { 'x-segreto': secret } : {};
  const options = { version: 1, key: newKey(), headers };
  const { status } = await world
    .as(cast.people[actor] ?? null)
    .send(row.method, row.url, row.method === 'GET' || row.method === 'DELETE' ? undefined : {}, options);
  return LETTERS[status] ?? String(status);
}

export function variants({ path, rule }: DeclaredRoute): { path: string; permission: Permission }[] {
  const declared = rule as AccessRule;
  if ('permission' in declared) return [{ path, permission: declared.permission }];
  return AZIONI_DI[declared.azioneDi].map(azione => ({
    path: path.replace(':azione', azione),
    permission: `${declared.azioneDi}.${azione}` as Permission,
  }));
}

export const fill = (path: string, params: Record<string, string>): string =>
  path.replace(/:(\w+)/g, (_, name: string) => params[name] ?? randomUUID());
