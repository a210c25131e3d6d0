import { DestroyRef, DOCUMENT, inject } from '@angular/core';

/**
 * The last passage selected inside `host`: a click on a button takes the selection away, the passage is still the one that was meant.
 * Call in an injection context of a page of the browser.
 */
export function ultimaSelezione(host: () => HTMLElement): () => string {
  const document = inject(DOCUMENT);
  let last = '';
  const listen = () => {
    const selection = document.getSelection();
    if (!selection || selection.isCollapsed || !selection.anchorNode || !selection.focusNode) return;
    const inside = host().contains(selection.anchorNode) && host().contains(selection.focusNode);
    last = inside ? selection.toString().trim() : '';
  };
  document.addEventListener('selectionchange', listen);
  inject(DestroyRef).onDestroy(() => document.removeEventListener('selectionchange', listen));
  return () => last;
}
