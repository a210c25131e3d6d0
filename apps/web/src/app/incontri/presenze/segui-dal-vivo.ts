import { DestroyRef, inject } from '@angular/core';
import { Live } from '../../live/live';
import { alPasso } from '../../live/al-passo';

/** Reads an incontro again when it changes, at its pace (`alPasso`). Call in an injection context. */
export function seguiDalVivo(reload: () => void, id: () => string, subito: () => boolean): void {
  const live = inject(Live);
  const passo = alPasso({
    reload,
    subito,
    collegato: () => live.connected(),
    caso: () => Math.random(),
    dopo: (ms, what) => {
      const timer = setTimeout(what, ms);
      return () => clearTimeout(timer);
    },
  });
  const stop = live.listen(event => {
    if (event === null || (event.tipo === 'incontro' && event.id === id())) passo.cambiato();
  });
  inject(DestroyRef).onDestroy(() => {
    passo.ferma();
    stop();
  });
}
