import { Component, effect, inject, signal, untracked } from '@angular/core';
import { Router, RouterLink } from '@angular/router';
import type { InvitoView, Problem } from '@tavoli/shared';
import { mailedSecret } from '../../session/mailed-secret';
import { SessionStore } from '../../session/session-store';
import { Annunci } from '../../ui/annunci';
import { browserStorage } from '../../ui/browser-storage';
import { Busy } from '../../ui/busy';
import { DataOraPipe } from '../../ui/words/dates';
import { DRAFT_PREFIX } from '../../ui/drafts/draft-cleaner';
import { LoadingBar } from '../../ui/loading-bar';
import { problemOf, problemText } from '../../ui/problem';
import { operatoriCommands } from '../enti.api';

const KEY = `${DRAFT_PREFIX}invito`;

/**
 * What an invited person finds behind the mailed link. The secret stays in the browser: after `#`, then in its storage while the person
 * signs in or confirms a new account, which may happen in another tab. Signing out forgets it.
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
  readonly #storage = browserStorage('local');
  readonly #mailed = mailedSecret();
  #segreto = '';

  constructor() {
    effect(() => {
      const segreto = this.#mailed() || (this.#storage.get(KEY) ?? '');
      untracked(() => void this.#read(segreto));
    });
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
      if (isOver(problem)) this.#refuse(problem);
      else this.#annunci.notify(problemText(problem), 'danger');
    } finally {
      this.busy.set(false);
    }
  }

  async #read(segreto: string): Promise<void> {
    this.#segreto = segreto;
    this.problem.set(null);
    this.#storage.set(KEY, segreto);
    await this.#commands.leggiInvito(segreto).then(
      invito => this.invito.set(invito),
      (error: unknown) => this.#refuse(problemOf(error)),
    );
  }

  #refuse(problem: Problem): void {
    if (isOver(problem)) this.#storage.remove(KEY);
    this.problem.set(problem);
  }
}

/** No such invitation, or no more. */
const isOver = (problem: Problem): boolean => problem.status === 404 || problem.status === 410;
