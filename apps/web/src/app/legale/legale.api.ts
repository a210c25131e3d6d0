import { inject } from '@angular/core';
import type { PaginaLegale, PaginaLegaleInput, PaginaLegaleView } from '@tavoli/shared';
import { Api } from '../api/api';
import { type ApiResource, apiResource } from '../api/api-resource';

const url = (ambito: string, pagina: PaginaLegale): string => `/api/v1/ambiti/${encodeURIComponent(ambito)}/pagine/${pagina}`;

/** Of an ambito; undefined waits. */
export const paginaLegaleResource = (ambito: () => string | undefined, pagina: () => PaginaLegale): ApiResource<PaginaLegaleView> =>
  apiResource(() => (ambito() === undefined ? undefined : url(ambito() ?? '', pagina())));

/** Commands. Call in an injection context. */
export function legaleCommands() {
  const api = inject(Api);
  return {
    scrivi: (ambito: string, pagina: PaginaLegale, version: number, input: PaginaLegaleInput) =>
      api.put<PaginaLegaleView>(url(ambito, pagina), input, { version }),
  };
}
