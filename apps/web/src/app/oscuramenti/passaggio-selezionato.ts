import { DestroyRef, DOCUMENT, inject } from '@angular/core';
import type { Passaggio } from '@tavoli/shared';

/**
 * The last passage selected inside `host`, in one element with `data-brano` whose text is that of the brano; null: none, or over several. A click on a button takes
 * the selection away, the passage is still the one that was meant. Call in an injection context of a page of the browser.
 */
export function passaggioSelezionato(host: () => HTMLElement): () => Passaggio | null {
  const document = inject(DOCUMENT);
  let ultimo: Passaggio | null = null;
  const ascolta = () => {
    const selezione = document.getSelection();
    if (!selezione || selezione.isCollapsed || selezione.rangeCount === 0) return;
    const tratto = selezione.getRangeAt(0);
    if (host().contains(tratto.commonAncestorContainer)) ultimo = passaggioDi(tratto);
  };
  document.addEventListener('selectionchange', ascolta);
  inject(DestroyRef).onDestroy(() => document.removeEventListener('selectionchange', ascolta));
  return () => ultimo;
}

function passaggioDi(tratto: Range): Passaggio | null {
  const [da, a] = [branoDi(tratto.startContainer), branoDi(tratto.endContainer)];
  if (da === null || da !== a) return null;
  const prima = tratto.cloneRange();
  prima.selectNodeContents(da);
  prima.setEnd(tratto.startContainer, tratto.startOffset);
  const dal = prima.toString().length;
  const al = dal + tratto.toString().length;
  return al > dal ? { brano: da.dataset['brano'] ?? '', dal, al } : null;
}

function branoDi(nodo: Node): HTMLElement | null {
  const elemento = nodo instanceof HTMLElement ? nodo : nodo.parentElement;
  return elemento?.closest<HTMLElement>('[data-brano]') ?? null;
}
