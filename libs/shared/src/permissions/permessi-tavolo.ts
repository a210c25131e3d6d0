import type { Permission } from './permission.js';
import type { Ruolo } from './ruoli.js';

const TUTTI: readonly Ruolo[] = ['pubblico'];
const TAVOLO: readonly Ruolo[] = ['referente', 'coordinatore'];

/** Who may do what with a tavolo, its osservatori and its sottogruppi, at which a role of the tavolo counts: a part of `permission-matrix.ts`. */
export const DEL_TAVOLO = {
  'tavolo.conduci': ['referente'], // who is named on its page, and whom a tavolo must not lack
  'tavolo.vedi': TUTTI,
  'tavolo.crea': ['coordinatore'],
  'tavolo.modifica': TAVOLO,
  'tavolo.chiudi': ['coordinatore'],
  'tavolo.esporta_elenco': TUTTI,
  'tavolo.regola': ['coordinatore'],
  'tavolo.partecipazione': ['coordinatore_tavolo', ...TAVOLO, 'ufficio_di_piano'],

  'sottogruppo.crea': TAVOLO,
  'sottogruppo.componi': TAVOLO, // of those who sit at the tavolo, who is in it
  'sottogruppo.chiudi': TAVOLO,
  'sottogruppo.lascia': ['rappresentante'], // their own place, and no other

  'osservatore.chiedi': ['cittadino'], // for themselves; the tavolo says whether it admits anybody
  'osservatore.elenca': [...TAVOLO, 'ufficio_di_piano'],
  'osservatore.ammetti': TAVOLO,
  'osservatore.declina': TAVOLO,
  'osservatore.cessa': TAVOLO,
} as const satisfies Readonly<Record<Extract<Permission, `${'tavolo' | 'sottogruppo' | 'osservatore'}.${string}`>, readonly Ruolo[]>>;
