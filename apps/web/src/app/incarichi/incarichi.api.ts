import { inject } from '@angular/core';
import type { IncaricoInput, IncaricoView, Pagina } from '@tavoli/shared';
import { Api } from '../api/api';
import { type ApiResource, apiResource } from '../api/api-resource';

const base = (ambito: string) => `/api/v1/ambiti/${encodeURIComponent(ambito)}/incarichi`;

export const incarichiResource = (ambito: () => string): ApiResource<Pagina<IncaricoView>> => apiResource(() => base(ambito()));

/** Commands. Call in an injection context. */
export function incarichiCommands() {
  const api = inject(Api);
  return {
    assegna: (ambito: string, input: IncaricoInput, idempotencyKey: string) =>
      api.post<IncaricoView>(base(ambito), input, { idempotencyKey }),
    termina: (ambito: string, id: string) => api.post<IncaricoView>(`${base(ambito)}/${id}/termina`, {}),
  };
}
