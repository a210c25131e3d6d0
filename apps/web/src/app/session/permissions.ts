import { computed, inject, Injectable } from '@angular/core';
import { can, canSomewhere, type Actor, type Permission, type Place, type SessioneView } from '@tavoli/shared';
import { SessionStore } from './session-store';

/** What the person signed in may do, by the same matrix as the API: only to choose what to show, never to protect. */
@Injectable({ providedIn: 'root' })
export class Permissions {
  readonly #session = inject(SessionStore);
  readonly #actor = computed(() => actorOf(this.#session.sessione()));

  /** Whether `permission` is held in the ambito of this slug, at a tavolo or ente of it if given. */
  can(permission: Permission, slug: string, at: Omit<Place, 'ambitoId'> = {}): boolean {
    return can(this.#actor(), permission, { ...at, ambitoId: this.#ambitoId(slug) });
  }

  /** Whether it is held over that ambito, or at some tavolo or ente of it: for lists, whose rows the API chooses. */
  somewhere(permission: Permission, slug: string): boolean {
    const ambitoId = this.#ambitoId(slug);
    return ambitoId !== null && canSomewhere(this.#actor(), permission, ambitoId);
  }

  /** Known only through the roles held there: without any, there is nothing to ask. */
  #ambitoId(slug: string): string | null {
    const { incarichi, enti, tavoli } = this.#session.sessione();
    return [...incarichi, ...enti, ...tavoli].find(role => role.ambito.slug === slug)?.ambito.id ?? null;
  }
}

function actorOf(sessione: SessioneView): Actor {
  return {
    id: sessione.account?.id ?? null,
    nome: sessione.account ? `${sessione.account.nome} ${sessione.account.cognome}` : '',
    amministratore: sessione.amministratore,
    incarichi: sessione.incarichi.map(i => ({
      ruolo: i.ruolo,
      ambitoId: i.ambito.id,
      tavoloId: i.tavolo?.id ?? null,
      incontroId: i.incontro?.id ?? null,
    })),
    enti: sessione.enti.map(e => ({ ambitoId: e.ambito.id, enteId: e.id })),
    tavoli: sessione.tavoli.map(t => ({ ambitoId: t.ambito.id, tavoloId: t.id })),
  };
}
