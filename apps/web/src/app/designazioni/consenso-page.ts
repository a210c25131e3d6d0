import { Component, effect, signal, untracked } from '@angular/core';
import { RouterLink } from '@angular/router';
import type { ConsensoView, Problem } from '@tavoli/shared';
import { mailedSecret } from '../session/mailed-secret';
import { AppPassi } from '../ui/forms/app-passi';
import { passi } from '../ui/forms/passi';
import { LoadingBar } from '../ui/loading-bar';
import { problemOf } from '../ui/problem';
import { StatoBadge } from '../ui/stato-badge';
import { consensoApi } from './designazioni.api';
import { AZIONI_CONSENSO } from './designazioni.passi';

const INCOMPLETO: Problem = { type: 'about:blank', status: 404, code: 'collegamento.non_valido', title: 'Il collegamento non è completo.' };

/** What a designated person finds behind the mailed link: no account needed. The secret stays in the browser, after `#`. */
@Component({
  selector: 'app-consenso-page',
  imports: [AppPassi, LoadingBar, RouterLink, StatoBadge],
  templateUrl: './consenso-page.html',
})
export class ConsensoPage {
  protected readonly view = signal<ConsensoView | null>(null);
  protected readonly problem = signal<Problem | null>(null);
  readonly #api = consensoApi();
  readonly #segreto = mailedSecret();
  protected readonly passi = passi(
    AZIONI_CONSENSO,
    (_: ConsensoView, azione) => this.#api.rispondi(this.#segreto(), azione).then(view => this.view.set(view)),
    fatto => (fatto ? undefined : this.#load(this.#segreto())),
  );

  constructor() {
    // Who was named to two tavoli may open the second link over the first: the page then tells of the second.
    effect(() => {
      const segreto = this.#segreto();
      untracked(() => void this.#open(segreto));
    });
  }

  async #open(segreto: string): Promise<void> {
    this.view.set(null);
    this.problem.set(segreto === '' ? INCOMPLETO : null);
    if (segreto !== '') await this.#load(segreto);
  }

  async #load(segreto: string): Promise<void> {
    const read = await this.#api.leggi(segreto).then(
      view => () => this.view.set(view),
      (error: unknown) => () => this.problem.set(problemOf(error)),
    );
    if (segreto === this.#segreto()) read();
  }
}
