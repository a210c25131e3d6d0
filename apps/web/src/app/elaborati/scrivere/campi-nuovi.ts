import { Component, inject, input, output } from '@angular/core';
import { conta, type ElaboratoView } from '@tavoli/shared';
import { Annunci } from '../../ui/annunci';
import { ConfirmDialog } from '../../ui/forms/confirm-dialog';
import { elaboratiCommands } from '../elaborati.api';

/** What the ambito asks of its schede since this one was begun: it may take it. */
@Component({
  selector: 'app-campi-nuovi',
  imports: [ConfirmDialog],
  host: { class: 'd-block' },
  template: `
    @if (elaborato().campiNuovi > 0) {
      <div class="alert alert-info">
        <p>Da quando questa scheda è cominciata l’ambito chiede {{ quanti() }} in più. Quello che è già scritto non cambia.</p>
        <button type="button" class="btn btn-outline-primary btn-sm" (click)="prendi(chiede)">Aggiungi i campi nuovi alla scheda</button>
      </div>
    }
    <app-confirm-dialog #chiede titolo="Aggiungere i campi nuovi?" conferma="Aggiungi"
      ><p>
        Si scrivono nella parte «Altre informazioni». Una volta aggiunti restano nella scheda: quelli obbligatori vanno compilati prima di
        consegnarla.
      </p></app-confirm-dialog
    >
  `,
})
export class CampiNuovi {
  readonly ambito = input.required<string>();
  readonly elaborato = input.required<ElaboratoView>();
  readonly presi = output<void>();
  readonly #commands = elaboratiCommands();
  readonly #annunci = inject(Annunci);
  protected readonly quanti = () => conta(this.elaborato().campiNuovi, 'campo', 'campi');

  protected async prendi(chiede: ConfirmDialog): Promise<void> {
    if (!(await chiede.ask(() => this.#commands.prendiCampi(this.ambito(), this.elaborato())))) return;
    this.#annunci.notify('Campi aggiunti in «Altre informazioni».');
    this.presi.emit();
  }
}
