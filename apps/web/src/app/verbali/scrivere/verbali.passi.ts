import type { AzioneCorrezione, AzioneVerbale, CorrezioneView, VerbaleView } from '@tavoli/shared';
import type { Parole } from '../../ui/forms/passi';

/** What is added to a question while nobody has written when the incontro really began and ended. */
const senzaOrari = (v: VerbaleView, words: string): string => (v.orari === null ? ` ${words}` : '');
const aperte = (v: VerbaleView): number => v.correzioni.filter(({ stato }) => stato === 'proposta').length;
/** Corrections may still be proposed. */
export const inTempo = (v: VerbaleView): boolean => v.stato === 'in_revisione' && Date.parse(v.revisioneFinoAt ?? '') > Date.now();
export const approvabile = (v: VerbaleView): boolean => aperte(v) === 0;

const seSiApprova = (v: VerbaleView): string => {
  const n = aperte(v);
  if (n > 0)
    return `${n === 1 ? 'C’è ancora una correzione senza risposta' : `Ci sono ancora ${n} correzioni senza risposta`}: prima decidi che cosa farne.`;
  return `Il verbale prende il suo numero, e non si propongono più correzioni.${senzaOrari(v, 'L’ora effettiva non è annotata: nel verbale resta scritto che c’è solo quella prevista.')}`;
};

export const AZIONI = {
  invia_in_revisione: {
    label: 'Invia in revisione',
    titolo: 'Inviare il verbale in revisione?',
    conseguenza: v =>
      `Da adesso non si scrive più: chi siede al tavolo lo legge e per ${v.giorniRevisione === 1 ? 'un giorno' : `${v.giorniRevisione} giorni`} può proporre correzioni. Controlla che tutto sia salvato.${senzaOrari(v, 'Non hai scritto quando l’incontro è cominciato e finito: il verbale dirà che l’ora effettiva non è annotata.')}`,
    fatto: 'Il verbale è in revisione: chi siede al tavolo può leggerlo e proporre correzioni.',
  },
  approva: {
    label: 'Approva',
    titolo: v => (inTempo(v) ? 'Approvare prima del tempo?' : 'Approvare il verbale?'),
    conseguenza: seSiApprova,
    conferma: v => (inTempo(v) ? 'Approva adesso' : 'Approva'),
    motivo: v =>
      inTempo(v) ? { etichetta: 'Motivo dell’anticipo', aiuto: 'Resta scritto nel verbale e nel suo PDF: lo leggono tutti.' } : null,
    fatto: 'Verbale approvato: ha il suo numero.',
  },
  pubblica: {
    label: 'Pubblica',
    titolo: 'Pubblicare il verbale?',
    conseguenza:
      'Chiunque potrà leggerlo, senza i passaggi segnati come omissis. Il PDF prende un numero di registro del portale e la sua impronta va nel registro: da allora non si cambia più.',
    fatto: 'Verbale pubblicato.',
  },
  restituisci: {
    label: 'Riporta in scrittura',
    tono: 'danger',
    titolo: 'Riportare il verbale in scrittura?',
    conseguenza: 'Si potrà di nuovo scrivere; poi servirà un’altra revisione.',
    motivo: { aiuto: 'La legge chi siede al tavolo.' },
    fatto: 'Il verbale è tornato in scrittura.',
  },
} as const satisfies Parole<AzioneVerbale, VerbaleView>;

/** Of a correction that somebody proposed. */
export const AZIONI_CORREZIONE = {
  accogli: {
    label: 'Accogli',
    titolo: 'Accogliere la correzione?',
    conseguenza: 'Il testo cambia subito, e nella storia resta scritto chi l’ha proposta.',
    fatto: 'Correzione accolta: il testo è cambiato.',
  },
  rinvia: {
    label: 'Porta al prossimo incontro',
    tono: 'outline',
    titolo: 'Portare la correzione al prossimo incontro?',
    conseguenza: 'Il testo per ora resta com’è; se ne parla insieme.',
    fatto: 'Se ne parlerà al prossimo incontro.',
  },
  respingi: {
    label: 'Respingi',
    tono: 'danger',
    titolo: 'Respingere la correzione?',
    conseguenza: 'Il testo resta com’è.',
    motivo: { aiuto: 'La legge chi siede al tavolo, e resta agli atti.' },
    fatto: 'Correzione respinta.',
  },
} as const satisfies Parole<AzioneCorrezione, CorrezioneView>;
