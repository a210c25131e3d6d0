import { inject } from '@angular/core';
import type {
  AltroveInput,
  AltroviView,
  OscurabileView,
  OscuramentoFileInput,
  OscuramentoInput,
  OscuramentoView,
  Pagina,
  SchedaOscuramentoView,
  SostitutoView,
} from '@tavoli/shared';
import { Api } from '../api/api';
import { type ApiResource, apiResource } from '../api/api-resource';
import { uploader } from '../api/upload';

const base = (ambito: string) => `/api/v1/ambiti/${encodeURIComponent(ambito)}/oscuramenti`;
const enc = encodeURIComponent;

export const oscuramentiResource = (ambito: () => string): ApiResource<Pagina<OscuramentoView>> => apiResource(() => base(ambito()));

/** Everything of a kind that is public; '' waits. */
export const oscurabiliResource = (ambito: () => string, tipo: () => string): ApiResource<Pagina<OscurabileView>> =>
  apiResource(() => (tipo() === '' ? undefined : `${base(ambito())}/pubblicati?tipo=${enc(tipo())}`));

export const schedaResource = (ambito: () => string, tipo: () => string, id: () => string): ApiResource<SchedaOscuramentoView> =>
  apiResource(() => `${base(ambito())}/cose/${enc(tipo())}/${enc(id())}`);

/** A text or a file as it was, from the archive of the office. */
export const originale = (ambito: string, oscuramento: string, id: string): string => `${base(ambito)}/${oscuramento}/originali/${id}`;

type Scheda = Pick<SchedaOscuramentoView, 'tipo' | 'id' | 'version'>;

/** Commands. Call in an injection context. */
export function oscuramentiCommands() {
  const api = inject(Api);
  const upload = uploader();
  return {
    testo: (ambito: string, { tipo, id, version }: Scheda, input: OscuramentoInput, idempotencyKey: string) =>
      api.post<OscuramentoView>(`${base(ambito)}/testi/${tipo}/${id}`, input, { version, idempotencyKey }),
    file: (ambito: string, { tipo, id, version }: Scheda, input: OscuramentoFileInput, idempotencyKey: string) =>
      api.post<OscuramentoView>(`${base(ambito)}/file/${tipo}/${id}`, input, { version, idempotencyKey }),
    altrove: (ambito: string, input: AltroveInput) => api.post<AltroviView>(`${base(ambito)}/altrove`, input),
    carica: (ambito: string, file: File, onProgress: (part: number) => void) =>
      upload<SostitutoView>({ url: `${base(ambito)}/sostituti`, file, onProgress }),
    riprendi: (ambito: string, id: string, idempotencyKey: string) => api.post(`${base(ambito)}/${id}/dossier`, {}, { idempotencyKey }),
  };
}
