import { Component, type ElementRef, inject, signal, viewChild } from '@angular/core';
import type { SessioneAttivaView } from '@tavoli/shared';
import { Annunci } from '../../ui/annunci';
import { Busy } from '../../ui/busy';
import { DataOraPipe } from '../../ui/words/dates';
import { problemOf, problemText } from '../../ui/problem';
import { ResourceState } from '../../page/resource-state';
import { accountApi, sessioniResource } from '../accounts.api';

/** Where one is signed in, and how to end it from afar. */
@Component({
  selector: 'app-sessioni-attive',
  imports: [Busy, DataOraPipe, ResourceState],
  host: { class: 'd-block' },
  templateUrl: './sessioni-attive.html',
})
export class SessioniAttive {
  protected readonly sessioni = sessioniResource();
  /** Id of the session being ended, or `altre`. */
  protected readonly busy = signal<string | null>(null);
  readonly #api = accountApi();
  readonly #annunci = inject(Annunci);
  private readonly headingRef = viewChild.required<ElementRef<HTMLElement>>('heading');

  protected termina({ id, dispositivo }: SessioneAttivaView): Promise<void> {
    return this.#end(id, () => this.#api.termina(id), `Accesso da ${dispositivo} terminato.`);
  }

  protected terminaAltre(): Promise<void> {
    return this.#end('altre', () => this.#api.terminaAltre(), 'Tutti gli altri accessi sono terminati.');
  }

  async #end(what: string, run: () => Promise<unknown>, done: string): Promise<void> {
    this.busy.set(what);
    try {
      await run();
      this.#annunci.notify(done);
      this.headingRef().nativeElement.focus(); // the button is about to go
    } catch (error) {
      this.#annunci.notify(problemText(problemOf(error)), 'danger');
    } finally {
      this.busy.set(null);
      this.sessioni.reload();
    }
  }
}
