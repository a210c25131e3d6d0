import type { StatoOscuramento, TipoOscurabile } from '@tavoli/shared';
import type { BadgeTone } from '../ui/stati';

export const TIPI_IN_PAROLE: Readonly<Record<TipoOscurabile, string>> = {
  verbale: 'Verbale',
  contributo: 'Contributo',
  elaborato: 'Elaborato',
  file_incontro: 'Documento di un incontro',
  file_contributo: 'Allegato di un contributo',
  file_avviso: 'Documento di un avviso',
  file_elaborato: 'Elaborato caricato come PDF',
  file_piano: 'Atto allegato al dossier',
  file_firmato: 'Copia firmata del dossier',
};

export const STATI_OSCURAMENTO_IN_PAROLE: Readonly<Record<StatoOscuramento, { readonly label: string; readonly tone: BadgeTone }>> = {
  compiuto: { label: 'Compiuto', tone: 'success' },
  in_corso: { label: 'Si sta rifacendo il dossier', tone: 'warning' },
  da_riprendere: { label: 'Il dossier non si è rifatto', tone: 'danger' },
};
