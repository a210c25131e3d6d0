import { Component, computed, input } from '@angular/core';

interface Part {
  readonly text: string;
  readonly href: string | null;
}

/** Plain text in which the addresses of this portal are links that work here, whatever origin the mail names. */
@Component({
  selector: 'app-collegamenti',
  template: `@for (part of parts(); track $index) {
    @if (part.href) {
      <a [href]="part.href">{{ part.text }}</a>
    } @else {
      <span class="pre-line">{{ part.text }}</span>
    }
  }`,
})
export class Collegamenti {
  readonly testo = input.required<string>();
  protected readonly parts = computed<Part[]>(() =>
    this.testo()
      .split(/(https?:\/\/\S+)/)
      .map(text => ({ text, href: /^https?:\/\//.test(text) ? pathOf(text) : null })),
  );
}

function pathOf(address: string): string {
  const { pathname, search, hash } = new URL(address);
  return pathname + search + hash;
}
