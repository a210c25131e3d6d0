import type { NomeGuida, PaginaGuida, RicercaGuida } from '@tavoli/shared';
import { type ApiResource, apiResource } from '../api/api-resource';

export const indiceGuidaResource = (): ApiResource<PaginaGuida> => apiResource(() => '/api/v1/guida');

export const paginaGuidaResource = (pagina: () => NomeGuida): ApiResource<PaginaGuida> =>
  apiResource(() => `/api/v1/guida/pagine/${pagina()}`);

/** Waits until there is something to look for. */
export const ricercaGuidaResource = (q: () => string): ApiResource<RicercaGuida> =>
  apiResource(() => (q().length < 2 ? undefined : `/api/v1/guida/ricerca?${new URLSearchParams({ q: q() })}`));
