import { inject } from '@angular/core';
import type { Pagina, VerbalePubblicoView, VerbaleRigaView, VerificaView } from '@tavoli/shared';
import { Api } from '../api/api';
import { type ApiResource, apiResource } from '../api/api-resource';

// What public pages need, apart from the rest so that they load no more than this.

const ambiti = (ambito: string) => `/api/v1/ambiti/${encodeURIComponent(ambito)}`;
export const verbaliBase = (ambito: string): string => `${ambiti(ambito)}/verbali`;
export const incontriBase = (ambito: string): string => `${ambiti(ambito)}/incontri`;

/** Those that the reader may see, of one tavolo if its id is given, latest first. Undefined waits. */
export const verbaliResource = (ambito: () => string, tavolo: () => string | null | undefined): ApiResource<Pagina<VerbaleRigaView>> =>
  apiResource(() => {
    const id = tavolo();
    return id === undefined ? undefined : verbaliBase(ambito()) + (id === null ? '' : `?tavolo=${encodeURIComponent(id)}`);
  });

/** Those of one incontro. */
export const verbaliDellIncontroResource = (ambito: () => string, incontro: () => string): ApiResource<Pagina<VerbaleRigaView>> =>
  apiResource(() => `${verbaliBase(ambito())}?incontro=${encodeURIComponent(incontro())}`);

export const verbalePubblicoResource = (ambito: () => string, id: () => string): ApiResource<VerbalePubblicoView> =>
  apiResource(() => `${verbaliBase(ambito())}/${encodeURIComponent(id())}/pubblico`);

/** The published PDF. */
export const verbalePdf = (ambito: string, verbale: string): string => `${verbaliBase(ambito)}/${verbale}/verbale.pdf`;

/** Whether a file with this fingerprint was published here. Call in an injection context. */
export function verificaApi() {
  const api = inject(Api);
  return { chiedi: (sha256: string) => api.get<VerificaView>(`/api/v1/verifica/${sha256}`) };
}
