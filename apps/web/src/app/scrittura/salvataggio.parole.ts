import { conData, formatData, formatOra } from '@tavoli/shared';
import type { Autosalvataggio } from './autosalvataggio';
import type { Salvata } from './autosalvataggio.tipi';

/** The day too, unless it is today. */
const prima = (at: Date) =>
  formatData(at) === formatData(new Date()) ? `Salvato alle ${formatOra(at)}.` : `Salvato ${conData('il', at)} alle ${formatOra(at)}.`;

/** @param adesso when it was saved from this page; null: not yet */
const salvato = (adesso: Date | null, aggiornataAt: string | null): string =>
  adesso ? `Salvato alle ${formatOra(adesso)}.` : aggiornataAt ? prima(new Date(aggiornataAt)) : 'Ancora niente da salvare.';

/**
 * How the saving stands, in words: `Salvato alle 16:05.`; `incompleti` says what is not fit to be sent yet, `daCorreggere` in how many
 * fields stands something that is no value, `aMeta` that somebody is still typing such a thing.
 */
export function salvataggioInParole(
  s: Pick<Autosalvataggio<unknown, Salvata>, 'fase' | 'salvatoAt' | 'motivo' | 'incompleti'>,
  aggiornataAt: string | null,
  incompleti: (quanti: number) => string,
  { daCorreggere, aMeta } = { daCorreggere: 0, aMeta: false },
): string {
  // Any other trouble is told in its own words, which never say saved either.
  if (daCorreggere > 0 && ['salvato', 'da_salvare', 'in_invio'].includes(s.fase()))
    return daCorreggere === 1
      ? 'Non tutto è salvato: in un campo c’è qualcosa da correggere.'
      : `Non tutto è salvato: in ${daCorreggere} campi c’è qualcosa da correggere.`;
  switch (s.fase()) {
    case 'salvato':
      if (aMeta) return 'Salvataggio…';
      return s.incompleti() === 0 ? salvato(s.salvatoAt(), aggiornataAt) : `Non tutto è salvato. ${incompleti(s.incompleti())}`;
    case 'da_salvare':
    case 'in_invio':
      return 'Salvataggio…';
    case 'senza_rete':
      return 'Non salvato: manca la connessione. Il testo resta in questo browser e parte appena torna.';
    case 'tenuta':
      return `Non salvato: ${s.motivo() ?? 'un’altra persona sta scrivendo questa parte.'} Il testo resta in questo browser.`;
    case 'sessione':
      return 'Non salvato: la sessione è scaduta. Accedi di nuovo: il testo resta in questo browser.';
    case 'rifiutato':
      return `Non salvato: ${s.motivo() ?? 'il portale non ha accettato il testo.'}`;
    case 'conflitto':
      return 'Non salvato: nel frattempo il testo è cambiato. Scegli che cosa tenere.';
  }
}
