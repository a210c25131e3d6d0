import { inject } from '@angular/core';
import type { ElenchiAmmessiView, ElencoAmmessiInput } from '@tavoli/shared';
import { Api } from '../api/api';
import { type ApiResource, apiResource } from '../api/api-resource';

const base = (ambito: string, avviso: string) => `/api/v1/ambiti/${encodeURIComponent(ambito)}/avvisi/${avviso}/elenchi`;

export const elenchiResource = (ambito: () => string, avviso: () => string): ApiResource<ElenchiAmmessiView> =>
  apiResource(() => base(ambito(), avviso()));

export const elencoPdf = (ambito: string, avviso: string, elenco: string): string => `${base(ambito, avviso)}/${elenco}/elenco.pdf`;

/** Commands. Call in an injection context. */
export function elenchiCommands() {
  const api = inject(Api);
  return {
    pubblica: (ambito: string, avviso: string, input: ElencoAmmessiInput, idempotencyKey: string) =>
      api.post<ElenchiAmmessiView>(base(ambito, avviso), input, { idempotencyKey }),
  };
}
