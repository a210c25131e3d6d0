import { AsyncLocalStorage } from 'node:async_hooks';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { haUfficio, type Actor } from '@tavoli/shared';
import { networkOf } from './network.js';

/**
 * Where work that has to wait waits: what the offices do never stands behind what visitors ask for, nor what people with an account do
 * behind those without.
 */
export const LANES = ['ufficio', 'persone', 'pubblico'] as const;
export type Lane = (typeof LANES)[number];

/** For whom something is being done; found by any work below a request, however deep. */
export class Asking {
  lane: Lane = 'pubblico';

  constructor(
    /** Where it comes from (/24, /64). */
    readonly network: string,
    private readonly method: string,
    private readonly reply: Pick<FastifyReply, 'raw'>,
  ) {}

  /** Calls `gone` when nobody waits for the answer any more. Only what is read can be dropped so: what is done is done to its end. */
  onGone(gone: () => void): void {
    if (this.method !== 'GET' && this.method !== 'HEAD') return;
    const { raw } = this.reply;
    if (raw.destroyed) return gone();
    raw.once('close', () => {
      if (!raw.writableFinished) gone();
    });
  }
}

const storage = new AsyncLocalStorage<Asking>();

/** For whom this is done; undefined for what the portal does by itself. */
export const asking = (): Asking | undefined => storage.getStore();

/** From here on whatever is done for a request knows so. After the body: reading it loses the thread. */
export function followRequests(fastify: FastifyInstance): void {
  fastify.addHook('preValidation', (request: FastifyRequest, reply: FastifyReply, done) =>
    storage.run(new Asking(networkOf(request.ip), request.method, reply), done),
  );
}

/** The lane of an actor: who holds an office anywhere, who has an account, everybody. */
export function laneOf(actor: Actor): Lane {
  if (haUfficio(actor)) return 'ufficio';
  return actor.id === null ? 'pubblico' : 'persone';
}

/** To be called as soon as it is known who asks. */
export function askedBy(actor: Actor): void {
  const store = storage.getStore();
  if (store !== undefined) store.lane = laneOf(actor);
}
