import { Component, computed, inject, input, linkedSignal } from '@angular/core';
import { Router, RouterLink } from '@angular/router';
import type { IncontroView } from '@tavoli/shared';
import { ResourceState } from '../../page/resource-state';
import { Annunci } from '../../ui/annunci';
import { EmptyState } from '../../ui/empty-state';
import { incontroResource, integrazioneResource } from '../incontri.api';
import { AZIONI } from '../incontri.passi';
import { DocumentiIncontro } from './documenti-incontro';
import { IntegrazioneForm } from './integrazione-form';

/** Adds to a convocation that has left: punti, documents, guests, corrected words. Whoever is called is told the difference. */
@Component({
  selector: 'app-integrazione-form-page',
  imports: [DocumentiIncontro, EmptyState, IntegrazioneForm, ResourceState, RouterLink],
  template: `
    <div class="container section">
      @if (comEra(); as era) {
        <h1>Integra la convocazione</h1>
        <p class="lead">
          «{{ era.titolo }}» è già convocato: scrivi che cosa si aggiunge o si corregge. Chi è invitato riceve la differenza.
        </p>
        @if (!puo()) {
          <app-empty-state title="La convocazione non si integra" icon="lock"
            ><p><a [routerLink]="indietro()">Torna all’incontro</a></p></app-empty-state
          >
        } @else if (integrazione.hasValue()) {
          <app-documenti-incontro [ambito]="ambito()" [incontro]="incontro.value() ?? era" [modificabile]="true" (cambiati)="rileggi()" />
          <app-integrazione-form [ambito]="ambito()" [incontro]="era" [integrazione]="integrazione.value()" (mandata)="mandata()" />
        } @else {
          <app-resource-state [of]="integrazione" />
        }
      } @else {
        <app-resource-state [of]="incontro" />
      }
    </div>
  `,
})
export class IntegrazioneFormPage {
  readonly ambito = input.required<string>();
  readonly id = input.required<string>({ alias: 'incontro' });
  protected readonly incontro = incontroResource(this.ambito, this.id);
  protected readonly integrazione = integrazioneResource(this.ambito, () => (this.puo() ? this.id() : undefined));
  /** As it was when one began to write: what others do meanwhile is told by the API. */
  protected readonly comEra = linkedSignal<IncontroView | undefined, IncontroView | undefined>({
    source: () => this.incontro.value(),
    computation: (letto, prima) => (prima?.value?.id === this.id() ? prima.value : letto),
  });
  protected readonly puo = computed(() => this.comEra()?.azioni.includes('integra') ?? false);
  protected readonly indietro = computed(() => ['/', this.ambito(), 'area', 'incontri', this.id()]);
  readonly #router = inject(Router);
  readonly #annunci = inject(Annunci);

  protected rileggi(): void {
    this.incontro.reload();
    this.integrazione.reload();
  }

  protected async mandata(): Promise<void> {
    this.#annunci.notify(AZIONI.integra.fatto);
    await this.#router.navigate([...this.indietro()]);
  }
}
