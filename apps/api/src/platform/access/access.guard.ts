import { Inject, Injectable, type CanActivate, type ExecutionContext } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import { AZIONI_DI, apertoATutti, colSegreto, hasPermission, rolesIn, type Permission } from '@tavoli/shared';
import type { FastifyRequest } from 'fastify';
import type { ResolvedPlace } from '../commands/context.js';
import { askedBy } from '../http/asking.js';
import { ProblemError } from '../problem/problem.error.js';
import { ACCESS, type AccessRule } from './access.decorator.js';
import { canSee } from './visible.js';
import { Kinds } from '../procedura/kinds.js';
import { Places } from './places.js';
import { contextOf, setContext } from './request-context.js';
import { SessionReader } from './session-reader.js';

/**
 * The one gate of the API: nothing runs unless its handler declares a permission that the actor holds where the URL points.
 * Cannot see it: 404. Can see, may not: 403. Nobody yet: 401.
 */
@Injectable()
export class AccessGuard implements CanActivate {
  constructor(
    private readonly reflector: Reflector,
    @Inject(Kinds) private readonly kinds: Kinds,
    @Inject(Places) private readonly places: Places,
    @Inject(SessionReader) private readonly sessions: SessionReader,
  ) {}

  async canActivate(execution: ExecutionContext): Promise<boolean> {
    const request = execution.switchToHttp().getRequest<FastifyRequest>();
    const rule = this.reflector.get<AccessRule | undefined>(ACCESS, execution.getHandler());
    if (rule === undefined) throw new ProblemError('accesso.negato');
    const params = request.params as Record<string, string | undefined>;
    const permission = permissionOf(rule, params['azione']);
    const session = await this.sessions.read(request.headers.cookie);
    setContext(request, { ...contextOf(request), actor: session.actor, sessioneId: session.sessioneId, inattiva: session.inattiva });
    askedBy(session.actor);
    if (session.actor.id === null && !apertoATutti(permission) && !colSegreto(permission))
      throw new ProblemError(session.inattiva ? 'accesso.inattivo' : 'accesso.richiesto');
    const place = await this.locate(request, params, permission);
    setContext(request, { ...contextOf(request), place });
    const roles = rolesIn(session.actor, place ?? { ambitoId: null });
    if (!hasPermission(roles, permission)) throw new ProblemError('accesso.negato');
    return true;
  }

  private async locate(
    request: FastifyRequest,
    params: Record<string, string | undefined>,
    permission: Permission,
  ): Promise<ResolvedPlace | null> {
    if (colSegreto(permission)) return this.bySecret(permission, request.headers['x-segreto']);
    const kind = this.kinds.named(params);
    if (kind === null) return null;
    const place = await this.places.find(kind, params);
    if (place === null || !canSee(this.kinds.of(kind), contextOf(request).actor, place)) throw new ProblemError('risorsa.non_trovata');
    return place;
  }

  private async bySecret(permission: Permission, secret: string | string[] | undefined): Promise<ResolvedPlace> {
    const place =
      typeof secret === 'string' && secret.length <= 100 ? await this.places.findBySecret(this.kinds.secretFor(permission), secret) : null;
    if (place === null) throw new ProblemError('collegamento.non_valido');
    return place;
  }
}

function permissionOf(rule: AccessRule, azione: string | undefined): Permission {
  if ('permission' in rule) return rule.permission;
  const azioni: readonly string[] = AZIONI_DI[rule.azioneDi];
  if (azione === undefined || !azioni.includes(azione)) throw new ProblemError('risorsa.non_trovata');
  return `${rule.azioneDi}.${azione}` as Permission;
}
