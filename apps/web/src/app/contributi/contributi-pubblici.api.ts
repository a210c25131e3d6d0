import { inject } from '@angular/core';
import type { ContributiCollegatiView, ContributoPubblicoView, ContributoRigaView, StatoPerCodiceView } from '@tavoli/shared';
import { Api } from '../api/api';
import { type ApiResource, apiResource } from '../api/api-resource';
import { type CursorList, cursorList } from '../api/cursor-list';

// What public pages need, apart from the rest so that they load no more than this.

export const ambiti = (ambito: string): string => `/api/v1/ambiti/${encodeURIComponent(ambito)}`;
const base = (ambito: string): string => `${ambiti(ambito)}/contributi`;

/** What the public list is narrowed by; '' leaves it as it is. */
export interface FiltroContributi {
  readonly tavolo: string;
  readonly stato: string;
  readonly tipo: string;
  readonly comune: string;
  readonly ordine: string;
}

export const contributiList = (ambito: () => string, filtro: () => Partial<FiltroContributi>): CursorList<ContributoRigaView> =>
  cursorList(() => {
    const chosen = Object.entries(filtro()).filter(([, value]) => value !== '');
    return base(ambito()) + (chosen.length === 0 ? '' : `?${new URLSearchParams(chosen)}`);
  });

export const contributoPubblicoResource = (ambito: () => string, id: () => string): ApiResource<ContributoPubblicoView> =>
  apiResource(() => `${base(ambito())}/${encodeURIComponent(id())}`);

export const contributoFile = (ambito: string, id: string, file: string): string => `${base(ambito)}/${id}/files/${file}`;

/** Those tied to the punti of an incontro, or to the sections of a verbale. */
export const collegatiResource = (
  ambito: () => string,
  a: () => 'incontri' | 'verbali',
  id: () => string,
): ApiResource<ContributiCollegatiView> => apiResource(() => `${ambiti(ambito())}/${a()}/${encodeURIComponent(id())}/contributi`);

/** What a short code tells. Call in an injection context. */
export function codiceApi() {
  const api = inject(Api);
  return { cerca: (ambito: string, codice: string) => api.post<StatoPerCodiceView>(`${base(ambito)}/ricerche`, { codice }) };
}
