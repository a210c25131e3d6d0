import { inject } from '@angular/core';
import type { SeguitoInput, TipoSeguito } from '@tavoli/shared';
import { Api } from '../api/api';

/** Following by mail. Call in an injection context. */
export function seguitiApi() {
  const api = inject(Api);
  return {
    /** @param cosa id of the contributo, slug of the tavolo */
    chiedi: (ambito: string, tipo: TipoSeguito, cosa: string, input: SeguitoInput) =>
      api.post<void>(
        `/api/v1/ambiti/${encodeURIComponent(ambito)}/${tipo === 'contributo' ? 'contributi' : 'tavoli'}/${encodeURIComponent(cosa)}/seguiti`,
        input,
      ),
    conferma: (segreto: string) => api.post<{ titolo: string }>('/api/v1/seguito/conferma', undefined, { segreto }),
    ferma: (segreto: string) => api.post<{ titolo: string }>('/api/v1/seguito/ferma', undefined, { segreto }),
  };
}
