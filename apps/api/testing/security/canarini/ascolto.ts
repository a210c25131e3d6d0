import type { AddressInfo } from 'node:net';
import { io, type Socket } from 'socket.io-client';
import { ORIGIN, type World } from '../../app.js';
import type { Lettore } from './letture.js';

/** Open pages of every kind of reader, in every room that they may be in: all that the portal tells them by itself. */
export class Ascolto {
  readonly detto: { readonly chi: string; readonly frame: string }[] = [];
  private readonly sockets: Socket[] = [];

  /** The world must be listening. */
  static async di(world: World, lettori: readonly Lettore[]): Promise<Ascolto> {
    const ascolto = new Ascolto();
    const { port } = world.app.getHttpServer().address() as AddressInfo;
    for (const { nome, persona } of lettori) {
      if (persona === null) continue;
      const socket = io(`http://127.0.0.1:${port}`, {
        transports: ['websocket'],
        extraHeaders: { origin: ORIGIN, cookie: `__Host-sessione=${persona.token}` },
        forceNew: true,
        reconnection: false,
      });
      socket.onAny((...frame: unknown[]) => ascolto.detto.push({ chi: nome, frame: JSON.stringify(frame) }));
      await new Promise<void>((resolve, reject) => {
        socket.once('connect', resolve);
        socket.once('connect_error', reject);
      });
      ascolto.sockets.push(socket);
    }
    return ascolto;
  }

  chiudi(): void {
    for (const socket of this.sockets) socket.disconnect();
  }
}
