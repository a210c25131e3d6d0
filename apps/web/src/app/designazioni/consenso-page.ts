import { NgTemplateOutlet } from '@angular/common';
import { Component, computed, effect, signal, untracked } from '@angular/core';
import { RouterLink } from '@angular/router';
import type { ConsensoView, Problem } from '@tavoli/shared';
import { mailedSecrets } from '../session/mailed-secret';
import { AppPassi } from '../ui/forms/app-passi';
import { passi } from '../ui/forms/passi';
import { LoadingBar } from '../ui/loading-bar';
import { problemOf } from '../ui/problem';
import { StatoBadge } from '../ui/stato-badge';
import { consensoApi } from './designazioni.api';
import { AZIONI_CONSENSO, AZIONI_CONSENSO_TUTTI } from './designazioni.passi';

const INCOMPLETO: Problem = { type: 'about:blank', status: 404, code: 'collegamento.non_valido', title: 'Il collegamento non è completo.' };

/** What one of the secrets of the link opens; a problem when it opens nothing any more. */
interface Consenso extends ConsensoView {
  readonly segreto: string;
}
interface Letto {
  readonly segreto: string;
  readonly view: Consenso | null;
  readonly problem: Problem | null;
}

/**
 * What a designated person finds behind the mailed link: no account needed. The secrets stay in the browser, after `#`: one for each tavolo
 * that the person is asked about, and each is answered for itself.
 */
@Component({
  selector: 'app-consenso-page',
  imports: [AppPassi, LoadingBar, NgTemplateOutlet, RouterLink, StatoBadge],
  templateUrl: './consenso-page.html',
})
export class ConsensoPage {
  protected readonly letti = signal<readonly Letto[]>([]);
  protected readonly viste = computed(() => this.letti().flatMap(l => l.view ?? []));
  protected readonly prima = computed(() => this.viste()[0] ?? null);
  protected readonly inAttesa = computed(() => this.viste().filter(v => v.azioni.includes('acconsenti')));
  /** Nothing can be opened: why not. */
  protected readonly problem = computed(() => (this.#segreti().length === 0 ? INCOMPLETO : (this.letti()[0]?.problem ?? null)));
  readonly #api = consensoApi();
  readonly #segreti = mailedSecrets();
  protected readonly passi = passi(
    AZIONI_CONSENSO,
    ({ segreto }: Consenso, azione) => this.#api.rispondi(segreto, azione).then(view => this.#put({ segreto, view, problem: null })),
    (fatto, { segreto }) => (fatto ? undefined : this.#load(segreto)),
  );
  protected readonly tutti = passi(
    AZIONI_CONSENSO_TUTTI,
    async (viste: readonly Consenso[], azione) => {
      for (const { segreto } of viste) this.#put({ segreto, view: await this.#api.rispondi(segreto, azione), problem: null });
    },
    async (fatto, viste) => {
      if (!fatto) for (const { segreto } of viste) await this.#load(segreto);
    },
  );

  constructor() {
    // Who was named to two tavoli may open the second link over the first: the page then tells of the second.
    effect(() => {
      const segreti = this.#segreti();
      untracked(() => void this.#open(segreti));
    });
  }

  async #open(segreti: readonly string[]): Promise<void> {
    this.letti.set([]);
    const letti = await Promise.all(segreti.map(segreto => this.#read(segreto)));
    if (segreti === this.#segreti()) this.letti.set(letti.map(conSegreto));
  }

  async #load(segreto: string): Promise<void> {
    this.#put(await this.#read(segreto));
  }

  #read(segreto: string): Promise<Aperto> {
    return this.#api.leggi(segreto).then(
      view => ({ segreto, view, problem: null }),
      (error: unknown) => ({ segreto, view: null, problem: problemOf(error) }),
    );
  }

  /** In its place: the others stay as they are. */
  #put(nuovo: Aperto): void {
    this.letti.update(letti => letti.map(l => (l.segreto === nuovo.segreto ? conSegreto(nuovo) : l)));
  }
}

type Aperto = Omit<Letto, 'view'> & { readonly view: ConsensoView | null };

const conSegreto = ({ segreto, view, problem }: Aperto): Letto => ({ segreto, problem, view: view === null ? null : { ...view, segreto } });
