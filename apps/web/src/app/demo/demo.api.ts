import { inject } from '@angular/core';
import type { DemoMessaggioRigaView, DemoMessaggioView, DemoPersonaView, Pagina } from '@tavoli/shared';
import { Api } from '../api/api';
import { type ApiResource, apiResource } from '../api/api-resource';

const DEMO = '/api/v1/demo';

export const personeResource = (): ApiResource<Pagina<DemoPersonaView>> => apiResource(() => `${DEMO}/persone`);
/** The latest mails, to this address if there is one. */
export const postaResource = (per: () => string): ApiResource<Pagina<DemoMessaggioRigaView>> =>
  apiResource(() => `${DEMO}/posta${per() === '' ? '' : `?per=${encodeURIComponent(per())}`}`);
export const messaggioResource = (id: () => string): ApiResource<DemoMessaggioView> => apiResource(() => `${DEMO}/posta/${id()}`);

/** Address of the HTML of a mail, for a sandboxed frame. */
export const messaggioHtml = (id: string): string => `${DEMO}/posta/${encodeURIComponent(id)}/html`;

/** Signs in as somebody of the demo. Call in an injection context. */
export function demoCommands() {
  const api = inject(Api);
  return { accedi: (accountId: string) => api.post<void>(`${DEMO}/accesso`, { accountId }) };
}
