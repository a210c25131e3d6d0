import { inject } from '@angular/core';
import type {
  AvvisoAzioneInput,
  AvvisoInput,
  AvvisoRigaView,
  AvvisoView,
  AzioneAvviso,
  ChiarimentoInput,
  RettificaAvvisoInput,
} from '@tavoli/shared';
import { Api } from '../api/api';
import { type ApiResource, apiResource } from '../api/api-resource';
import { uploader } from '../api/upload';
import { type CursorList, cursorList } from '../api/cursor-list';

const base = (ambito: string) => `/api/v1/ambiti/${encodeURIComponent(ambito)}/avvisi`;

export const avvisiList = (ambito: () => string): CursorList<AvvisoRigaView> => cursorList(() => base(ambito()));
export const avvisoResource = (ambito: () => string, id: () => string | undefined): ApiResource<AvvisoView> =>
  apiResource(() => {
    const value = id();
    return value === undefined ? undefined : `${base(ambito())}/${value}`;
  });

export const avvisoFile = (ambito: string, avviso: string, file: string): string => `${base(ambito)}/${avviso}/files/${file}`;

type Versioned = Pick<AvvisoView, 'id' | 'version'>;

/** Commands. Call in an injection context. */
export function avvisiCommands() {
  const api = inject(Api);
  const upload = uploader();
  return {
    crea: (ambito: string, input: AvvisoInput, idempotencyKey: string) => api.post<AvvisoView>(base(ambito), input, { idempotencyKey }),
    modifica: (ambito: string, { id, version }: Versioned, input: AvvisoInput) =>
      api.put<AvvisoView>(`${base(ambito)}/${id}`, input, { version }),
    elimina: (ambito: string, { id, version }: Versioned) => api.delete<void>(`${base(ambito)}/${id}`, { version }),
    esegui: (ambito: string, { id, version }: Versioned, azione: AzioneAvviso, input: AvvisoAzioneInput) =>
      api.post<AvvisoView>(`${base(ambito)}/${id}/azioni/${azione}`, input, { version }),
    chiarisci: (ambito: string, id: string, input: ChiarimentoInput, idempotencyKey: string) =>
      api.post<AvvisoView>(`${base(ambito)}/${id}/chiarimenti`, input, { idempotencyKey }),
    rettifica: (ambito: string, { id, version }: Versioned, input: RettificaAvvisoInput) =>
      api.post<AvvisoView>(`${base(ambito)}/${id}/rettifiche`, input, { version }),
    allega: (ambito: string, id: string, file: File, onProgress: (part: number) => void) =>
      upload({ url: `${base(ambito)}/${id}/files`, file, onProgress }),
    togliFile: (ambito: string, id: string, file: string) => api.delete<void>(avvisoFile(ambito, id, file)),
  };
}
