import { Component, inject, input, signal } from '@angular/core';
import { form, FormField, validateStandardSchema } from '@angular/forms/signals';
import { chiHa, type IncaricoView, VerbalizzanteInput } from '@tavoli/shared';
import { Annunci } from '../../ui/annunci';
import { Busy } from '../../ui/busy';
import { TextField } from '../../ui/fields/text-field';
import { ConfirmDialog } from '../../ui/forms/confirm-dialog';
import { ErrorSummary } from '../../ui/forms/error-summary';
import { submission } from '../../ui/forms/submission';
import { verbalizzantiCommands, verbalizzantiResource } from '../incontri.api';

/** Who writes the verbale of this incontro besides who leads it: given and ended here. */
@Component({
  selector: 'app-verbalizzanti',
  imports: [Busy, ConfirmDialog, ErrorSummary, FormField, TextField],
  template: `
    <section aria-labelledby="titolo-verbalizzanti">
      <h2 class="h4 mt-5" id="titolo-verbalizzanti">Chi scrive il verbale</h2>
      <p>
        Oltre a chi conduce il tavolo, può scriverlo una persona scelta per questo incontro: da quando l’incontro comincia fino
        all’approvazione del verbale.
      </p>
      <ul class="list-rows">
        @for (v of verbalizzanti.value()?.items ?? []; track v.id) {
          <li class="row-item">
            <div class="row-main">
              <strong>{{ chiHa(v) }}</strong> <br /><span class="text-muted">{{
                v.invitato ? 'Invito mandato: non ha ancora un account.' : v.email
              }}</span>
            </div>
            <button type="button" class="link-button" (click)="termina(fine, v)">
              Termina<span class="visually-hidden"> l’incarico di {{ chiHa(v) }}</span>
            </button>
          </li>
        }
      </ul>
      <form class="form-narrow" novalidate (submit)="invio.submit($event)">
        <app-error-summary [form]="f" [submission]="invio" />
        <app-text-field
          [formField]="f.email"
          label="E-mail di chi scriverà il verbale"
          type="email"
          hint="Riceverà un messaggio; se non ha un account lo crea da lì."
          mandatory
        />
        <button type="submit" class="btn btn-outline-primary" [appBusy]="invio.busy()">Affida il verbale</button>
      </form>
    </section>
    <app-confirm-dialog #fine titolo="Terminare l’incarico?" conferma="Termina" tone="danger">
      @if (scelto(); as chi) {
        <p>{{ chiHa(chi) }} non potrà più scrivere questo verbale e riceverà un messaggio.</p>
      }
    </app-confirm-dialog>
  `,
})
export class Verbalizzanti {
  readonly ambito = input.required<string>();
  /** Id of the incontro. */
  readonly incontro = input.required<string>();
  protected readonly chiHa = chiHa;
  protected readonly verbalizzanti = verbalizzantiResource(this.ambito, this.incontro);
  protected readonly scelto = signal<IncaricoView | null>(null);
  protected readonly model = signal({ email: '' });
  protected readonly f = form(this.model, path => validateStandardSchema(path, () => VerbalizzanteInput));
  readonly #commands = verbalizzantiCommands();
  readonly #annunci = inject(Annunci);

  protected readonly invio = submission(this.f, async ({ idempotencyKey }) => {
    const dato = await this.#commands.affida(this.ambito(), this.incontro(), VerbalizzanteInput.parse(this.model()), idempotencyKey);
    this.f().reset({ email: '' });
    this.#annunci.notify(`Verbale affidato a ${chiHa(dato)}.`);
    this.verbalizzanti.reload();
  });

  protected async termina(dialog: ConfirmDialog, incarico: IncaricoView): Promise<void> {
    this.scelto.set(incarico);
    if (!(await dialog.ask(() => this.#commands.togli(this.ambito(), this.incontro(), incarico.id)))) return;
    this.#annunci.notify(`L’incarico di ${chiHa(incarico)} è terminato.`);
    this.verbalizzanti.reload();
  }
}
