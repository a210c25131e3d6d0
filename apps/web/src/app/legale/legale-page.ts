import { Component, computed, inject, input } from '@angular/core';
import { RouterLink } from '@angular/router';
import { contattiInParole, type PaginaLegale, testoLegale, TITOLI_LEGALI } from '@tavoli/shared';
import { Permissions } from '../session/permissions';
import { DataPipe } from '../ui/words/dates';
import { Documento } from '../ui/editor/documento';
import { ResourceState } from '../page/resource-state';
import { paginaLegaleResource } from './legale.api';

/** A page that the law asks for: of an ambito, in its own words if it wrote them; of the installation, in those of the portal. */
@Component({
  selector: 'app-legale-page',
  imports: [DataPipe, Documento, ResourceState, RouterLink],
  template: `
    <article class="container page prose">
      <h1>{{ titolo() }}</h1>
      @if (testo(); as documento) {
        <app-documento [documento]="documento" [titoli]="2" />
        @if (pagina.value()?.aggiornataAt; as at) {
          <p class="text-muted">
            Ultima modifica: <time [attr.datetime]="at">{{ at | data }}</time>.
          </p>
        }
        @if (puoModificare()) {
          <p class="no-print">
            <a class="btn btn-outline-primary" [routerLink]="['/', ambito(), 'area', 'pagine', quale()]">Modifica il testo</a>
          </p>
        }
      } @else {
        <app-resource-state [of]="pagina" />
      }
    </article>
  `,
})
export class LegalePage {
  /** Absent on the pages of the installation. */
  readonly ambito = input<string>();
  readonly quale = input.required<PaginaLegale>();
  protected readonly titolo = computed(() => TITOLI_LEGALI[this.quale()]);
  protected readonly pagina = paginaLegaleResource(this.ambito, this.quale);
  protected readonly testo = computed(() =>
    this.ambito() === undefined ? testoLegale(this.quale(), contattiInParole(null)) : this.pagina.value()?.documento,
  );
  readonly #permissions = inject(Permissions);
  protected readonly puoModificare = computed(
    () => this.ambito() !== undefined && this.#permissions.can('ambito.modifica', this.ambito() ?? ''),
  );
}
