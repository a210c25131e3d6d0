import { Component, input } from '@angular/core';
import { Icon, type IconName } from './icon';

/** Where a list would be, when there is nothing yet: says so, and what to do next (projected: a sentence, a link, a button). */
@Component({
  selector: 'app-empty-state',
  imports: [Icon],
  host: { class: 'd-block' },
  template: `
    <div class="empty-state">
      <app-icon [name]="icon()" size="lg" />
      <p class="empty-state-title">{{ title() }}</p>
      <ng-content />
    </div>
  `,
})
export class EmptyState {
  readonly title = input.required<string>();
  readonly icon = input<IconName>('document');
}
