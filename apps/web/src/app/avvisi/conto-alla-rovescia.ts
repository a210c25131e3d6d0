import { afterNextRender, Component, computed, DestroyRef, inject, input, signal } from '@angular/core';
import { quantoManca, type StatoAvviso } from '@tavoli/shared';

const EVERY_MS = 30_000;

/** How much time is left, in plain words; in the browser it keeps going by itself, without being read aloud at each step. */
@Component({
  selector: 'app-conto-alla-rovescia',
  template: `{{ words() }}`,
})
export class ContoAllaRovescia {
  readonly apreAt = input.required<string>();
  readonly chiudeAt = input.required<string>();
  readonly stato = input.required<StatoAvviso>();
  readonly #now = signal(new Date());

  protected readonly words = computed(() => {
    const now = this.#now();
    if (this.stato() === 'annullato' || this.stato() === 'bozza') return '';
    if (now < new Date(this.apreAt())) return `${quantoManca(now, new Date(this.apreAt()))} all’apertura`;
    const chiude = new Date(this.chiudeAt());
    return now < chiude ? `${quantoManca(now, chiude)} alla chiusura` : `Chiuso ${quantoManca(now, chiude)}`;
  });

  constructor() {
    const destroyed = inject(DestroyRef);
    afterNextRender(() => {
      const timer = setInterval(() => this.#now.set(new Date()), EVERY_MS);
      destroyed.onDestroy(() => clearInterval(timer));
    });
  }
}
