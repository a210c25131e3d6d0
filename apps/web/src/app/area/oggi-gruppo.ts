import { Component, computed, inject, input, output } from '@angular/core';
import { RouterLink } from '@angular/router';
import type { GruppoOggiView } from '@tavoli/shared';
import { via } from '../cruscotto/percorso';
import { IdGenerator } from '../ui/id-generator';
import { OggiVoce } from './oggi-voce';

/** All that waits of one kind: how many and since when, the first few, where the others are. */
@Component({
  selector: 'app-oggi-gruppo',
  imports: [OggiVoce, RouterLink],
  host: { class: 'd-block' },
  template: `
    @let g = gruppo();
    <section class="oggi-gruppo" [class.oggi-subito]="g.urgenza === 'subito'" [attr.aria-labelledby]="id">
      <h3 class="h5" [id]="id">
        {{ g.titolo }}<span class="oggi-quando">{{ quando() }}</span>
      </h3>
      <ul class="list-plain">
        @for (voce of g.voci; track voce.oggettoId + (voce.qui?.parte ?? $index)) {
          <li><app-oggi-voce [ambito]="ambito()" [voce]="voce" (cambiata)="cambiata.emit()" /></li>
        }
      </ul>
      @if (altri() > 0) {
        <p class="mb-0">
          @if (elenco(); as lista) {
            <a [routerLink]="lista.link" [queryParams]="lista.query"
              >{{ altri() === 1 ? 'Vedi anche l’altra voce' : 'Vedi anche le altre ' + altri()
              }}<span class="visually-hidden">: {{ g.titolo }}</span></a
            >
          } @else {
            <span class="text-muted">{{ altri() === 1 ? 'E un’altra.' : 'E altre ' + altri() + '.' }}</span>
          }
        </p>
      }
    </section>
  `,
})
export class OggiGruppo {
  readonly ambito = input.required<string>();
  readonly gruppo = input.required<GruppoOggiView>();
  readonly cambiata = output();
  protected readonly id = inject(IdGenerator).next('oggi');
  /** Of one thing, its row says it. */
  protected readonly quando = computed(() => (this.gruppo().quante > 1 && this.gruppo().quando !== '' ? `, ${this.gruppo().quando}` : ''));
  protected readonly altri = computed(() => this.gruppo().quante - this.gruppo().voci.length);
  protected readonly elenco = computed(() => {
    const { elenco } = this.gruppo();
    return elenco === null ? null : via(this.ambito(), elenco);
  });
}
