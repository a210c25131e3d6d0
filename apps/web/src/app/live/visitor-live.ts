import { effect, inject, PLATFORM_ID, type Signal, signal, untracked } from '@angular/core';
import { isPlatformBrowser } from '@angular/common';
import type { LiveEvent } from '@tavoli/shared';
import type { Socket } from 'socket.io-client';

/** The public page that a visitor has open: of one thing. */
export interface OpenPage {
  readonly ambito: string;
  readonly tipo: LiveEvent['tipo'];
  readonly id: string;
}

/**
 * Calls `changed` when what a public page shows has changed, for whoever reads it, and each time the connection is there: the page may be older. The connection stands
 * for nobody and hears this page alone; `page` says null while there is nothing to follow. Its library comes in a chunk of its own. Call in an injection context.
 * @returns whether events arrive now: where they do not, the page reads again by the clock
 */
export function livePage(page: () => OpenPage | null, changed: () => void): Signal<boolean> {
  const connected = signal(false);
  if (!isPlatformBrowser(inject(PLATFORM_ID))) return connected;
  const key = () => JSON.stringify(page());
  effect(onCleanup => {
    const asked = JSON.parse(key()) as OpenPage | null;
    if (asked === null) return;
    let socket: Socket | null = null;
    let left = false;
    void import('socket.io-client').then(
      ({ io }) => {
        if (left) return;
        socket = io({ transports: ['websocket', 'polling'], forceNew: true, auth: { pagina: asked } });
        socket.on('connect', () => (connected.set(true), changed()));
        socket.on('disconnect', reason => {
          connected.set(false);
          if (reason === 'io server disconnect') setTimeout(() => !left && socket?.connect(), 1000);
        });
        socket.on('cambiato', changed);
      },
      () => undefined, // its chunk did not come: the page reads again by the clock
    );
    onCleanup(() => {
      left = true;
      socket?.disconnect();
      untracked(() => connected.set(false));
    });
  });
  return connected;
}
