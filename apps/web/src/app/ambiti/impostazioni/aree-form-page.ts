import { Component, computed, inject, input } from '@angular/core';
import { form, FormField, validateStandardSchema } from '@angular/forms/signals';
import { AreeInput } from '@tavoli/shared';
import { ResourceState } from '../../page/resource-state';
import { Annunci } from '../../ui/annunci';
import { Busy } from '../../ui/busy';
import { TextField } from '../../ui/fields/text-field';
import { ErrorSummary } from '../../ui/forms/error-summary';
import { formModel } from '../../ui/forms/form-model';
import { submission } from '../../ui/forms/submission';
import { impostazioniCommands, impostazioniResource } from './impostazioni.api';

/** The thematic areas in their order: one that is taken away is archived, and stays where it was used. */
@Component({
  selector: 'app-aree-form-page',
  imports: [Busy, ErrorSummary, FormField, ResourceState, TextField],
  template: `
    <div class="container section">
      <h1>Aree tematiche</h1>
      @if (impostazioni.hasValue()) {
        <p class="lead">Di che cosa si occupano i tavoli. Un’area che togli va in archivio: resta sui tavoli che l’hanno già.</p>
        <form class="form-narrow" novalidate (submit)="invio.submit($event)">
          <app-error-summary [form]="f" [submission]="invio" />
          @for (area of f.aree; track area) {
            <app-text-field [formField]="area.nome" [label]="'Area ' + ($index + 1)" mandatory />
            <p class="actions">
              @if (!$first) {
                <button type="button" class="link-button" (click)="sposta($index)">
                  Porta in su<span class="visually-hidden"> l’area {{ $index + 1 }}</span>
                </button>
              }
              <button type="button" class="link-button" (click)="togli($index)">
                Archivia<span class="visually-hidden"> l’area {{ $index + 1 }}</span>
              </button>
            </p>
          }
          <p class="actions form-actions">
            <button type="submit" class="btn btn-primary" [appBusy]="invio.busy()">Salva le aree</button>
            <button type="button" class="btn btn-outline-primary" (click)="aggiungi(null, '')">Aggiungi un’area</button>
          </p>
        </form>
        @if (archiviate().length > 0) {
          <h2 class="h4">In archivio</h2>
          <ul class="list-rows">
            @for (area of archiviate(); track area.id) {
              <li class="row-item">
                <div class="row-main">{{ area.nome }}</div>
                <button type="button" class="link-button" (click)="aggiungi(area.id, area.nome)">
                  Riprendi<span class="visually-hidden"> {{ area.nome }}</span>
                </button>
              </li>
            }
          </ul>
        }
      } @else {
        <app-resource-state [of]="impostazioni" />
      }
    </div>
  `,
})
export class AreeFormPage {
  readonly ambito = input.required<string>();
  protected readonly impostazioni = impostazioniResource(this.ambito);
  protected readonly model = formModel(this.impostazioni.value, (letto): AreeInput => ({
    aree: (letto?.aree ?? []).filter(a => !a.archiviata).map(({ id, nome }) => ({ id, nome })),
  }));
  protected readonly f = form(this.model, path => validateStandardSchema(path, AreeInput));
  /** Those in the archive, but for those just taken out of it. */
  protected readonly archiviate = computed(() =>
    (this.impostazioni.value()?.aree ?? []).filter(a => a.archiviata && !this.model().aree.some(m => m.id === a.id)),
  );
  readonly #commands = impostazioniCommands(this.ambito, this.impostazioni);
  readonly #annunci = inject(Annunci);

  protected readonly invio = submission(this.f, async () => {
    await this.#commands.salva('aree', this.model());
    this.#annunci.notify('Aree salvate.');
  });

  protected aggiungi(id: string | null, nome: string): void {
    this.#aree(all => [...all, { id, nome }]);
    this.#annunci.announce('Area aggiunta in fondo all’elenco.');
  }

  protected togli(posto: number): void {
    this.#aree(all => all.filter((_, i) => i !== posto));
  }

  protected sposta(posto: number): void {
    this.#aree(all => all.map((area, i) => (i === posto - 1 ? (all[posto] ?? area) : i === posto ? (all[posto - 1] ?? area) : area)));
  }

  #aree(change: (all: AreeInput['aree']) => AreeInput['aree']): void {
    this.f.aree().value.set(change(this.model().aree));
    this.f.aree().markAsDirty();
  }
}
