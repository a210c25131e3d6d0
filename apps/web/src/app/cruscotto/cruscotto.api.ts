import { inject } from '@angular/core';
import type { CruscottoView, SollecitoInput, SollecitoView } from '@tavoli/shared';
import { Api } from '../api/api';
import { type ApiResource, apiResource } from '../api/api-resource';

const base = (ambito: string) => `/api/v1/ambiti/${encodeURIComponent(ambito)}/cruscotto`;

export const cruscottoResource = (ambito: () => string): ApiResource<CruscottoView> => apiResource(() => base(ambito()));

/** Commands. Call in an injection context. */
export function cruscottoCommands() {
  const api = inject(Api);
  return {
    sollecita: (ambito: string, input: SollecitoInput, idempotencyKey: string) =>
      api.post<SollecitoView>(`${base(ambito)}/solleciti`, input, { idempotencyKey }),
  };
}
