import { Component, computed, DOCUMENT, inject, signal } from '@angular/core';
import { Annunci } from '../../ui/annunci';
import { ConfirmDialog } from '../../ui/forms/confirm-dialog';
import { CopiaTesto } from '../../ui/copia-testo';
import { Busy } from '../../ui/busy';
import { DataOraPipe } from '../../ui/words/dates';
import { problemOf, problemText } from '../../ui/problem';
import { ResourceState } from '../../page/resource-state';
import { calendarioCommands, calendarioPrivatoResource } from '../incontri.api';
import { indirizziCalendario } from './indirizzi-calendario';

/** The secret address of one's own calendar: shown once when it is made, made anew or switched off at will. */
@Component({
  selector: 'app-calendario-privato',
  imports: [Busy, ConfirmDialog, CopiaTesto, DataOraPipe, ResourceState],
  host: { class: 'd-block' },
  templateUrl: './calendario-privato.html',
})
export class CalendarioPrivato {
  protected readonly stato = calendarioPrivatoResource();
  protected readonly busy = signal(false);
  /** Known only to this page, and only now: the portal keeps no copy it could show again. */
  readonly #percorso = signal<string | null>(null);
  readonly #origin = inject(DOCUMENT).location.origin;
  readonly #commands = calendarioCommands();
  readonly #annunci = inject(Annunci);

  protected readonly indirizzi = computed(() => {
    const percorso = this.#percorso();
    return percorso === null ? null : indirizziCalendario(this.#origin, percorso);
  });

  protected async crea(): Promise<void> {
    if (this.busy()) return;
    this.busy.set(true);
    await this.#rigenera().catch((error: unknown) => this.#annunci.notify(problemText(problemOf(error)), 'danger'));
    this.busy.set(false);
  }

  protected async cambia(dialog: ConfirmDialog): Promise<void> {
    await dialog.ask(() => this.#rigenera());
  }

  protected async spegni(dialog: ConfirmDialog): Promise<void> {
    const done = await dialog.ask(() => this.#commands.spegni());
    if (!done) return;
    this.#percorso.set(null);
    this.stato.reload();
    this.#annunci.notify('L’indirizzo del tuo calendario non funziona più.');
  }

  async #rigenera(): Promise<void> {
    const { percorso } = await this.#commands.rigenera();
    this.#percorso.set(percorso);
    this.stato.reload();
    this.#annunci.notify('Ecco l’indirizzo del tuo calendario: copialo adesso, non potremo mostrartelo di nuovo.');
  }
}
