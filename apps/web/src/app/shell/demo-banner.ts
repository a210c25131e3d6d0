import { Component, inject } from '@angular/core';
import { RouterLink } from '@angular/router';
import { Installazione } from '../installazione/installazione.api';
import { Icon } from '../ui/icon';

@Component({
  selector: 'app-demo-banner',
  imports: [Icon, RouterLink],
  template: `
    @if (installazione.demo()) {
      <aside class="demo-banner" aria-label="Dimostrazione">
        <div class="container">
          <p><app-icon name="info" /><strong>Questa è una dimostrazione:</strong> persone ed enti sono inventati.</p>
          <ul>
            <li><a routerLink="/demo">Entra come…</a></li>
            <li><a routerLink="/demo/posta">Leggi la posta</a></li>
          </ul>
        </div>
      </aside>
    }
  `,
})
export class DemoBanner {
  protected readonly installazione = inject(Installazione);
}
