import type { StatoDecadenza, StatoPresenza } from '@tavoli/shared';

export const STATI: Readonly<Record<StatoDecadenza, string>> = {
  aperto: 'Aperto',
  concluso: 'Concluso con la decadenza',
  archiviato: 'Archiviato',
};

/** What was recorded of the seat, as evidence says it. */
export const REGISTRATO: Readonly<Record<StatoPresenza, string>> = {
  titolare: 'presente il titolare',
  supplente: 'presente il supplente',
  assente: 'assente',
  giustificato: 'assente giustificato',
};
