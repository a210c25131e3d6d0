import { afterEveryRender, Component, ElementRef, inject, signal } from '@angular/core';

interface Parte {
  readonly titolo: string;
  readonly element: HTMLElement;
}

const PARTI = 'fieldset > legend, details.form-part > summary, section > h2, form > h2';

/** The parts of a long form, as links to each: stands first in it, and finds them by their titles. */
@Component({
  selector: 'app-form-index',
  host: { class: 'form-index' },
  template: `
    @if (parti().length > 2) {
      <nav aria-label="Parti del modulo">
        <ol>
          @for (parte of parti(); track parte.element) {
            <li>
              <button type="button" class="link-button" (click)="vai(parte)">{{ parte.titolo }}</button>
            </li>
          }
        </ol>
      </nav>
    }
  `,
})
export class FormIndex {
  readonly #host = inject<ElementRef<HTMLElement>>(ElementRef).nativeElement;
  protected readonly parti = signal<readonly Parte[]>([]);

  constructor() {
    afterEveryRender(() => {
      const found = [...(this.#host.closest('form')?.querySelectorAll<HTMLElement>(PARTI) ?? [])]
        .filter(
          element => element.parentElement?.closest('fieldset fieldset, app-radio-group, app-checkbox-group, app-date-time-field') === null,
        )
        .map(element => ({ element, titolo: titoloDi(element) }));
      if (
        found.map(p => p.titolo).join() !==
        this.parti()
          .map(p => p.titolo)
          .join()
      )
        this.parti.set(found);
    });
  }

  /** Opens it where it is closed, and goes there. */
  protected vai({ element }: Parte): void {
    const details = element.closest('details');
    if (details) details.open = true;
    if (element.localName !== 'summary') element.tabIndex = -1;
    element.focus({ preventScroll: true });
    element.scrollIntoView({ block: 'start' });
  }
}

/** The words of a title, without what is said beside it. */
function titoloDi(element: HTMLElement): string {
  const words = element.cloneNode(true) as HTMLElement;
  for (const beside of words.querySelectorAll('.text-muted, .visually-hidden')) beside.remove();
  return words.textContent.replace(/\s+/g, ' ').trim();
}
