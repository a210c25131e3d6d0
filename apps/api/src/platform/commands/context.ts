import type { Actor, Place } from '@tavoli/shared';

/** Where the request points, as the access guard found it: same ambito as the URL, visible to the actor. */
export interface ResolvedPlace extends Place {
  /** Of `kinds.ts`, or the secret that opened it. */
  readonly kind: string;
  readonly ambitoId: string;
  readonly ambitoSlug: string;
  readonly id: string;
  /** Null for kinds without a life of their own. */
  readonly stato: string | null;
  readonly version: number | null;
}

/** Who asks for what, with which guarantees: built once per request, handed to every command and query. */
export interface RequestContext {
  readonly actor: Actor;
  readonly sessioneId: string | null;
  /** Whoever asks was signed in, and has been idle for too long. */
  readonly inattiva?: boolean;
  readonly requestId: string;
  /** Client network: address cut to /24 or /64 (`platform/http/network.ts`), for limits; never stored with a person. '' when the portal itself acts. */
  readonly network: string;
  readonly place: ResolvedPlace | null;
  /** From `If-Match`; null when not sent. */
  readonly ifMatch: number | null;
  /** From `Idempotency-Key`, where the route demands it. */
  readonly idempotency: { readonly rotta: string; readonly chiave: string; readonly impronta: Buffer; readonly status: number } | null;
}

/** The place of a command whose route names one. @throws Error when it does not: a mistake of ours, not of the caller */
export function placeOf(ctx: RequestContext): ResolvedPlace {
  if (ctx.place === null) throw new Error('This command needs a place, and its route names none.');
  return ctx.place;
}
