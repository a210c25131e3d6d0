import { Component, inject, input } from '@angular/core';
import { Router, RouterLink } from '@angular/router';
import { ResourceState } from '../page/resource-state';
import { tavoloResource } from '../tavoli/tavoli.api';
import { Annunci } from '../ui/annunci';
import { ConfirmDialog } from '../ui/forms/confirm-dialog';
import { sottogruppiCommands } from './sottogruppi.api';

/** Somebody who is in a sottogruppo leaves it, and goes on sitting at the tavolo. */
@Component({
  selector: 'app-lascia-sottogruppo-page',
  imports: [ConfirmDialog, ResourceState, RouterLink],
  template: `
    <div class="container section">
      @if (tavolo.hasValue()) {
        @let t = tavolo.value();
        <h1>Lascia il sottogruppo «{{ t.nome }}»</h1>
        <p class="lead">
          Puoi uscire dal sottogruppo quando vuoi: il tuo posto al tavolo «{{ t.padre?.nome }}» resta com’è. Per rientrare, scrivi a chi
          guida il tavolo.
        </p>
        <p class="actions">
          <button type="button" class="btn btn-danger" (click)="lascia(domanda)">Lascia il sottogruppo</button>
          <a class="btn btn-outline-primary" [routerLink]="['/', ambito(), 'tavoli', slug()]">Torna al sottogruppo</a>
        </p>
        <app-confirm-dialog #domanda titolo="Lasciare il sottogruppo?" conferma="Lascia e avvisa" tone="danger">
          <p>Esci subito. Se eri già tra i convocati di un suo incontro ricevi la disdetta; chi guida il tavolo riceve un messaggio.</p>
        </app-confirm-dialog>
      } @else {
        <app-resource-state [of]="tavolo" />
      }
    </div>
  `,
})
export class LasciaSottogruppoPage {
  readonly ambito = input.required<string>();
  readonly slug = input.required<string>({ alias: 'tavolo' });
  protected readonly tavolo = tavoloResource(this.ambito, this.slug);
  readonly #commands = sottogruppiCommands();
  readonly #annunci = inject(Annunci);
  readonly #router = inject(Router);

  protected async lascia(domanda: ConfirmDialog): Promise<void> {
    if (!(await domanda.ask(() => this.#commands.lascia(this.ambito(), this.slug())))) return;
    this.#annunci.notify('Non fai più parte del sottogruppo.');
    await this.#router.navigate(['/', this.ambito(), 'tavoli', this.slug()]);
  }
}
