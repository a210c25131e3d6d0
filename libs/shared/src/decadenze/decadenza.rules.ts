import type { MotivoDecadenza } from './decadenza.states.js';

/** Days before the term at which the ente is reminded of it, unless it has written. */
export const GIORNI_PROMEMORIA_MEMORIE = 3;

/** The term as it stands: a day `YYYY-MM-DD` in Rome, which it includes; whether the ente has written. */
export interface Contraddittorio {
  readonly termine: string;
  readonly haMemorie: boolean;
}

/**
 * Whether the ente has been heard, or has had its time to be: only then may the procedimento end with the loss of the seat. `oggi`: the day in Rome.
 * The ente may present writings, which the office must weigh (L. 241/1990, artt. 7 and 8 for the communication of the opening).
 */
export const sentito = ({ termine, haMemorie }: Contraddittorio, oggi: string): boolean => haMemorie || oggi > termine;

/** Why a seat may be lost, as all pages and mails say it. */
export const ETICHETTE_MOTIVO_DECADENZA: Readonly<Record<MotivoDecadenza, string>> = {
  assenze: 'Assenze ingiustificate',
  perdita_requisiti: 'Perdita dei requisiti per partecipare',
  incompatibilita: 'Incompatibilità',
  altro: 'Altro motivo',
};
