import { inject } from '@angular/core';
import type { IncaricoInput, IncaricoView, Pagina, RinnovoInput } from '@tavoli/shared';
import { Api } from '../api/api';
import { type ApiResource, apiResource } from '../api/api-resource';

const base = (ambito: string) => `/api/v1/ambiti/${encodeURIComponent(ambito)}/incarichi`;

export const incarichiResource = (ambito: () => string): ApiResource<Pagina<IncaricoView>> => apiResource(() => base(ambito()));

/** Those that ended, the last first. */
export const storiaIncarichi = (ambito: () => string): ApiResource<Pagina<IncaricoView>> => apiResource(() => `${base(ambito())}/storia`);

/** Commands. Call in an injection context. */
export function incarichiCommands() {
  const api = inject(Api);
  return {
    assegna: (ambito: string, input: IncaricoInput, idempotencyKey: string) =>
      api.post<IncaricoView>(base(ambito), input, { idempotencyKey }),
    rinnova: (ambito: string, id: string, input: RinnovoInput) => api.post<IncaricoView>(`${base(ambito)}/${id}/rinnova`, input),
    termina: (ambito: string, id: string) => api.post<IncaricoView>(`${base(ambito)}/${id}/termina`, {}),
  };
}
