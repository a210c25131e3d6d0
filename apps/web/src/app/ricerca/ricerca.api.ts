import type { RicercaView } from '@tavoli/shared';
import { type ApiResource, apiResource } from '../api/api-resource';

/** What is looked for, as the address of the page says it. */
export interface Cercato {
  readonly q: string;
  readonly tipo: string;
  readonly tavolo: string;
  readonly anno: string;
  readonly pagina: string;
}

/** Waits until there is something to look for. */
export const ricercaResource = (ambito: () => string, cercato: () => Cercato): ApiResource<RicercaView> =>
  apiResource(() => {
    const chosen = Object.entries(cercato()).filter(([, value]) => value !== '');
    return cercato().q.length < 2 ? undefined : `/api/v1/ambiti/${encodeURIComponent(ambito())}/ricerca?${new URLSearchParams(chosen)}`;
  });
