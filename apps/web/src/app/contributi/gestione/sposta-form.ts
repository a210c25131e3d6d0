import { Component, computed, inject, input, output, signal } from '@angular/core';
import { form, FormField, validateStandardSchema } from '@angular/forms/signals';
import { type ContributoGestioneView, SpostaInput } from '@tavoli/shared';
import { aperti, tavoliResource } from '../../tavoli/tavoli.api';
import { Annunci } from '../../ui/annunci';
import { Busy } from '../../ui/busy';
import { ErrorSummary } from '../../ui/forms/error-summary';
import { SelectField } from '../../ui/fields/select-field';
import { submission } from '../../ui/forms/submission';
import { TextArea } from '../../ui/fields/text-area';
import { gestioneCommands } from './gestione.api';

/** Passes a contributo to the tavolo it is about. */
@Component({
  selector: 'app-sposta-contributo',
  imports: [Busy, ErrorSummary, FormField, SelectField, TextArea],
  template: `
    <form class="fieldset-card" novalidate (submit)="invio.submit($event)">
      <h2 class="h4" tabindex="-1">Passa a un altro tavolo</h2>
      <p>Se ne occupa il referente di quel tavolo; i termini non ricominciano. Chi lo ha scritto riceve un messaggio.</p>
      <app-error-summary [form]="f" [submission]="invio" />
      <app-select-field [formField]="f.tavoloId" label="A quale tavolo" [options]="tavoli()" mandatory />
      <app-text-area [formField]="f.motivazione" label="Perché" hint="Lo legge chi lo ha scritto." [rows]="4" [limit]="2000" mandatory />
      <p class="form-actions">
        <button type="submit" class="btn btn-primary" [appBusy]="invio.busy()">Passa al tavolo</button>
        <button type="button" class="btn btn-outline-primary" (click)="lascia.emit()">Lascia stare</button>
      </p>
    </form>
  `,
})
export class SpostaContributo {
  readonly ambito = input.required<string>();
  readonly contributo = input.required<ContributoGestioneView>();
  readonly fatto = output();
  readonly lascia = output();
  protected readonly model = signal({ tavoloId: '', motivazione: '' });
  protected readonly f = form(this.model, path => validateStandardSchema(path, SpostaInput));
  readonly #tavoli = tavoliResource(this.ambito);
  protected readonly tavoli = computed(() =>
    aperti(this.#tavoli)
      .filter(t => t.id !== this.contributo().tavolo.id)
      .map(t => ({ value: t.id, label: t.nome })),
  );
  readonly #commands = gestioneCommands();
  readonly #annunci = inject(Annunci);

  protected readonly invio = submission(this.f, async () => {
    await this.#commands.sposta(this.ambito(), this.contributo(), SpostaInput.parse(this.model()));
    this.#annunci.notify('Contributo passato all’altro tavolo.');
    this.fatto.emit();
  });
}
