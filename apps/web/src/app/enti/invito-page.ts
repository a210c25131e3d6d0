import { afterNextRender, Component, inject, signal } from '@angular/core';
import { Router, RouterLink } from '@angular/router';
import type { InvitoView, Problem } from '@tavoli/shared';
import { SessionStore } from '../session/session-store';
import { Annunci } from '../ui/annunci';
import { browserStorage } from '../ui/browser-storage';
import { Busy } from '../ui/busy';
import { DataOraPipe } from '../ui/dates';
import { LoadingBar } from '../ui/loading-bar';
import { problemOf, problemText } from '../ui/problem';
import { operatoriCommands } from './enti.api';

const KEY = 'tavoli:invito';

/**
 * What an invited person finds behind the mailed link. The secret stays in the browser: after `#`, then in the tab's own storage while
 * the person signs in.
 */
@Component({
  selector: 'app-invito-page',
  imports: [Busy, DataOraPipe, LoadingBar, RouterLink],
  templateUrl: './invito-page.html',
})
export class InvitoPage {
  protected readonly invito = signal<InvitoView | null>(null);
  protected readonly problem = signal<Problem | null>(null);
  protected readonly busy = signal(false);
  protected readonly session = inject(SessionStore);
  readonly #commands = operatoriCommands();
  readonly #annunci = inject(Annunci);
  readonly #router = inject(Router);
  readonly #storage = browserStorage('session');
  #segreto = '';

  constructor() {
    afterNextRender(() => void this.#read());
  }

  protected async accetta(): Promise<void> {
    if (this.busy()) return;
    this.busy.set(true);
    try {
      const { ente, ambito } = await this.#commands.usaInvito(this.#segreto);
      this.#storage.remove(KEY);
      await this.session.reload();
      this.#annunci.notify(`Adesso puoi agire per ${ente.denominazione}.`);
      await this.#router.navigate(['/', ambito.slug, 'area', 'enti', ente.id]);
    } catch (error) {
      const problem = problemOf(error);
      if (problem.status === 404 || problem.status === 410) this.problem.set(problem);
      else this.#annunci.notify(problemText(problem), 'danger');
    } finally {
      this.busy.set(false);
    }
  }

  async #read(): Promise<void> {
    this.#segreto = location.hash.slice(1) || (this.#storage.get(KEY) ?? '');
    this.#storage.set(KEY, this.#segreto);
    await this.#commands.leggiInvito(this.#segreto).then(
      invito => this.invito.set(invito),
      (error: unknown) => this.problem.set(problemOf(error)),
    );
  }
}
