import type { Permission } from './permission.js';
import type { Ruolo } from './ruoli.js';

const TUTTI: readonly Ruolo[] = ['pubblico'];
const TAVOLO: readonly Ruolo[] = ['referente', 'coordinatore'];
const SEGRETO: readonly Ruolo[] = ['designato'];
/** Who prepares the incontri of the tavolo. */
const GUIDA: readonly Ruolo[] = ['coordinatore_tavolo', ...TAVOLO];

/** Who may do what with a tavolo, its osservatori, what is proposed to it, the days it looks for and its sottogruppi, at which a role of the tavolo counts: a part of `permission-matrix.ts`. */
export const DEL_TAVOLO = {
  'tavolo.conduci': ['referente'], // who is named on its page, and whom a tavolo must not lack
  'tavolo.vedi': TUTTI,
  'tavolo.crea': ['coordinatore'],
  'tavolo.modifica': TAVOLO,
  'tavolo.chiudi': ['coordinatore'],
  'tavolo.esporta_elenco': TUTTI,
  'tavolo.regola': ['coordinatore'],
  'tavolo.partecipazione': ['coordinatore_tavolo', ...TAVOLO, 'ufficio_di_piano'],

  'componente.vedi': TUTTI, // of an ente, where it sits: the same names as on the pages of the tavoli

  'sottogruppo.crea': TAVOLO,
  'sottogruppo.componi': TAVOLO, // of those who sit at the tavolo, who is in it
  'sottogruppo.chiudi': TAVOLO,
  'sottogruppo.lascia': ['rappresentante'], // their own place, and no other

  'osservatore.chiedi': ['cittadino'], // for themselves; the tavolo says whether it admits anybody
  'osservatore.elenca': [...TAVOLO, 'ufficio_di_piano'],
  'osservatore.ammetti': TAVOLO,
  'osservatore.declina': TAVOLO,
  'osservatore.cessa': TAVOLO,

  'proposta.fai': ['rappresentante'],
  'proposta.mie': ['cittadino'], // only one's own
  'proposta.ritira': ['rappresentante'], // their own, and no other
  'proposta.elenca': [...GUIDA, 'ufficio_di_piano'],
  'proposta.accogli': GUIDA,
  'proposta.inserisci': GUIDA,
  'proposta.rinvia': GUIDA,
  'proposta.declina': GUIDA,

  'disponibilita.crea': GUIDA,
  'disponibilita.elenca': [...GUIDA, 'ufficio_di_piano'],
  'disponibilita.vedi': [...GUIDA, 'ufficio_di_piano'],
  'disponibilita.chiudi': GUIDA,
  'disponibile.vedi': SEGRETO, // who was asked, by their link
  'disponibile.rispondi': SEGRETO,
} as const satisfies Readonly<
  Record<
    Extract<
      Permission,
      `${'tavolo' | 'componente' | 'sottogruppo' | 'osservatore' | 'proposta' | 'disponibilita' | 'disponibile'}.${string}`
    >,
    readonly Ruolo[]
  >
>;
