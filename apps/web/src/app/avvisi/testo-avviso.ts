import { Component, computed, input } from '@angular/core';

interface Block {
  readonly kind: 'title' | 'text';
  readonly text: string;
}

/** The text of an avviso: blank lines part paragraphs, `## ` begins a title. Nothing else is markup, so nothing can be injected. */
@Component({
  selector: 'app-testo-avviso',
  template: `
    @for (block of blocks(); track $index) {
      @if (block.kind === 'title') {
        <h2 class="h4">{{ block.text }}</h2>
      } @else {
        <p class="pre-line">{{ block.text }}</p>
      }
    }
  `,
})
export class TestoAvviso {
  readonly testo = input.required<string>();
  protected readonly blocks = computed(() => parse(this.testo()));
}

function parse(testo: string): Block[] {
  const parts: string[][] = [[]];
  for (const line of testo.split('\n')) {
    if (line.startsWith('## ')) parts.push([line], []);
    else if (line === '') parts.push([]);
    else parts.at(-1)?.push(line);
  }
  return parts
    .map(lines => lines.join('\n').trim())
    .filter(part => part !== '')
    .map(part => (part.startsWith('## ') ? { kind: 'title', text: part.slice(3).trim() } : { kind: 'text', text: part }));
}
