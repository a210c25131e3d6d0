import { DestroyRef, inject } from '@angular/core';
import type { LiveEvent } from '@tavoli/shared';
import { Live } from './live';

const PAUSE_MS = 300;

/**
 * Calls `reload` when something of this kind, or of one of these kinds, changed (of this `id`, if one is given), and after a reconnection; many changes at once
 * make one call. Call in an injection context of a signed-in page.
 */
export function liveReload(tipi: LiveEvent['tipo'] | readonly LiveEvent['tipo'][], reload: () => void, id?: () => string): void {
  const live = inject(Live);
  const interessa = new Set([tipi].flat());
  let timer: ReturnType<typeof setTimeout> | undefined;
  const stop = live.listen(event => {
    if (event !== null && (!interessa.has(event.tipo) || (id && event.id !== id()))) return;
    clearTimeout(timer);
    timer = setTimeout(reload, PAUSE_MS);
  });
  inject(DestroyRef).onDestroy(() => {
    clearTimeout(timer);
    stop();
  });
}
