import { inject } from '@angular/core';
import type {
  AzioneInput,
  AzioneOsservatore,
  OsservatoreInput,
  OsservatoreMiaView,
  OsservatoreMioView,
  OsservatoreView,
  Pagina,
} from '@tavoli/shared';
import { Api } from '../api/api';
import { type ApiResource, apiResource } from '../api/api-resource';

const base = (ambito: string) => `/api/v1/ambiti/${encodeURIComponent(ambito)}`;
const delTavolo = (ambito: string, slug: string) => `${base(ambito)}/tavoli/${slug}/osservatori`;

/** Who asked to follow a tavolo: for who leads it. */
export const osservatoriResource = (ambito: () => string, slug: () => string): ApiResource<Pagina<OsservatoreView>> =>
  apiResource(() => delTavolo(ambito(), slug()));
/** What became of the reader's own request there. */
export const mioResource = (ambito: () => string, slug: () => string): ApiResource<OsservatoreMioView> =>
  apiResource(() => `${delTavolo(ambito(), slug())}/mio`);
/** All the reader's own, those that stand first. */
export const mieResource = (ambito: () => string): ApiResource<Pagina<OsservatoreMiaView>> =>
  apiResource(() => `${base(ambito())}/osservatori/miei`);

/** Commands. Call in an injection context. */
export function osservatoriCommands() {
  const api = inject(Api);
  return {
    chiedi: (ambito: string, slug: string, input: OsservatoreInput, idempotencyKey: string) =>
      api.post<OsservatoreMioView>(delTavolo(ambito, slug), input, { idempotencyKey }),
    lascia: (ambito: string, slug: string) => api.delete<OsservatoreMioView>(`${delTavolo(ambito, slug)}/mio`),
    esegui: (ambito: string, { id, version }: Pick<OsservatoreView, 'id' | 'version'>, azione: AzioneOsservatore, input: AzioneInput) =>
      api.post<OsservatoreView>(`${base(ambito)}/osservatori/${id}/azioni/${azione}`, input, { version }),
  };
}
