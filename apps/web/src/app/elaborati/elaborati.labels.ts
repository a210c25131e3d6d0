import type { StatoCommento, StatoElaborato } from '@tavoli/shared';
import type { BadgeTone } from '../ui/stati';

export const TONI: Readonly<Record<StatoElaborato, BadgeTone>> = {
  bozza: 'neutral',
  in_consultazione: 'primary',
  approvato: 'success',
  consegnato: 'primary',
  accolto: 'success',
  da_rivedere: 'warning',
};

export const STATI_COMMENTO: Readonly<Record<StatoCommento, readonly [label: string, tone: BadgeTone]>> = {
  aperto: ['Senza risposta', 'warning'],
  accolto: ['Accolto', 'success'],
  non_accolto: ['Non accolto', 'neutral'],
};
