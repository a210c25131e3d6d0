import { Inject, Injectable, type CanActivate, type ExecutionContext } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import {
  AZIONI_ADESIONE,
  AZIONI_AUTORE,
  AZIONI_AVVISO,
  AZIONI_CONTRIBUTO,
  AZIONI_CONSENSO,
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
  hasPermission,
  PERMISSIONS,
  rolesIn,
  type Permission,
  type Ruolo,
} from '@tavoli/shared';
import type { FastifyRequest } from 'fastify';
import type { ResolvedPlace } from '../commands/context.js';
import { askedBy } from '../http/asking.js';
import { ProblemError } from '../problem/problem.error.js';
import { ACCESS, type AccessRule } from './access.decorator.js';
import { canSee } from './visible.js';
import { Places, type SecretKind } from './places.js';
import { contextOf, setContext } from './request-context.js';
import { SessionReader } from './session-reader.js';

const AZIONI = {
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
} as const;

/**
 * The one gate of the API: nothing runs unless its handler declares a permission that the actor holds where the URL points.
 * Cannot see it: 404. Can see, may not: 403. Nobody yet: 401.
 */
@Injectable()
export class AccessGuard implements CanActivate {
  constructor(
    private readonly reflector: Reflector,
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
    const allowed = PERMISSIONS[permission];
    if (session.actor.id === null && !allowed.includes('pubblico') && !allowed.includes('designato'))
      throw new ProblemError(session.inattiva ? 'accesso.inattivo' : 'accesso.richiesto');
    const place = await this.locate(request, params, permission);
    setContext(request, { ...contextOf(request), place });
    const roles: Ruolo[] = rolesIn(session.actor, place ?? { ambitoId: null });
    if (!hasPermission(roles, permission)) throw new ProblemError('accesso.negato');
    return true;
  }

  private async locate(
    request: FastifyRequest,
    params: Record<string, string | undefined>,
    permission: Permission,
  ): Promise<ResolvedPlace | null> {
    if (PERMISSIONS[permission].includes('designato')) return this.bySecret(secretKindOf(permission), request.headers['x-segreto']);
    const kind = this.places.kindOf(params);
    if (kind === null) return null;
    const place = await this.places.find(kind, params);
    if (place === null || !canSee(contextOf(request).actor, place)) throw new ProblemError('risorsa.non_trovata');
    return place;
  }

  private async bySecret(kind: SecretKind, secret: string | string[] | undefined): Promise<ResolvedPlace> {
    const place = typeof secret === 'string' && secret.length <= 100 ? await this.places.findBySecret(kind, secret) : null;
    if (place === null) throw new ProblemError('collegamento.non_valido');
    return place;
  }
}

function secretKindOf(permission: Permission): SecretKind {
  if (permission === 'contributo.conferma') return 'conferma';
  if (permission.startsWith('autore.')) return 'autore';
  return permission.startsWith('invito.') ? 'invitato' : 'rappresentante';
}

function permissionOf(rule: AccessRule, azione: string | undefined): Permission {
  if ('permission' in rule) return rule.permission;
  const azioni: readonly string[] = AZIONI[rule.azioneDi];
  if (azione === undefined || !azioni.includes(azione)) throw new ProblemError('risorsa.non_trovata');
  return `${rule.azioneDi}.${azione}` as Permission;
}
