import { NOTO_PER_ACCOUNT } from './accounts/account/accounts.emails.js';
import { NOTO_PER_CONTRIBUTO } from './contributi/contributo/contributo.kind.js';
import { NOTO_PER_DESIGNAZIONE } from './designazioni/designazione.kind.js';
import { NOTO_PER_ENTE } from './enti/ente.kind.js';
import { NOTO_PER_INVITO } from './incontri/inviti/invitato.secret.js';
import { NOTO_PER_FIRMA } from './iter/iter/iter.kinds.js';
import { NOTO_PER_SEGUITO } from './seguiti/avvisa.js';

/**
 * What makes the holder of an address known, as each feature says of its own: SQL conditions on the address `a`. A column that holds an
 * address and is read nowhere here makes nobody known.
 */
export const KNOWN_ADDRESSES: readonly string[] = [
  NOTO_PER_ACCOUNT,
  NOTO_PER_ENTE,
  NOTO_PER_DESIGNAZIONE,
  NOTO_PER_INVITO,
  NOTO_PER_FIRMA,
  NOTO_PER_CONTRIBUTO,
  NOTO_PER_SEGUITO,
];
