import type { StatoOscuramento, TipoAltrove } from '@tavoli/shared';
import type { BadgeTone } from '../ui/stati';

export const TIPI_IN_PAROLE: Readonly<Record<TipoAltrove, string>> = {
  verbale: 'Verbale',
  contributo: 'Contributo',
  elaborato: 'Elaborato',
  tavolo: 'Tavolo',
  avviso: 'Avviso',
  incontro: 'Incontro',
  piano: 'Piano',
  fase: 'Fase dell’iter',
  atto: 'Atto dell’iter',
  firmatario: 'Firmatario dell’accordo',
  adesione: 'Adesione all’accordo',
  osservazione: 'Osservazione',
  pagine_legali: 'Pagine legali',
  composizione: 'Di chi è fatto l’ambito',
  file_incontro: 'Documento di un incontro',
  file_contributo: 'Allegato di un contributo',
  file_avviso: 'Documento di un avviso',
  file_elaborato: 'Elaborato caricato come PDF',
  file_piano: 'Atto allegato al dossier',
  file_firmato: 'Copia firmata del dossier',
  file_atto: 'Documento di un atto dell’iter',
  dossier: 'Dossier del Piano',
};

export const STATI_OSCURAMENTO_IN_PAROLE: Readonly<Record<StatoOscuramento, { readonly label: string; readonly tone: BadgeTone }>> = {
  compiuto: { label: 'Compiuto', tone: 'success' },
  in_corso: { label: 'Si sta rifacendo il dossier', tone: 'warning' },
  da_riprendere: { label: 'Il dossier non si è rifatto', tone: 'danger' },
};
