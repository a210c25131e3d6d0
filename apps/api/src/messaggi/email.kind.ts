import type { Kind } from '../platform/procedura/kind.js';

/** A message that the portal sent. */
export const EMAIL_KIND = {
  kind: 'email',
  table: 'email',
  tavolo: 'x.tavolo_id',
  unversioned: true,
  seenBy: 'email.elenca',
} as const satisfies Kind;
