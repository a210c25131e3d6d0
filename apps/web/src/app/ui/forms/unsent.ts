import { effect, inject, linkedSignal } from '@angular/core';
import type { FieldTree } from '@angular/forms/signals';
import { KeptDrafts } from '../drafts/kept-drafts';
import { Unsaved } from './unsaved';

export const NON_INVIATO = 'Quello che hai scritto nel modulo: non è stato inviato.';

/**
 * Whoever leaves with something typed in the form is asked first, unless a draft keeps it. What the page filled in by itself, and what
 * was typed and taken back, is nothing. Call in an injection context.
 * @param beside what is given with the form and stands in no field of it: a file that was chosen
 * @param sending while what is typed is on its way the page may be left: the act itself may lead elsewhere
 */
export function watchUnsent<T>(form: FieldTree<T>, sending: () => boolean, beside: () => boolean): void {
  const drafts = inject(KeptDrafts);
  // As it was before somebody typed: followed as long as nobody has.
  const begun = linkedSignal<{ dirty: boolean; value: unknown }, unknown>({
    source: () => ({ dirty: form().dirty(), value: form().value() }),
    computation: (now, before) => (now.dirty && before ? before.value : now.value),
  });
  effect(() => void begun());
  inject(Unsaved).watch(() => {
    const value = form().value();
    const typed = form().dirty() && JSON.stringify(value) !== JSON.stringify(begun());
    return (typed || beside()) && !sending() && !drafts.keeps(value) ? NON_INVIATO : null;
  });
}
