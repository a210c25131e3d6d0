import type { TipoContributo } from '@tavoli/shared';

export const TIPI: Record<TipoContributo, string> = {
  bisogno: 'Bisogni',
  proposta: 'Proposte',
  segnalazione_servizio: 'Segnalazioni su un servizio',
  esperienza: 'Esperienze',
};

const MESI = [
  'gennaio',
  'febbraio',
  'marzo',
  'aprile',
  'maggio',
  'giugno',
  'luglio',
  'agosto',
  'settembre',
  'ottobre',
  'novembre',
  'dicembre',
];

/** «marzo 2026», from `2026-03`. */
export function mese(testo: string): string {
  const [anno, numero] = testo.split('-');
  return `${MESI[Number(numero) - 1]} ${anno}`;
}

/** «3 giorni», «mezza giornata»; a median may have a half. */
export function giorni(quanti: number | null): string {
  if (quanti === null) return 'ancora nessuno';
  if (quanti < 1) return 'meno di un giorno';
  return quanti === 1 ? '1 giorno' : `${String(quanti).replace('.', ',')} giorni`;
}
