import { Component, computed, effect, inject, input, signal } from '@angular/core';
import { form, FormField, validateStandardSchema } from '@angular/forms/signals';
import { Router, RouterLink } from '@angular/router';
import { NuovoTavoloInput } from '@tavoli/shared';
import { AmbitoCorrente } from '../page/ambito-corrente';
import { Annunci } from '../ui/annunci';
import { Busy } from '../ui/busy';
import { CheckboxGroup } from '../ui/fields/checkbox-group';
import { ErrorSummary } from '../ui/forms/error-summary';
import { ResourceState } from '../page/resource-state';
import { submission } from '../ui/forms/submission';
import { TextArea } from '../ui/fields/text-area';
import { TextField } from '../ui/fields/text-field';
import { tavoliCommands, tavoloResource } from './tavoli.api';

/** Creates a tavolo, or changes one: its code and its address never change. */
@Component({
  selector: 'app-tavolo-form-page',
  imports: [Busy, CheckboxGroup, ErrorSummary, FormField, ResourceState, RouterLink, TextArea, TextField],
  templateUrl: './tavolo-form-page.html',
})
export class TavoloFormPage {
  readonly ambito = input.required<string>();
  /** Absent for a new one. */
  readonly slug = input<string | undefined>(undefined, { alias: 'tavolo' });
  protected readonly tavolo = tavoloResource(this.ambito, this.slug);
  readonly #ambito = inject(AmbitoCorrente).resource;
  protected readonly aree = computed(() => (this.#ambito.value()?.aree ?? []).map(area => ({ value: area.id, label: area.nome })));
  protected readonly model = signal({ codice: '', nome: '', scopo: '', aree: [] as string[] });
  protected readonly f = form(this.model, path => validateStandardSchema(path, NuovoTavoloInput));
  readonly #commands = tavoliCommands();
  readonly #router = inject(Router);
  readonly #annunci = inject(Annunci);

  protected readonly invio = submission(this.f, async ({ idempotencyKey }) => {
    const before = this.tavolo.value();
    const { codice, ...rest } = this.model();
    const saved = before
      ? await this.#commands.modifica(this.ambito(), before, rest)
      : await this.#commands.crea(this.ambito(), { codice, ...rest }, idempotencyKey);
    this.#annunci.notify(before ? 'Tavolo aggiornato.' : 'Tavolo creato.');
    await this.#router.navigate(['/', this.ambito(), 'tavoli', saved.slug]);
  });

  constructor() {
    effect(() => {
      const tavolo = this.tavolo.value();
      if (tavolo) this.model.set({ codice: tavolo.codice, nome: tavolo.nome, scopo: tavolo.scopo, aree: [...tavolo.areeId] });
    });
  }
}
