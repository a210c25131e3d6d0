import type { FonteView, Ruolo } from '@tavoli/shared';
import type { FonteDescritta } from './fonti.tipi.js';

/** A source as these roles see it: its page of the area where they may open it, its public page otherwise. */
export function fonteView({ cosa, ...f }: FonteDescritta, roles: readonly Ruolo[]): FonteView {
  const staff = roles.some(r => r === 'referente' || r === 'coordinatore' || r === 'ufficio_di_piano');
  const area = cosa !== null && (staff || (cosa.membri && roles.includes('rappresentante'))) ? cosa.area : null;
  return { ...f, titolo: cosa?.titolo ?? 'Non più disponibile', dettaglio: cosa?.dettaglio ?? null, percorso: area ?? cosa?.pubblico ?? null };
}

/** Only those that everybody may open. The words of what is not public are not told. */
export const fontiPubbliche = (fonti: readonly FonteDescritta[]): FonteView[] => fonti.filter(f => f.cosa?.pubblico != null).map(f => fonteView(f, []));
