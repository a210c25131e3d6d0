import { inject, Injectable, PLATFORM_ID, signal } from '@angular/core';
import { isPlatformBrowser } from '@angular/common';
import type { LiveEvent } from '@tavoli/shared';
import type { Socket } from 'socket.io-client';

type Listener = (event: LiveEvent | null) => void;

/**
 * One live connection for all open pages, made when the first asks and closed when the last has gone. The library comes in a chunk of
 * its own. Events carry no data: they say that something changed, and the page reads it again.
 */
@Injectable({ providedIn: 'root' })
export class Live {
  readonly #browser = isPlatformBrowser(inject(PLATFORM_ID));
  readonly #listeners = new Set<Listener>();
  #socket: Promise<Socket> | null = null;
  readonly #connected = signal(false);
  /** Whether events arrive now. */
  readonly connected = this.#connected.asReadonly();

  /** `listener` hears every event, and null after a reconnection: whatever happened meanwhile was missed. @returns how to stop */
  listen(listener: Listener): () => void {
    if (!this.#browser) return () => undefined;
    this.#listeners.add(listener);
    if (this.#socket === null) {
      this.#socket = this.#connect();
      this.#socket.catch(() => (this.#socket = null)); // its chunk did not come: the next who listens tries again
    }
    return () => {
      this.#listeners.delete(listener);
      if (this.#listeners.size === 0) this.#close();
    };
  }

  async #connect(): Promise<Socket> {
    const { io } = await import('socket.io-client');
    const socket = io({ transports: ['websocket', 'polling'], withCredentials: true });
    let connectedBefore = false;
    socket.on('connect', () => {
      this.#connected.set(true);
      if (connectedBefore) this.#tell(null);
      connectedBefore = true;
    });
    // The server ends sockets whose session or roles have changed: coming back authenticates them anew.
    socket.on('disconnect', reason => {
      this.#connected.set(false);
      if (reason === 'io server disconnect') setTimeout(() => this.#listeners.size > 0 && socket.connect(), 1000);
    });
    socket.on('cambiato', (event: LiveEvent) => this.#tell(event));
    return socket;
  }

  #tell(event: LiveEvent | null): void {
    for (const listener of this.#listeners) listener(event);
  }

  #close(): void {
    void this.#socket?.then(socket => socket.disconnect());
    this.#socket = null;
  }
}
