import { DestroyRef, inject } from '@angular/core';
import { Live } from '../live/live';

const PAUSE_MS = 300;
const SPREAD_MS = 2000;
const POLL_MS = 60_000;

/**
 * Reads an incontro again when it changes. Who only follows waits up to two seconds more, at random: the readers of a plenaria must
 * not all ask at once. While the live connection is down, once a minute. Call in an injection context.
 */
export function seguiDalVivo(reload: () => void, id: () => string, subito: () => boolean): void {
  const live = inject(Live);
  let timer: ReturnType<typeof setTimeout> | undefined;
  const soon = () => {
    timer ??= setTimeout(() => {
      timer = undefined;
      reload();
    }, PAUSE_MS + (subito() ? 0 : Math.random() * SPREAD_MS));
  };
  const stop = live.listen(event => {
    if (event === null || (event.tipo === 'incontro' && event.id === id())) soon();
  });
  const poll = setInterval(() => !live.connected() && soon(), POLL_MS);
  inject(DestroyRef).onDestroy(() => {
    clearTimeout(timer);
    clearInterval(poll);
    stop();
  });
}
