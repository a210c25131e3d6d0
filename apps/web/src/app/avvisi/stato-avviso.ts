import { Component, computed, input } from '@angular/core';
import type { AvvisoRigaView } from '@tavoli/shared';
import { StatoBadge } from '../ui/stato-badge';

/** The state of an avviso, by the clock too: published, it may not be open yet. */
@Component({
  selector: 'app-stato-avviso',
  imports: [StatoBadge],
  template: `
    @if (presto()) {
      <app-stato-badge [stato]="avviso().stato" label="Non ancora aperto" tone="primary" />
    } @else {
      <app-stato-badge [stato]="avviso().stato" />
    }
  `,
})
export class StatoAvvisoBadge {
  readonly avviso = input.required<Pick<AvvisoRigaView, 'stato' | 'apreAt'>>();
  protected readonly presto = computed(() => this.avviso().stato === 'pubblicato' && new Date(this.avviso().apreAt) > new Date());
}
