import { Injectable, type Signal, signal } from '@angular/core';

/** A field of the kit, as what surrounds it sees it. */
export interface TypedField {
  readonly element: HTMLElement;
  readonly id: Signal<string>;
  readonly label: Signal<string>;
  /** Why what stands in it is not its value, in a sentence; null: it is. */
  readonly wrong: Signal<string | null>;
  /** Whether it shows its error: not while somebody is still typing. */
  readonly told: Signal<boolean>;
  /** Shows the error beside the field. */
  reveal(): void;
  focus(): void;
}

/**
 * Every field that is on the page. A field that parses what is typed keeps text and error to itself, whether a signal form feeds it or
 * it is bound by hand: whoever saves or sends asks here whether something typed is not in the values (`wrongIn`), and says so.
 */
@Injectable({ providedIn: 'root' })
export class TypedFields {
  readonly #fields = signal<readonly TypedField[]>([]);

  /** @returns how to take it away */
  add(field: TypedField): () => void {
    this.#fields.update(all => [...all, field]);
    return () => this.#fields.update(all => all.filter(other => other !== field));
  }

  /** The fields inside `host` with something typed that is no value, as they stand on the page. A signal read. */
  wrongIn(host: Node | null): TypedField[] {
    if (host === null) return [];
    return this.#fields()
      .filter(field => field.wrong() !== null)
      .filter(field => host.contains(field.element))
      .sort((a, b) => (a.element.compareDocumentPosition(b.element) & Node.DOCUMENT_POSITION_FOLLOWING ? -1 : 1));
  }

  /** Shows the errors of those inside `host` and goes to the first. @returns whether there was any */
  refuse(host: Node | null): boolean {
    const wrong = this.wrongIn(host);
    for (const field of wrong) field.reveal();
    wrong[0]?.focus();
    return wrong.length > 0;
  }

  /** What the field of this id asks; null: no such field. */
  labelOf(id: string): string | null {
    return (
      this.#fields()
        .find(field => field.id() === id)
        ?.label() ?? null
    );
  }
}
