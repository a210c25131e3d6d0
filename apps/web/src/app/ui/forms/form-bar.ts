import { Component, computed, ElementRef, inject, input } from '@angular/core';
import type { FieldTree } from '@angular/forms/signals';
import { conta } from '@tavoli/shared';
import { standing } from '../error-message';
import type { Submission } from './submission';

/**
 * The end of a long form, always in sight: its buttons and how things stand, as they truly are. `draft`: what is typed stays on the device until it
 * is sent. `<app-form-bar [form]="f" [submission]="invio"><button type="submit" …></app-form-bar>`
 */
@Component({
  selector: 'app-form-bar',
  host: { class: 'form-bar' },
  template: `
    <p class="form-bar-stato">
      @switch (stato()) {
        @case ('invio') {
          {{ verbo() === 'salvato' ? 'Salvataggio' : 'Invio' }} in corso…
        }
        @case ('sbagliato') {
          <button type="button" class="link-button" (click)="vai()">{{ problemi() }}</button>
        }
        @case ('da_inviare') {
          <span>Non ancora {{ verbo() }}.{{ draft() ? ' Quello che scrivi resta su questo dispositivo.' : '' }}</span>
        }
      }
    </p>
    <div class="form-actions"><ng-content /></div>
  `,
})
export class FormBar {
  readonly form = input.required<FieldTree<unknown>>();
  readonly submission = input.required<Pick<Submission, 'busy' | 'failures'>>();
  readonly draft = input<unknown>(null);
  readonly verbo = input<'salvato' | 'inviato'>('salvato');
  readonly #host = inject<ElementRef<HTMLElement>>(ElementRef).nativeElement;
  protected readonly stato = computed(() => {
    if (this.submission().busy()) return 'invio';
    if (this.#sbagliati() > 0) return 'sbagliato';
    return this.form()().dirty() ? 'da_inviare' : 'fermo';
  });
  readonly #sbagliati = computed(() => (this.submission().failures() === 0 ? 0 : standing(this.form()().errorSummary()).length));
  protected readonly problemi = computed(() => `${conta(this.#sbagliati(), 'cosa', 'cose')} da correggere`);

  /** To the summary, which names each of them. */
  protected vai(): void {
    this.#host.closest('form')?.querySelector<HTMLElement>('.error-summary')?.focus();
  }
}
