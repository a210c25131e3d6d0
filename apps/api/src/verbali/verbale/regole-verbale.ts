import {
  APPROVA_SOLO,
  hasPermission,
  INCONTRI_RIUNITI,
  type AzioneVerbale,
  type ProblemCode,
  type RegoleTavolo,
  type Ruolo,
  type StatoVerbale,
} from '@tavoli/shared';
import { fra } from '../../platform/database/fra.js';
import { regoleTavolo } from '../../posti/regole.sql.js';

/** Rules of the tavolo of verbale `v`, as stored; null for a plenaria. */
export const REGOLE = `(SELECT ${regoleTavolo('t')} FROM tavolo t WHERE t.ambito_id = v.ambito_id AND t.id = v.tavolo_id)`;
/** Whether its tavolo has met since: the incontro that may approve it. */
export const SEGUITO = `EXISTS (SELECT 1 FROM incontro_tavolo mio JOIN incontro_tavolo altro ON altro.ambito_id = mio.ambito_id AND altro.tavolo_id = mio.tavolo_id JOIN incontro d ON d.ambito_id = altro.ambito_id AND d.id = altro.incontro_id
  WHERE mio.ambito_id = v.ambito_id AND mio.incontro_id = v.incontro_id AND d.inizio_at > n.inizio_at AND d.stato IN ${fra(INCONTRI_RIUNITI)})`;

export interface Situazione {
  readonly stato: StatoVerbale;
  readonly regole: RegoleTavolo;
  /** The tavolo has met since. */
  readonly seguito: boolean;
  readonly approvatoDa: string | null;
  readonly chi: string | null;
  readonly roles: readonly Ruolo[];
}

export interface Blocco {
  readonly azione: AzioneVerbale;
  readonly code: Extract<ProblemCode, 'verbale.approva_coordinatore' | 'verbale.approva_incontro' | 'verbale.due_persone'>;
}

/** Steps that the state allows and the rules of the tavolo do not, to this person at this moment. */
export function bloccati({ stato, regole, seguito, approvatoDa, chi, roles }: Situazione): Blocco[] {
  const solo = APPROVA_SOLO[regole.approvaVerbale];
  if (stato === 'in_revisione' && solo !== undefined && !hasPermission(roles, solo))
    return [{ azione: 'approva', code: 'verbale.approva_coordinatore' }];
  if (stato === 'in_revisione' && regole.approvaVerbale === 'incontro' && !seguito)
    return [{ azione: 'approva', code: 'verbale.approva_incontro' }];
  if (stato === 'approvato' && regole.duePersone && approvatoDa !== null && approvatoDa === chi)
    return [{ azione: 'pubblica', code: 'verbale.due_persone' }];
  return [];
}
