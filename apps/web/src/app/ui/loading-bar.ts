import { booleanAttribute, Component, input } from '@angular/core';

/** "Caricamento in corso", shown only when it lasts more than a second (the delay is in CSS). */
@Component({
  selector: 'app-loading-bar',
  template: `
    @if (active()) {
      <div class="loading-bar" role="status">
        <span class="loading-bar-track" aria-hidden="true"></span>
        <p>{{ label() }}</p>
      </div>
    }
  `,
})
export class LoadingBar {
  readonly active = input(true, { transform: booleanAttribute });
  readonly label = input('Caricamento in corso…');
}
