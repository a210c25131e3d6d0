import { inject } from '@angular/core';
import type { CommentoInput, ElaboratoView } from '@tavoli/shared';
import { Api } from '../../api/api';

const BASE = '/api/v1/consultazione';

/** An elaborato that a member is asked about, by the mailed secret. Call in an injection context. */
export function consultazioneApi() {
  const api = inject(Api);
  return {
    leggi: (segreto: string) => api.getWithSecret<ElaboratoView>(BASE, segreto),
    file: (segreto: string) => api.fileWithSecret(`${BASE}/file`, segreto),
    commenta: (segreto: string, input: CommentoInput) => api.post<ElaboratoView>(`${BASE}/commenti`, input, { segreto }),
  };
}
