import { Component, effect, type ElementRef, inject, viewChild } from '@angular/core';
import { Unsaved } from '../ui/forms/unsaved';

/** Asks whoever leaves a page with something typed that is not saved. Part of the shell. */
@Component({
  selector: 'app-leaving',
  template: `
    <dialog #dialog class="dialog" aria-labelledby="lasciare-la-pagina" (close)="unsaved.asked()?.answer(false)">
      <h2 class="h4" id="lasciare-la-pagina" tabindex="-1" autofocus>Lasciare la pagina?</h2>
      <p>Qualcosa che hai scritto non è salvato, e andrebbe perso:</p>
      <ul>
        @for (cosa of unsaved.asked()?.what; track cosa) {
          <li>{{ cosa }}</li>
        }
      </ul>
      <div class="dialog-actions">
        <button type="button" class="btn btn-primary" (click)="unsaved.asked()?.answer(false)">Resta nella pagina</button>
        <button type="button" class="btn btn-outline-danger" (click)="unsaved.asked()?.answer(true)">Lascia la pagina</button>
      </div>
    </dialog>
  `,
})
export class LeavingQuestion {
  protected readonly unsaved = inject(Unsaved);
  private readonly dialogRef = viewChild.required<ElementRef<HTMLDialogElement>>('dialog');

  constructor() {
    effect(() => {
      const dialog = this.dialogRef().nativeElement;
      const asked = this.unsaved.asked() !== null;
      if (asked && !dialog.open) dialog.showModal();
      if (!asked && dialog.open) dialog.close();
    });
  }
}
