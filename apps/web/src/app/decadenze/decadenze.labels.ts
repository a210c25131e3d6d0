import { formatData, type ProvaDecadenzaView, type StatoDecadenza, type StatoPresenza } from '@tavoli/shared';
import type { Option } from '../ui/fields/option';

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

/** The incontri of the evidence, to choose from. */
export const incontriScelti = (prove: readonly ProvaDecadenzaView[]): Option[] =>
  prove.map(p => ({
    value: p.incontro.id,
    label: `${formatData(new Date(p.inizioAt))}: ${p.incontro.titolo}, ${REGISTRATO[p.presenza]}`,
  }));
