import { Component, input } from '@angular/core';
import { RouterLink } from '@angular/router';
import type { PassoView } from '@tavoli/shared';
import { DataPipe } from '../ui/words/dates';
import { PASSI } from './contributi.labels';

/** The way of a contributo, from the day it was sent to what it changed. */
@Component({
  selector: 'app-filo-contributo',
  imports: [DataPipe, RouterLink],
  template: `
    <ol class="timeline">
      @for (passo of filo(); track $index) {
        <li>
          <p class="mb-0 text-muted">
            <time [attr.datetime]="passo.at">{{ passo.at | data }}</time>
          </p>
          <p class="mb-0">
            <strong>{{ parole[passo.tipo] }}</strong>&ngsp;
            @if (passo.titolo; as titolo) {
              @if (passo.percorso; as percorso) {
                <a [routerLink]="percorso">{{ titolo }}</a>
              } @else {
                {{ titolo }}
              }
            } @else if (passo.tipo === 'unito' || passo.tipo === 'riunito') {
              un contributo che ora non si può leggere
            }
          </p>
          @if (passo.motivazione; as motivazione) {
            <p class="mb-0 pre-line">{{ motivazione }}</p>
          }
        </li>
      }
    </ol>
  `,
})
export class FiloContributo {
  readonly filo = input.required<readonly PassoView[]>();
  protected readonly parole = PASSI;
}
