import { inject } from '@angular/core';
import type { CommentoInput, ElaboratoView } from '@tavoli/shared';
import { Api } from '../../api/api';
import { ProblemError } from '../../api/problem-error';
import { problemOf, UNREACHABLE } from '../../ui/problem';

const BASE = '/api/v1/consultazione';

/** The uploaded file: a secret travels in a header, which a plain link cannot send. @throws ProblemError */
async function file(segreto: string): Promise<Blob> {
  const response = await fetch(`${BASE}/file`, { headers: { 'X-Requested-With': 'tavoli', 'X-Segreto': segreto } }).catch(() => {
    throw new ProblemError(UNREACHABLE);
  });
  if (!response.ok) throw new ProblemError(problemOf(await response.json(), response.status));
  return response.blob();
}

/** An elaborato that a member is asked about, by the mailed secret. Call in an injection context. */
export function consultazioneApi() {
  const api = inject(Api);
  return {
    leggi: (segreto: string) => api.getWithSecret<ElaboratoView>(BASE, segreto),
    file,
    commenta: (segreto: string, input: CommentoInput) => api.post<ElaboratoView>(`${BASE}/commenti`, input, { segreto }),
  };
}
