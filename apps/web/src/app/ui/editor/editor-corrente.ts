import { computed, Injectable, type Signal, signal } from '@angular/core';
import type { Command, EditorState } from '@tiptap/pm/state';

/** A text that somebody writes in, as the toolbar knows it. */
export interface Scritto {
  readonly label: Signal<string>;
  readonly scrivibile: Signal<boolean>;
  /** What stands in it and where the cursor is; null until it is there. */
  readonly state: Signal<EditorState | null>;
  readonly esegui: (command: Command) => void;
  readonly focus: () => void;
  /** The focus has gone from the toolbar to `target`, as if it had gone there from the text. */
  readonly lasciato: (target: EventTarget | null) => void;
}

/** The text that the toolbar of the page works on: the one written in last, as long as it is there. */
@Injectable({ providedIn: 'root' })
export class EditorCorrente {
  readonly #scritto = signal<Scritto | null>(null);
  readonly scritto = computed(() => {
    const scritto = this.#scritto();
    return scritto?.scrivibile() ? scritto : null;
  });
  #barra: (() => void) | undefined;

  prendi(scritto: Scritto): void {
    this.#scritto.set(scritto);
  }

  lascia(scritto: Scritto): void {
    this.#scritto.update(now => (now === scritto ? null : now));
  }

  /** @param vai puts the focus on the toolbar @returns takes it away again */
  conBarra(vai: () => void): () => void {
    this.#barra = vai;
    return () => {
      if (this.#barra === vai) this.#barra = undefined;
    };
  }

  /** From the text to the toolbar, by keyboard; false where the page has none. */
  vaiAllaBarra(): boolean {
    this.#barra?.();
    return this.#barra !== undefined;
  }
}
