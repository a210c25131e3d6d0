import { Component, effect, inject, signal, untracked } from '@angular/core';
import { RouterLink } from '@angular/router';
import type { AzioneConsenso, ConsensoView, Problem } from '@tavoli/shared';
import { mailedSecret } from '../session/mailed-secret';
import { Annunci } from '../ui/annunci';
import { ConfirmDialog } from '../ui/forms/confirm-dialog';
import { LoadingBar } from '../ui/loading-bar';
import { problemOf } from '../ui/problem';
import { StatoBadge } from '../ui/stato-badge';
import { consensoApi } from './designazioni.api';

const FATTO: Record<AzioneConsenso, string> = {
  acconsenti: 'Grazie: il tuo consenso è registrato.',
  rifiuta: 'Abbiamo registrato che non acconsenti. L’ente è stato avvisato.',
  ritira: 'Il tuo consenso è ritirato: il tuo nome non compare più.',
};

const INCOMPLETO: Problem = { type: 'about:blank', status: 404, code: 'collegamento.non_valido', title: 'Il collegamento non è completo.' };

/** What a designated person finds behind the mailed link: no account needed. The secret stays in the browser, after `#`. */
@Component({
  selector: 'app-consenso-page',
  imports: [ConfirmDialog, LoadingBar, RouterLink, StatoBadge],
  templateUrl: './consenso-page.html',
})
export class ConsensoPage {
  protected readonly view = signal<ConsensoView | null>(null);
  protected readonly problem = signal<Problem | null>(null);
  readonly #api = consensoApi();
  readonly #annunci = inject(Annunci);
  readonly #segreto = mailedSecret();

  constructor() {
    // Who was named to two tavoli may open the second link over the first: the page then tells of the second.
    effect(() => {
      const segreto = this.#segreto();
      untracked(() => void this.#open(segreto));
    });
  }

  protected async rispondi(dialog: ConfirmDialog, azione: AzioneConsenso): Promise<void> {
    const done = await dialog.ask(() => this.#api.rispondi(this.#segreto(), azione).then(view => this.view.set(view)));
    if (done) this.#annunci.notify(FATTO[azione]);
    else await this.#load(this.#segreto());
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
