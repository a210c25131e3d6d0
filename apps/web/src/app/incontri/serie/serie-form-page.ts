import { Component, computed, inject, input } from '@angular/core';
import { Router, RouterLink } from '@angular/router';
import { pageMeta } from '../../page/page-meta';
import { ResourceState } from '../../page/resource-state';
import { Annunci } from '../../ui/annunci';
import { EmptyState } from '../../ui/empty-state';
import { incontroResource } from '../incontri.api';
import { SerieForm } from './serie-form';

/** The incontri of a series, for who leads them: one act on this one, on this and the following, or on all. */
@Component({
  selector: 'app-serie-form-page',
  imports: [EmptyState, ResourceState, RouterLink, SerieForm],
  template: `
    <div class="container section">
      @if (incontro.hasValue()) {
        @let view = incontro.value();
        <h1>La serie di «{{ view.titolo }}»</h1>
        @if (view.gestione && view.serieId) {
          <p class="lead">
            Scegli che cosa fare e su quali incontri: prima di confermare vedi ogni data, con le festività e le sovrapposizioni.
          </p>
          <app-serie-form [ambito]="ambito()" [incontro]="view" (fatta)="fatta($event)" />
        } @else {
          <app-empty-state title="Questo incontro non fa parte di una serie" icon="calendar"
            ><p><a [routerLink]="indietro()">Torna all’incontro</a></p></app-empty-state
          >
        }
      } @else {
        <app-resource-state [of]="incontro" />
      }
    </div>
  `,
})
export class SerieFormPage {
  readonly ambito = input.required<string>();
  readonly id = input.required<string>({ alias: 'incontro' });
  protected readonly incontro = incontroResource(this.ambito, this.id);
  protected readonly indietro = computed(() => ['/', this.ambito(), 'area', 'incontri', this.id()]);
  readonly #router = inject(Router);
  readonly #annunci = inject(Annunci);

  constructor() {
    pageMeta(() => (this.incontro.hasValue() ? { title: `Serie: ${this.incontro.value().titolo}` } : null));
  }

  /** @param detto what was done */
  protected async fatta(detto: string): Promise<void> {
    this.#annunci.notify(detto);
    await this.#router.navigate(['/', this.ambito(), 'area', 'incontri']);
  }
}
