import {
  AUTORE,
  CONTRIBUTO,
  isAllowed,
  RIESAMINABILI,
  VISIBILITY,
  type AzioneAutore,
  type AzioneContributo,
  type DecisioneRiesame,
  type Ruolo,
  type StatoContributo,
} from '@tavoli/shared';
import { guarded, ruoloDi } from './chi.js';

/** Who may try. The referente is so of the first tavolo only. */
export const CHI = ['referente', 'coordinatore', 'ufficio', 'estraneo', 'pubblico'] as const;
export type Chi = (typeof CHI)[number];

export interface Pratica {
  readonly id: string;
  readonly segreto: string;
  readonly conferma: string | null;
  stato: StatoContributo;
  version: number;
  tavolo: 0 | 1;
  pubblicata: boolean;
  riesame: 'no' | 'chiesto' | 'deciso';
  unitoA: Pratica | null;
}

/** All that the state tables, the matrix and the rules make of contributi to two tavoli. */
export interface Model {
  readonly pratiche: Pratica[];
  atti: number;
  /** Mails to authors and staff, but for the hourly notice that something is to be read. */
  emails: number;
}

const ruolo = (chi: Chi, p: Pratica): Ruolo => ruoloDi(chi, p.tavolo === 0 ? [] : ['referente']);
const seen = (p: Pratica): readonly Ruolo[] => VISIBILITY.contributo[p.stato];
const uniti = (m: Model, p: Pratica): Pratica[] => m.pratiche.filter(x => x.unitoA === p);
const autori = (m: Model, p: Pratica): number => 1 + uniti(m, p).length;
const referenti = (p: Pratica): number => (p.tavolo === 0 ? 1 : 0);

const UNIBILI: readonly StatoContributo[] = [
  'in_moderazione',
  'pubblicato',
  'in_esame',
  'accolto',
  'accolto_in_parte',
  'non_accolto',
  'rinviato',
];
const SPOSTABILI: readonly StatoContributo[] = ['in_moderazione', 'pubblicato', 'in_esame', 'rinviato'];
const in409 = (fresh: boolean, allowed: boolean): number => (!fresh ? 412 : allowed ? 200 : 409);

export function foreseePasso(p: Pratica, chi: Chi, azione: AzioneContributo, fresh: boolean, motivo: boolean, principale: Pratica): number {
  const refused = guarded(ruolo(chi, p), `contributo.${azione}`, seen(p));
  if (refused !== null) return refused;
  if (CONTRIBUTO[azione].motivata && !motivo) return 400;
  if (azione === 'unisci' && (principale === p || !UNIBILI.includes(principale.stato))) return 422;
  return in409(fresh, isAllowed(CONTRIBUTO, azione, p.stato));
}

export function advance(m: Model, p: Pratica, azione: AzioneContributo, principale: Pratica): void {
  if (azione === 'unisci') {
    for (const altro of uniti(m, p)) {
      altro.unitoA = principale;
      altro.version += 1;
    }
    p.unitoA = principale;
  }
  p.stato = CONTRIBUTO[azione].to;
  p.pubblicata ||= azione === 'pubblica';
  p.version += 1;
  m.atti += 1;
  m.emails += autori(m, p);
}

export function foreseeAutore(p: Pratica, azione: AzioneAutore, fresh: boolean, motivo: boolean): number {
  if (azione !== 'chiedi_riesame') return in409(fresh, isAllowed(AUTORE, azione, p.stato));
  if (!motivo) return 400;
  return in409(fresh, p.riesame === 'no' && (RIESAMINABILI as readonly string[]).includes(p.stato));
}

export function advanceAutore(m: Model, p: Pratica, azione: AzioneAutore): void {
  p.version += 1;
  m.atti += 1;
  if (azione === 'chiedi_riesame') {
    p.riesame = 'chiesto';
    // The receipt of who asked, and the notice to who decides.
    m.emails += 2;
  } else if (azione === 'ripresenta') {
    p.stato = 'in_moderazione';
    m.emails += referenti(p);
  } else {
    m.emails += autori(m, p);
    p.stato = 'ritirato';
    for (const altro of uniti(m, p)) {
      Object.assign(altro, { unitoA: null, stato: altro.pubblicata ? 'pubblicato' : 'in_moderazione', version: altro.version + 1 });
      m.atti += 1;
    }
  }
}

export function foreseeRiesame(p: Pratica, chi: Chi, fresh: boolean): number {
  return guarded(ruolo(chi, p), 'contributo.decidi_riesame', seen(p)) ?? in409(fresh, p.riesame === 'chiesto');
}

export function advanceRiesame(m: Model, p: Pratica, decisione: DecisioneRiesame): void {
  p.riesame = 'deciso';
  p.version += 1;
  if (decisione === 'riapri') p.stato = p.stato === 'respinto' ? 'in_moderazione' : 'in_esame';
  m.atti += 1;
  m.emails += autori(m, p);
}

export function foreseeSposta(p: Pratica, chi: Chi, a: 0 | 1, fresh: boolean): number {
  const refused = guarded(ruolo(chi, p), 'contributo.sposta', seen(p));
  if (refused !== null) return refused;
  return a === p.tavolo ? 400 : in409(fresh, SPOSTABILI.includes(p.stato));
}

export function advanceSposta(m: Model, p: Pratica): void {
  p.tavolo = p.tavolo === 0 ? 1 : 0;
  p.version += 1;
  m.atti += 1;
  m.emails += autori(m, p) + referenti(p);
}
