import type { TipoRicerca } from '@tavoli/shared';

export const TIPI: Record<TipoRicerca, { readonly uno: string; readonly tanti: string }> = {
  tavolo: { uno: 'Tavolo', tanti: 'Tavoli' },
  incontro: { uno: 'Incontro', tanti: 'Incontri' },
  verbale: { uno: 'Verbale', tanti: 'Verbali' },
  decisione: { uno: 'Decisione', tanti: 'Decisioni' },
  avviso: { uno: 'Avviso', tanti: 'Avvisi' },
  contributo: { uno: 'Contributo', tanti: 'Contributi' },
  elaborato: { uno: 'Elaborato', tanti: 'Elaborati' },
  atto: { uno: 'Atto dell’iter', tanti: 'Atti dell’iter' },
};
