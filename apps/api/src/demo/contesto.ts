import { PUBBLICO } from '@tavoli/shared';
import type { RequestContext, ResolvedPlace } from '../platform/commands/context.js';

/** The demonstration writes its own story: a request that nobody made, at that place. For an ente it speaks as who works for it. */
export const contesto = (place: ResolvedPlace, ifMatch: number | null = null): RequestContext => ({
  interno: true,
  actor: { ...PUBBLICO, nome: 'Dimostrazione', enti: place.enteId ? [{ ambitoId: place.ambitoId, enteId: place.enteId }] : [] },
  sessioneId: null,
  requestId: 'demo',
  network: '',
  place,
  ifMatch,
  idempotency: null,
});
