import { inject } from '@angular/core';
import type {
  AzioneEnte,
  AzioneInput,
  EnteDatiInput,
  EnteIdentitaInput,
  EnteInput,
  EnteRigaView,
  EnteView,
  EntiConteggiView,
  InvitoOperatoreInput,
  InvitoOperatoreView,
  InvitoView,
  RichiestaIngressoInput,
} from '@tavoli/shared';
import { Api } from '../api/api';
import { type ApiResource, apiResource } from '../api/api-resource';
import { uploader } from '../api/upload';
import { type CursorList, cursorList } from '../api/cursor-list';

const ambiti = (ambito: string) => `/api/v1/ambiti/${encodeURIComponent(ambito)}`;
const base = (ambito: string) => `${ambiti(ambito)}/enti`;
const INVITO = '/api/v1/inviti/operatore';

export interface FiltriEnti {
  readonly stato: string;
  readonly q: string;
}

const query = (filtri: FiltriEnti): string => {
  const chosen = Object.entries(filtri).filter(([, value]) => value !== '');
  return chosen.length === 0 ? '' : `?${new URLSearchParams(chosen).toString()}`;
};

export const entiList = (ambito: () => string, filtri: () => FiltriEnti): CursorList<EnteRigaView> =>
  cursorList(() => base(ambito()) + query(filtri()));
export const entiConteggi = (ambito: () => string): ApiResource<EntiConteggiView> => apiResource(() => `${base(ambito())}/conteggi`);
export const enteResource = (ambito: () => string, id: () => string): ApiResource<EnteView> =>
  apiResource(() => `${base(ambito())}/${id()}`);
export const statutoPdf = (ambito: string, id: string): string => `${base(ambito)}/${id}/statuto`;

type Versioned = Pick<EnteRigaView, 'id' | 'version'>;

/** Commands on an ente. Call in an injection context. */
export function entiCommands() {
  const api = inject(Api);
  const upload = uploader();
  return {
    registra: (ambito: string, input: EnteInput, idempotencyKey: string) => api.post<EnteView>(base(ambito), input, { idempotencyKey }),
    modifica: (ambito: string, { id, version }: Versioned, input: EnteDatiInput) =>
      api.put<EnteView>(`${base(ambito)}/${id}`, input, { version }),
    correggiIdentita: (ambito: string, { id, version }: Versioned, input: EnteIdentitaInput) =>
      api.put<EnteView>(`${base(ambito)}/${id}/identita`, input, { version }),
    esegui: (ambito: string, { id, version }: Versioned, azione: AzioneEnte, input: AzioneInput = {}) =>
      api.post<EnteView>(`${base(ambito)}/${id}/azioni/${azione}`, input, { version }),
    caricaStatuto: (ambito: string, { id, version }: Versioned, file: File, onProgress: (part: number) => void) =>
      upload<EnteView>({ method: 'PUT', url: statutoPdf(ambito, id), file, headers: { 'If-Match': `"${version}"` }, onProgress }),
  };
}

/** Commands on who acts for an ente. Call in an injection context. */
export function operatoriCommands() {
  const api = inject(Api);
  return {
    invita: (ambito: string, ente: string, input: InvitoOperatoreInput) =>
      api.post<InvitoOperatoreView>(`${base(ambito)}/${ente}/inviti`, input),
    annullaInvito: (ambito: string, ente: string, id: string) => api.delete<void>(`${base(ambito)}/${ente}/inviti/${id}`),
    rimuovi: (ambito: string, ente: string, id: string) => api.delete<void>(`${base(ambito)}/${ente}/operatori/${id}`),
    rispondi: (ambito: string, ente: string, richiesta: string, azione: 'accogli' | 'respingi') =>
      api.post<EnteView>(`${base(ambito)}/${ente}/richieste/${richiesta}/azioni/${azione}`, {}),
    chiedi: (ambito: string, input: RichiestaIngressoInput) => api.post<{ ricevuta: true }>(`${ambiti(ambito)}/richieste-ingresso`, input),
    leggiInvito: (segreto: string) => api.getWithSecret<InvitoView>(INVITO, segreto),
    usaInvito: (segreto: string) => api.post<InvitoView>(`${INVITO}/usa`, { segreto }),
  };
}
