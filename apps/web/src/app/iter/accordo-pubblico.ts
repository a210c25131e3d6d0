import { Component, computed, input } from '@angular/core';
import type { IterPubblicoView } from '@tavoli/shared';
import { EuroPipe } from '../ui/fields/euro-field';
import { giorno, RISORSE } from './iter.labels';
import { StatoIter } from './stato-iter';

/** The accordo di programma as everybody reads it: who signs, who joins with what, which observations were accepted. */
@Component({
  selector: 'app-accordo-pubblico',
  imports: [EuroPipe, StatoIter],
  host: { class: 'd-block' },
  templateUrl: './accordo-pubblico.html',
})
export class AccordoPubblico {
  readonly iter = input.required<IterPubblicoView>();
  protected readonly raccolte = computed(() => this.iter().firmatari.filter(f => f.stato === 'raccolta').length);
  protected readonly totale = computed(() => this.iter().adesioni.reduce((sum, a) => sum + a.totale, 0));
  protected readonly risorse = RISORSE;
  protected readonly giorno = giorno;
}
