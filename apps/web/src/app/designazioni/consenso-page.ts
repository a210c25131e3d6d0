import { afterNextRender, Component, inject, signal } from '@angular/core';
import { RouterLink } from '@angular/router';
import type { AzioneConsenso, ConsensoView, Problem } from '@tavoli/shared';
import { Annunci } from '../ui/annunci';
import { ConfirmDialog } from '../ui/confirm-dialog';
import { LoadingBar } from '../ui/loading-bar';
import { problemOf } from '../ui/problem';
import { StatoBadge } from '../ui/stato-badge';
import { consensoApi } from './designazioni.api';

const FATTO: Record<AzioneConsenso, string> = {
  acconsenti: 'Grazie: il tuo consenso è registrato.',
  rifiuta: 'Abbiamo registrato che non acconsenti. L’ente è stato avvisato.',
  ritira: 'Il tuo consenso è ritirato: il tuo nome non compare più.',
};

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
  #segreto = '';

  constructor() {
    afterNextRender(() => {
      this.#segreto = location.hash.slice(1);
      void this.#load(this.#api.leggi(this.#segreto));
    });
  }

  protected async rispondi(dialog: ConfirmDialog, azione: AzioneConsenso): Promise<void> {
    const done = await dialog.ask(() => this.#api.rispondi(this.#segreto, azione).then(view => this.view.set(view)));
    if (done) this.#annunci.notify(FATTO[azione]);
    else await this.#load(this.#api.leggi(this.#segreto));
  }

  async #load(reading: Promise<ConsensoView>): Promise<void> {
    await reading.then(
      view => this.view.set(view),
      (error: unknown) => this.problem.set(problemOf(error)),
    );
  }
}
