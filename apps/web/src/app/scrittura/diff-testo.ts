import { Component, computed, input } from '@angular/core';
import { diffParole } from '@tavoli/shared';

/** What changed between two texts, word by word: never by colour alone. */
@Component({
  selector: 'app-diff-testo',
  template: `
    <p class="diff-text">
      @for (parte of parti(); track $index) {
        @switch (parte.tipo) {
          @case ('tolto') {
            <del><span class="visually-hidden"> [tolto: </span>{{ parte.testo }}<span class="visually-hidden">] </span></del>
          }
          @case ('aggiunto') {
            <ins><span class="visually-hidden"> [aggiunto: </span>{{ parte.testo }}<span class="visually-hidden">] </span></ins>
          }
          @default {
            <span>{{ parte.testo }}</span>
          }
        }
      }
    </p>
    @if (uguali()) {
      <p class="text-muted">Le parole sono le stesse.</p>
    }
  `,
  host: { class: 'd-block' },
})
export class DiffTesto {
  readonly da = input.required<string>();
  readonly a = input.required<string>();
  protected readonly parti = computed(() => diffParole(this.da(), this.a()));
  protected readonly uguali = computed(() => this.parti().every(({ tipo }) => tipo === 'uguale'));
}
