import { inject } from '@angular/core';
import type { ImpegniView, ImpegnoStatoInput, PuntiPropostiView } from '@tavoli/shared';
import { Api } from '../api/api';
import { type ApiResource, apiResource } from '../api/api-resource';

const base = (ambito: string, tavolo: string): string =>
  `/api/v1/ambiti/${encodeURIComponent(ambito)}/tavoli/${encodeURIComponent(tavolo)}`;

export const impegniResource = (ambito: () => string, tavolo: () => string): ApiResource<ImpegniView> =>
  apiResource(() => `${base(ambito(), tavolo())}/impegni`);

/** What the next ordine del giorno of a tavolo begins with; undefined waits. */
export const puntiPropostiResource = (ambito: () => string, tavolo: () => string | undefined): ApiResource<PuntiPropostiView> =>
  apiResource(() => (tavolo() === undefined ? undefined : `${base(ambito(), tavolo() ?? '')}/incontri/punti-proposti`));

/** Commands. Call in an injection context. */
export function impegniCommands() {
  const api = inject(Api);
  return {
    aggiorna: (ambito: string, tavolo: string, id: string, input: ImpegnoStatoInput) =>
      api.put<ImpegniView>(`${base(ambito, tavolo)}/impegni/${id}`, input),
  };
}
