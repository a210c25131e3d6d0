import { Inject, Injectable, type CanActivate, type ExecutionContext } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { can, identificativiDi, type Identificativo } from '@tavoli/shared';
import type { FastifyRequest } from 'fastify';
import { DataSource } from 'typeorm';
import type { RequestContext, ResolvedPlace } from '../commands/context.js';
import { fieldProblem } from '../problem/problem.error.js';
import { superata } from '../procedura/hold.js';
import { partSql, wholeSql } from '../procedura/kind.js';
import { Kinds } from '../procedura/kinds.js';
import { Places } from './places.js';
import { contextOf } from './request-context.js';
import { inputsOf, nominati, ripetuto, type Nominato } from './riferimenti.js';
import { canSee } from './visible.js';

interface Atteso {
  readonly in: 'body' | 'query';
  readonly identificativi: readonly Identificativo[];
}

/** How an id fares: not there or not seen, not allowed, or fine. */
type Esito = 'ignoto' | 'negato' | 'ammesso';

/**
 * The same gate for what a body or a query names as for what the URL names: of the ambito of the URL, seen by the actor, who holds there
 * the permission that the schema declares. Unseen comes before forbidden, and both before anything runs.
 */
@Injectable()
export class RiferimentiGuard implements CanActivate {
  /** By handler: schemas do not change. */
  private readonly attesi = new WeakMap<object, readonly Atteso[]>();

  constructor(
    @Inject(Kinds) private readonly kinds: Kinds,
    @Inject(Places) private readonly places: Places,
    @InjectDataSource() private readonly db: DataSource,
  ) {}

  async canActivate(execution: ExecutionContext): Promise<boolean> {
    const request = execution.switchToHttp().getRequest<FastifyRequest>();
    const named = this.attesiDi(execution).flatMap(({ in: where, identificativi }) => nominati(request[where], identificativi));
    if (named.length > 0) await this.demand(contextOf(request), named);
    return true;
  }

  private attesiDi(execution: ExecutionContext): readonly Atteso[] {
    const handler = execution.getHandler();
    const known = this.attesi.get(handler);
    if (known !== undefined) return known;
    const attesi = inputsOf(execution.getClass(), handler.name).map(input => ({
      in: input.in,
      identificativi: identificativiDi(input.schema),
    }));
    this.attesi.set(handler, attesi);
    return attesi;
  }

  /** @throws ProblemError 404 or 403 on the field; 400 where a list names a thing twice; 412 where the actor looked at an older version, of which the part may have been */
  private async demand(ctx: RequestContext, named: readonly Nominato[]): Promise<void> {
    const esiti = await this.giudica(ctx, named);
    const ignoto = named.find(n => esiti.get(n) === 'ignoto');
    if (ignoto !== undefined) {
      const { place, ifMatch } = ctx;
      if (place !== null && ifMatch !== null && place.version !== null && place.version !== ifMatch) throw superata(place.version);
      throw fieldProblem('risorsa.non_trovata', ignoto.pointer, 'Questa voce non c’è, o non puoi sceglierla.');
    }
    const negato = named.find(n => esiti.get(n) === 'negato');
    if (negato !== undefined) throw fieldProblem('accesso.negato', negato.pointer, 'Non hai il permesso di sceglierla.');
    const doppio = ripetuto(named);
    if (doppio !== undefined) throw fieldProblem('richiesta.non_valida', doppio.pointer, 'È già nell’elenco: ogni voce una volta sola.');
  }

  /** One query for each kind that is named, two for parts of other things. */
  private async giudica(ctx: RequestContext, named: readonly Nominato[]): Promise<Map<Nominato, Esito>> {
    const esiti = new Map<Nominato, Esito>(named.map(n => [n, 'ignoto']));
    if (ctx.place === null) return esiti;
    for (const gruppo of Map.groupBy(named, n => `${n.riferimento.forma} ${n.riferimento.tipo}`).values()) {
      const places = await this.luoghi(ctx, ctx.place, gruppo);
      for (const n of gruppo) esiti.set(n, this.esito(ctx, n, places.get(n.id)));
    }
    return esiti;
  }

  /** For each id of a group, all of one kind: in which place it stands. */
  private async luoghi(ctx: RequestContext, place: ResolvedPlace, gruppo: readonly Nominato[]): Promise<Map<string, ResolvedPlace>> {
    const ids = [...new Set(gruppo.map(n => n.id))];
    const riferimento = (gruppo[0] as Nominato).riferimento;
    if (riferimento.forma === 'parte') {
      const rows = await this.db.query<{ id: string }[]>(this.partOf(place, riferimento.tipo), [place.ambitoId, place.id, ids]);
      return new Map(rows.map(row => [row.id, place]));
    }
    if (riferimento.forma === 'luogo') return this.byId(await this.places.findAll(riferimento.tipo, place.ambitoSlug, ids));
    const { part, whole } = this.part(riferimento.tipo);
    const rows = await this.db.query<{ id: string; di: string }[]>(wholeSql(part), [place.ambitoId, ids]);
    const interi = this.byId(await this.places.findAll(whole.kind, place.ambitoSlug, [...new Set(rows.map(row => row.di))]));
    const coppie = rows.flatMap(({ id, di }) => {
      const intero = interi.get(di);
      return intero === undefined ? [] : [[id, intero] as const];
    });
    // What is part of several things is named where the actor may name it.
    const puo = (di: ResolvedPlace): boolean => riferimento.forma === 'parte_altrui' && can(ctx.actor, riferimento.permesso, di);
    return new Map(coppie.toSorted(([, a], [, b]) => Number(puo(a)) - Number(puo(b))));
  }

  private esito({ actor }: RequestContext, { riferimento }: Nominato, place: ResolvedPlace | undefined): Esito {
    if (place === undefined) return 'ignoto';
    if (riferimento.forma === 'parte') return 'ammesso';
    if (!canSee(this.kinds.of(place.kind), actor, place)) return 'ignoto';
    return can(actor, riferimento.permesso, place) ? 'ammesso' : 'negato';
  }

  /** Of the thing that the URL names, or of what the mailed secret opens. */
  private partOf({ kind }: ResolvedPlace, tipo: string): string {
    const ofSecret = this.kinds.secrets.find(({ secret }) => secret === kind)?.parts?.[tipo];
    return ofSecret ?? partSql(this.part(tipo).part);
  }

  /** @throws Error when no kind has such a part: a mistake of ours, which `riferimenti.spec` finds */
  private part(tipo: string): ReturnType<Kinds['parts']>[number] {
    const found = this.kinds.parts().find(({ part }) => part.part === tipo);
    if (found === undefined) throw new Error(`No feature declares the part «${tipo}».`);
    return found;
  }

  private byId(places: readonly ResolvedPlace[]): Map<string, ResolvedPlace> {
    return new Map(places.map(p => [p.id, p]));
  }
}
