import { Component, inject, Injector, input, linkedSignal, runInInjectionContext } from '@angular/core';
import { conta } from '@tavoli/shared';
import { Annunci } from '../../ui/annunci';
import { draftsOf } from '../../ui/drafts/draft-store';
import { ConfirmDialog } from '../../ui/forms/confirm-dialog';

/** What of somebody this device keeps that was begun and not sent, with a way to throw it away. */
@Component({
  selector: 'app-bozze-tenute',
  imports: [ConfirmDialog],
  template: `
    <section class="mt-5" aria-labelledby="titolo-bozze">
      <h2 class="h4" id="titolo-bozze">Bozze su questo dispositivo</h2>
      @if (quante() === 0) {
        <p>
          Non c’è niente di iniziato e non inviato. Quando cominci a scrivere, il portale lo tiene su questo dispositivo finché lo invii.
        </p>
      } @else {
        <p>
          {{ parole(quante()) }}: quando torni alla pagina ritrovi quello che avevi scritto. Si cancellano da sole dopo 60 giorni, o quando
          esci.
        </p>
        <p class="actions">
          <button type="button" class="btn btn-outline-danger" (click)="butta(dialogo)">Cancella le bozze</button>
        </p>
      }
      <app-confirm-dialog #dialogo titolo="Cancellare le bozze?" conferma="Cancella le bozze" tone="danger"
        ><p>Quello che hai scritto e non hai inviato da questo dispositivo va perso.</p></app-confirm-dialog
      >
    </section>
  `,
})
export class BozzeTenute {
  readonly account = input.required<string>();
  readonly #injector = inject(Injector);
  readonly #annunci = inject(Annunci);
  protected readonly quante = linkedSignal(() => this.#bozze().count());
  protected readonly parole = (n: number): string => `Qui ${n === 1 ? 'c’è' : 'ci sono'} ${conta(n, 'bozza', 'bozze')}`;

  protected async butta(dialogo: ConfirmDialog): Promise<void> {
    if (!(await dialogo.ask(() => Promise.resolve(this.#bozze().forget())))) return;
    this.quante.set(this.#bozze().count());
    this.#annunci.notify('Bozze cancellate da questo dispositivo.');
  }

  #bozze() {
    return runInInjectionContext(this.#injector, () => draftsOf(this.account()));
  }
}
