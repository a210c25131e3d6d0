/** Some of those who sit at a tavolo, with a task. Days from today. */
export const SOTTOGRUPPO = {
  tavolo: 'disabilita',
  nome: 'Vita indipendente (demo)',
  scopo: 'Prepara per il tavolo una proposta sulle case condivise e sui progetti «Dopo di noi», con le famiglie che le aspettano.',
  dal: -20,
  al: 70,
  motivazione: 'Conoscono le famiglie e le case che ci sono già.',
} as const;

/** A group without a seat, that follows the tavolo. */
export const OSSERVATORE = {
  tavolo: 'disabilita',
  chi: 'Tancredi Supposto',
  gruppo: 'Comitato Piana Aperta (demo)',
  perche: 'Tra chi viene al comitato ci sono famiglie con figli con disabilità: vogliamo sapere che cosa si prepara.',
} as const;
