import { Component, input } from '@angular/core';
import type { LocalDraft } from './local-draft';

/** Says that the form holds what was typed before, and offers to start over. */
@Component({
  selector: 'app-draft-notice',
  host: { class: 'd-block' },
  template: `
    @if (draft().restored()) {
      <div class="alert alert-info" role="status">
        Abbiamo ripreso quello che avevi scritto.
        <button type="button" class="link-button" (click)="draft().discard()">Ricomincia da capo</button>
      </div>
    }
  `,
})
export class DraftNotice {
  readonly draft = input.required<LocalDraft>();
}
