import type { Kind } from '../platform/procedura/kind.js';

/** A message that the portal sent. */
export const EMAIL_KIND = {
  kind: 'email',
  table: 'email',
  tavolo: 'x.tavolo_id',
  // One that tells of several designazioni is of all their tavoli.
  tavoli: `SELECT d.tavolo_id FROM designazione d WHERE x.anche <> '{}' AND d.ambito_id = x.ambito_id AND d.id = ANY(x.anche || x.oggetto_id)`,
  unversioned: true,
  seenBy: 'email.elenca',
} as const satisfies Kind;
