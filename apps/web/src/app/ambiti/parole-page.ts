import { Component, computed, inject, input, linkedSignal } from '@angular/core';
import { form, FormField, validateStandardSchema } from '@angular/forms/signals';
import { conParole, ORGANI_POLITICI, ORGANI_TECNICI, ParoleInput } from '@tavoli/shared';
import { Annunci } from '../ui/annunci';
import { Busy } from '../ui/busy';
import { ErrorSummary } from '../ui/forms/error-summary';
import { RadioGroup } from '../ui/fields/radio-group';
import { ResourceState } from '../page/resource-state';
import { submission } from '../ui/forms/submission';
import { AmbitoCorrente } from '../page/ambito-corrente';
import { ambitiCommands } from './ambiti.api';

/** How the bodies of the ambito are called: chosen once, said everywhere. */
@Component({
  selector: 'app-parole-page',
  imports: [Busy, ErrorSummary, FormField, RadioGroup, ResourceState],
  template: `
    <div class="container section">
      <h1>Nomi degli organi</h1>
      @if (corrente.hasValue()) {
        <p class="lead">
          In ogni regione si chiamano in modo diverso. Scegli una volta: il portale userà questi nomi nelle pagine e nei messaggi.
        </p>
        <form class="form-narrow" novalidate (submit)="invio.submit($event)">
          <app-error-summary [form]="f" [submission]="invio" />
          <app-radio-group [formField]="f.organoPolitico" label="L’organo dei sindaci" [options]="politici" mandatory />
          <app-radio-group [formField]="f.organoTecnico" label="L’organo tecnico" [options]="tecnici" mandatory />
          <p class="alert alert-info">Per esempio: «{{ esempio() }}»</p>
          <p class="form-actions"><button type="submit" class="btn btn-primary" [appBusy]="invio.busy()">Salva i nomi</button></p>
        </form>
      } @else {
        <app-resource-state [of]="corrente" />
      }
    </div>
  `,
})
export class ParolePage {
  readonly ambito = input.required<string>();
  protected readonly corrente = inject(AmbitoCorrente).resource;
  protected readonly politici = ORGANI_POLITICI.map(value => ({ value, label: value }));
  protected readonly tecnici = ORGANI_TECNICI.map(value => ({ value, label: value }));
  readonly #stored = computed(
    () => this.corrente.value()?.parole ?? { organoPolitico: ORGANI_POLITICI[0], organoTecnico: ORGANI_TECNICI[0] },
  );
  protected readonly model = linkedSignal<ParoleInput>(() => this.#stored());
  protected readonly f = form(this.model, path => validateStandardSchema(path, ParoleInput));
  protected readonly esempio = computed(() => conParole('[Il tecnico] ha scritto la bozza; [il politico] la approva.', this.model()));
  readonly #commands = ambitiCommands();
  readonly #annunci = inject(Annunci);

  protected readonly invio = submission(this.f, async () => {
    await this.#commands.parole(this.ambito(), this.model());
    this.corrente.reload();
    this.#annunci.notify('Nomi salvati: da adesso li trovi in tutte le pagine.');
  });
}
