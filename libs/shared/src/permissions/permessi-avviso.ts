import type { Permission } from './permission.js';
import type { Ruolo } from './ruoli.js';

const TUTTI: readonly Ruolo[] = ['pubblico'];
const UFFICI: readonly Ruolo[] = ['ufficio_di_piano', 'coordinatore'];

/** Who may do what with an avviso, until its elenco: a part of `permission-matrix.ts`. */
export const DELL_AVVISO = {
  'avviso.crea': ['coordinatore'],
  'avviso.modifica': ['coordinatore'],
  'avviso.elimina': ['coordinatore'],
  'avviso.pubblica': ['coordinatore'],
  'avviso.proroga': ['coordinatore'],
  'avviso.annulla': ['coordinatore'],
  'avviso.chiarisci': ['coordinatore'],
  'avviso.rettifica': ['coordinatore'],
  'avviso.pubblica_elenco': ['coordinatore'],
  'avviso.segui': UFFICI,
  'avviso.vedi': TUTTI,
  'avviso.elenca': TUTTI,
} as const satisfies Readonly<Record<Extract<Permission, `avviso.${string}`>, readonly Ruolo[]>>;
