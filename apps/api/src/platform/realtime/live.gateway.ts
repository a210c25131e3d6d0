import { Inject, type OnApplicationBootstrap } from '@nestjs/common';
import { WebSocketGateway, WebSocketServer, type OnGatewayConnection, type OnGatewayInit } from '@nestjs/websockets';
import type { Server, Socket } from 'socket.io';
import { inLane, RICHIESTE } from '../database/lanes.js';
import { SessionReader } from '../access/session-reader.js';
import { Bus } from './bus.js';
import { roomOfAccount, roomOfSessione, roomsOf } from './live.rooms.js';
import { askedPage, PageListeners, type AskedPage } from './page-listeners.js';

/** After this long a socket connects again, and is judged again: no session outlives its end by more. */
const LIFETIME_MS = 60 * 60_000;

/** What stands behind a socket: its rooms, whether it is a visitor's, and how many endings had been heard when its session was read. */
interface Admission {
  readonly rooms: readonly string[];
  readonly visitor: boolean;
  readonly endings: number;
}

/**
 * Tells open pages that something they show has changed; they then read it again through the API, which alone decides what they may
 * see. A socket stands for one session and hears the rooms of the roles held when it connected: when those change it is ended. One that asks for a public page as it
 * connects stands for nobody, whatever cookie it has, and hears that page alone.
 */
@WebSocketGateway()
export class LiveGateway implements OnGatewayInit<Server>, OnGatewayConnection<Socket>, OnApplicationBootstrap {
  @WebSocketServer() private readonly server!: Server;
  private endings = 0;

  constructor(
    @Inject(Bus) private readonly bus: Bus,
    @Inject(SessionReader) private readonly sessions: SessionReader,
    @Inject(PageListeners) private readonly visitors: PageListeners,
  ) {}

  afterInit(server: Server): void {
    server.use((socket, next) => {
      this.admit(socket).then(
        known => next(known ? undefined : new Error('accesso.richiesto')),
        () => next(new Error('servizio.non_disponibile')),
      );
    });
  }

  onApplicationBootstrap(): void {
    this.bus.on('live', ({ rooms, event }) => rooms.length > 0 && this.server.local.to([...rooms]).emit('cambiato', event));
    this.bus.on('account', ({ accountId }) => this.end(roomOfAccount(accountId)));
    this.bus.on('sessione', ({ sessioneId }) => this.end(roomOfSessione(sessioneId)));
    this.bus.onReconnect(() => this.reconnectAll());
  }

  handleConnection(socket: Socket): void {
    const { rooms, visitor, endings } = socket.data as Admission;
    if (endings !== this.endings) return socket.conn.close(); // perhaps it was this session: it must ask again
    void socket.join([...rooms]);
    socket.onAny(() => socket.disconnect(true));
    const timer = setTimeout(() => socket.conn.close(), LIFETIME_MS * (0.9 + Math.random() / 10)).unref();
    socket.once('disconnect', () => clearTimeout(timer));
    if (visitor) socket.once('disconnect', this.visitors.take());
  }

  /** Closes every connection the way a lost network does: clients connect again by themselves, elsewhere if this process is ending. */
  reconnectAll(): void {
    this.endings += 1;
    for (const socket of this.server.of('/').sockets.values()) socket.conn.close();
  }

  /** How many are connected to this replica. */
  get size(): number {
    return this.server.engine.clientsCount;
  }

  private async admit(socket: Socket): Promise<boolean> {
    const { endings } = this;
    const asked = askedPage(socket.handshake.auth);
    const rooms = await inLane('socket', RICHIESTE, () => (asked === null ? this.roomsOfSession(socket) : this.roomsOfPage(socket, asked)));
    socket.data = { rooms, visitor: asked !== null, endings } satisfies Admission;
    return rooms.length > 0;
  }

  private async roomsOfSession(socket: Socket): Promise<string[]> {
    const { actor, sessioneId } = await this.sessions.read(socket.handshake.headers.cookie);
    return sessioneId === null ? [] : roomsOf(actor, sessioneId);
  }

  private async roomsOfPage({ request }: Socket, asked: AskedPage): Promise<string[]> {
    const room = await this.visitors.roomFor(asked, request);
    return room === null ? [] : [room];
  }

  private end(room: string): void {
    this.endings += 1;
    this.server.local.in(room).disconnectSockets(true);
  }
}
