import { Component, input } from '@angular/core';
import { RouterLink } from '@angular/router';
import type { AvvisoRigaView } from '@tavoli/shared';
import { DataOraPipe } from '../ui/words/dates';
import { StatoAvvisoBadge } from './stato-avviso';

/** An avviso in a list: state, title, window. */
@Component({
  selector: 'app-avviso-riga',
  imports: [DataOraPipe, RouterLink, StatoAvvisoBadge],
  template: `
    <p class="mb-1"><app-stato-avviso [avviso]="avviso()" /></p>
    <h2 class="h5">
      <a [routerLink]="link()">{{ avviso().titolo }}</a>
    </h2>
    <p class="mb-0">
      {{ avviso().apreAt | dataOra: 'Dal' }} {{ avviso().chiudeAt | dataOra: 'al' }} ·
      {{ avviso().numeroTavoli === 1 ? '1 tavolo' : avviso().numeroTavoli + ' tavoli' }}
    </p>
  `,
})
export class AvvisoRiga {
  readonly avviso = input.required<AvvisoRigaView>();
  readonly link = input.required<readonly string[]>();
}
