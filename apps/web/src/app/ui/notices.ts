import { Component, inject } from '@angular/core';
import { Annunci } from './annunci';
import { Icon } from './icon';

/** The one place where Annunci appear: the live region and the stack of notices. Part of the shell. */
@Component({
  selector: 'app-notices',
  imports: [Icon],
  template: `
    <p class="visually-hidden" role="status" aria-live="polite" data-testid="annuncio">{{ annunci.spoken() }}</p>
    <div
      class="notices"
      [attr.aria-label]="annunci.notices().length > 0 ? 'Messaggi del portale' : null"
      [attr.role]="annunci.notices().length > 0 ? 'region' : null"
    >
      @for (notice of annunci.notices(); track notice.id) {
        <div [attr.class]="'notice notice-' + notice.tone">
          <app-icon [name]="notice.tone === 'success' ? 'check' : notice.tone === 'info' ? 'info' : 'warning'" />
          <p>{{ notice.text }}</p>
          <button type="button" class="notice-close" (click)="annunci.close(notice.id)">
            <app-icon name="close" /><span class="visually-hidden">Chiudi il messaggio</span>
          </button>
        </div>
      }
    </div>
  `,
})
export class Notices {
  protected readonly annunci = inject(Annunci);
}
