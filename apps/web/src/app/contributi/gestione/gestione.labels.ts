import type { AzioneContributo, CodaRigaView } from '@tavoli/shared';

/** The button of each step, what it does, and what is said when it is done. */
export const AZIONI: Readonly<Record<AzioneContributo, { readonly verbo: string; readonly spiega: string; readonly fatto: string }>> = {
  pubblica: {
    verbo: 'Pubblica',
    spiega: 'Da quel momento lo leggono tutti, e comincia a correre il termine per rispondere. Chi lo ha scritto riceve un messaggio.',
    fatto: 'Contributo pubblicato.',
  },
  chiedi_modifica: {
    verbo: 'Chiedi una modifica',
    spiega: 'Chi lo ha scritto riceve la richiesta e può riscriverlo.',
    fatto: 'Richiesta mandata.',
  },
  respingi: {
    verbo: 'Respingi',
    spiega: 'Non viene pubblicato. Chi lo ha scritto riceve il motivo, e può chiedere il riesame.',
    fatto: 'Contributo respinto.',
  },
  esamina: { verbo: 'Prendi in esame', spiega: 'Dice a tutti che il tavolo ne sta discutendo.', fatto: 'Contributo in esame.' },
  accogli: { verbo: 'Accogli', spiega: 'La motivazione la leggono tutti.', fatto: 'Risposta pubblicata: accolto.' },
  accogli_in_parte: {
    verbo: 'Accogli in parte',
    spiega: 'La motivazione la leggono tutti: spiega che cosa sì e che cosa no.',
    fatto: 'Risposta pubblicata: accolto in parte.',
  },
  non_accogliere: {
    verbo: 'Non accogliere',
    spiega: 'La motivazione la leggono tutti. Chi lo ha scritto può chiedere il riesame.',
    fatto: 'Risposta pubblicata: non accolto.',
  },
  rinvia: {
    verbo: 'Rinvia',
    spiega: 'Il tavolo lo riprenderà più avanti: la motivazione la leggono tutti.',
    fatto: 'Risposta pubblicata: rinviato.',
  },
  unisci: {
    verbo: 'Unisci a un altro',
    spiega: 'Avrà la stessa risposta di quello a cui lo unisci. Tutti quelli che hanno scritto continuano a ricevere notizie.',
    fatto: 'Contributi uniti.',
  },
};

const DAY = 86_400_000;

/** The clock that runs, in words: «da leggere entro 3 giorni», «in ritardo di 2 giorni»; null when nothing is due. */
export function scadenza(
  c: Pick<CodaRigaView, 'moderareEntroAt' | 'rispondereEntroAt'>,
  now: Date,
): { readonly parole: string; readonly tono: 'neutral' | 'warning' | 'danger' } | null {
  const entro = c.moderareEntroAt ?? c.rispondereEntroAt;
  if (entro === null) return null;
  const cosa = c.moderareEntroAt === null ? 'Da rispondere' : 'Da leggere';
  const giorni = Math.ceil((Date.parse(entro) - now.getTime()) / DAY);
  if (giorni < 0 || Date.parse(entro) < now.getTime())
    return {
      parole: `${cosa}: in ritardo ${giorni >= 0 ? 'da oggi' : `di ${-giorni + 1 === 1 ? 'un giorno' : `${-giorni + 1} giorni`}`}`,
      tono: 'danger',
    };
  return { parole: giorni <= 1 ? `${cosa} entro domani` : `${cosa} entro ${giorni} giorni`, tono: giorni <= 3 ? 'warning' : 'neutral' };
}
