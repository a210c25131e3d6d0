import { inject } from '@angular/core';
import type { AttoDellAmbitoView, AttoRegistroInput } from '@tavoli/shared';
import { Api } from '../api/api';
import { type ApiResource, apiResource } from '../api/api-resource';
import { uploader } from '../api/upload';
import { attiBase, attoDocumento } from './atti-pubblici.api';

export { attiList, attoDocumento } from './atti-pubblici.api';

export const attoResource = (ambito: () => string, id: () => string | undefined): ApiResource<AttoDellAmbitoView> =>
  apiResource(() => (id() === undefined ? undefined : `${attiBase(ambito())}/${id()}`));

type Versioned = Pick<AttoDellAmbitoView, 'id' | 'version'>;

/** Commands. Call in an injection context. */
export function attiCommands() {
  const api = inject(Api);
  const upload = uploader();
  return {
    crea: (ambito: string, input: AttoRegistroInput, idempotencyKey: string) =>
      api.post<AttoDellAmbitoView>(attiBase(ambito), input, { idempotencyKey }),
    modifica: (ambito: string, { id, version }: Versioned, input: AttoRegistroInput) =>
      api.put<AttoDellAmbitoView>(`${attiBase(ambito)}/${id}`, input, { version }),
    allega: (ambito: string, { id, version }: Versioned, file: File, onProgress: (part: number) => void) =>
      upload<Versioned>({ method: 'PUT', url: attoDocumento(ambito, id), file, headers: { 'If-Match': `"${version}"` }, onProgress }),
  };
}
