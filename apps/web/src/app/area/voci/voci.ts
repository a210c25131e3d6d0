import { computed, inject, Injectable } from '@angular/core';
import { AmbitoCorrente } from '../../page/ambito-corrente';
import { CurrentRoute } from '../../page/current-route';
import { Parole } from '../../page/parole';
import { Permissions } from '../../session/permissions';
import { compitiDellAmbito, perSezione, type Compito } from './compiti';

export interface VoceLavoro extends Compito {
  readonly url: string;
  /** `page`: it is this page; `true`: this page stands below it. */
  readonly corrente: 'page' | 'true' | null;
}

export interface LuogoLavoro {
  readonly titolo: string;
  readonly voci: readonly VoceLavoro[];
  readonly corrente: 'page' | 'true' | null;
}

/** The navigation of who works: the same entries as the page of all of them, place by place, and where the reader stands. */
@Injectable({ providedIn: 'root' })
export class Voci {
  readonly #permissions = inject(Permissions);
  readonly #parole = inject(Parole);
  readonly #path = inject(CurrentRoute).path;
  readonly #slug = inject(AmbitoCorrente).slug;

  readonly luoghi = computed<LuogoLavoro[]>(() => {
    const ambito = this.#slug();
    if (ambito === null) return [];
    const gruppi = perSezione(
      compitiDellAmbito(ambito, testo => this.#parole.di(testo)),
      (permesso, ovunque) => (ovunque ? this.#permissions.somewhere(permesso, ambito) : this.#permissions.can(permesso, ambito)),
    );
    const urls = gruppi.flatMap(g => g.compiti.map(urlDi));
    const qui = this.#qui(urls, `/${ambito}/area`);
    return gruppi.map(({ sezione, compiti }) => {
      const voci = compiti.map(c => ({ ...c, url: urlDi(c), corrente: qui === urlDi(c) ? this.#come(qui) : null }));
      const corrente = voci.find(v => v.corrente !== null)?.corrente ?? null;
      return {
        titolo: this.#parole.di(sezione),
        voci,
        corrente: voci[0]?.corrente === 'page' ? 'page' : corrente === null ? null : 'true',
      };
    });
  });

  /** The entry under which the page stands: the longest that its address begins with. The first page is only itself. */
  #qui(urls: readonly string[], radice: string): string | null {
    const path = this.#path();
    const sotto = urls.filter(url => path === url || (url !== radice && path.startsWith(`${url}/`)));
    return sotto.toSorted((a, b) => b.length - a.length)[0] ?? null;
  }

  #come(url: string): 'page' | 'true' {
    return this.#path() === url ? 'page' : 'true';
  }
}

const urlDi = ({ link }: Compito): string => `/${link.slice(1).join('/')}`;
