import { colSegreto, PERMISSIONS, PUBBLICO, rolesIn, apertoATutti, type Actor, type Permission, type Place } from '@tavoli/shared';
import type { EntityManager } from 'typeorm';
import { ATTORE } from '../accounts/account/sessione.sql.js';
import type { RequestContext, ResolvedPlace } from '../platform/commands/context.js';
import { AMBITO } from './mondo/demo.data.js';

/** Where the demo does something: a thing, and what the guards would have found of it. */
export type Dove = Pick<ResolvedPlace, 'kind' | 'id'> & Partial<ResolvedPlace>;

/** The people of the demo, each with what they hold, as their sessions would find them: the story is theirs, and nobody else acts in it. */
export class Attori {
  private constructor(
    private readonly ambitoId: string,
    private readonly persone: readonly Actor[],
  ) {}

  static async leggi(db: Pick<EntityManager, 'query'>, ambitoId: string): Promise<Attori> {
    return new Attori(ambitoId, await db.query<Actor[]>(`SELECT ${ATTORE} FROM account a ORDER BY a.creato_at, a.email`));
  }

  /** Whoever may do it there; of several, the one whose role the matrix names first. @throws Error where nobody may: the story is wrong */
  chiPuo(permesso: Permission, place: Place): Actor {
    if (apertoATutti(permesso) || colSegreto(permesso)) return PUBBLICO;
    for (const ruolo of PERMISSIONS[permesso]) {
      const chi = this.persone.find(p => rolesIn(p, place).includes(ruolo));
      if (chi !== undefined) return chi;
    }
    throw new Error(`Nobody of the demo may do there: ${permesso}`);
  }

  /** A request of theirs, there. Who answers by a mailed link has no account, and holds it. */
  contesto(permesso: Permission, dove: Dove, ifMatch: number | null = null): RequestContext {
    const place = { ...this.posto(dove), ...(colSegreto(permesso) ? { holder: true } : {}) };
    return richiesta(this.chiPuo(permesso, place), place, ifMatch);
  }

  /** A request of this person, for what anybody may do for themselves. @throws Error where there is nobody of that name */
  contestoDi(nome: string, dove: Dove): RequestContext {
    const actor = this.persone.find(p => p.nome === nome);
    if (actor === undefined) throw new Error(`Nobody of the demo is called so: ${nome}`);
    return richiesta(actor, this.posto(dove), null);
  }

  private posto(dove: Dove): ResolvedPlace {
    const tavoli = dove.tavoloId ? [dove.tavoloId] : [];
    return { stato: null, version: null, tavoli, ...dove, ambitoId: this.ambitoId, ambitoSlug: AMBITO.slug };
  }
}

const richiesta = (actor: Actor, place: ResolvedPlace, ifMatch: number | null): RequestContext => ({
  actor,
  sessioneId: null,
  requestId: 'demo',
  network: '',
  place,
  ifMatch,
  idempotency: null,
});
