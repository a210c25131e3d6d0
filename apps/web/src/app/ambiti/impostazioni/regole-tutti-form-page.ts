import { Component, computed, input } from '@angular/core';
import { RouterLink } from '@angular/router';
import { RegoleForm } from '../../incontri/regole/regole-form';
import { ResourceState } from '../../page/resource-state';
import { impostazioniResource } from './impostazioni.api';

/** The rules of the tavoli that have none of their own; which have. */
@Component({
  selector: 'app-regole-tutti-form-page',
  imports: [RegoleForm, ResourceState, RouterLink],
  template: `
    <div class="container section">
      <h1>Regole per tutti i tavoli</h1>
      @if (impostazioni.hasValue()) {
        @let i = impostazioni.value();
        <p class="lead">Valgono per ogni tavolo che non ha regole sue, dal prossimo atto: quello che è già convocato resta com’è.</p>
        @if (i.eccezioni.length > 0) {
          <p>
            Hanno regole loro:
            @for (t of i.eccezioni; track t.slug) {
              <a [routerLink]="['/', ambito(), 'area', 'tavoli', t.slug, 'regole']">{{ t.nome }}</a>{{ $last ? '.' : ', ' }}
            }
          </p>
        }
        @for (r of regole(); track r.version) {
          <app-regole-form [ambito]="ambito()" [tavolo]="null" [regole]="r" (salvate)="impostazioni.reload()" />
        }
      } @else {
        <app-resource-state [of]="impostazioni" />
      }
    </div>
  `,
})
export class RegoleTuttiFormPage {
  readonly ambito = input.required<string>();
  protected readonly impostazioni = impostazioniResource(this.ambito);
  protected readonly regole = computed(() => {
    const i = this.impostazioni.value();
    return i === undefined ? [] : [{ ...i.regole, version: i.version }];
  });
}
