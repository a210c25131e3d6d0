import { inject } from '@angular/core';
import type {
  AzioneEnte,
  AzioneInput,
  EnteDatiInput,
  EnteIdentitaInput,
  EnteInput,
  EnteRigaView,
  EnteView,
  ConteggiView,
  EsitiInsiemeView,
  InvitoOperatoreInput,
  InvitoOperatoreView,
  InvitoView,
  RichiestaIngressoInput,
} from '@tavoli/shared';
import { Api } from '../api/api';
import { type ApiResource, apiResource } from '../api/api-resource';
import { uploader } from '../api/upload';
import { type CursorList, cursorList } from '../api/cursor-list';
import { tutteLeRighe } from '../api/tutte-le-righe';

const ambiti = (ambito: string) => `/api/v1/ambiti/${encodeURIComponent(ambito)}`;
const base = (ambito: string) => `${ambiti(ambito)}/enti`;
const INVITO = '/api/v1/inviti/operatore';

export const entiList = (ambito: () => string, query: () => string): CursorList<EnteRigaView> => cursorList(() => base(ambito()) + query());
export const entiConteggi = (ambito: () => string, query: () => string): ApiResource<ConteggiView> =>
  apiResource(() => `${base(ambito())}/conteggi${query()}`);
export const entiCsv = (ambito: string, query: string): string => `${base(ambito)}/elenco.csv${query}`;
/** All that match, for who chooses them all. Call in an injection context. */
export function entiTutti() {
  const tutte = tutteLeRighe<EnteRigaView>();
  return (ambito: string, query: string, massimo: number) => tutte(base(ambito) + query, massimo);
}
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
    verificaInsieme: (ambito: string, enti: readonly Versioned[]) =>
      api.post<EsitiInsiemeView>(`${base(ambito)}/verifiche`, { enti: enti.map(({ id, version }) => ({ id, version })) }),
    anteprimaVerifica: (ambito: string, enti: readonly Versioned[]) =>
      api.post<EsitiInsiemeView>(`${base(ambito)}/verifiche/anteprima`, { enti: enti.map(({ id, version }) => ({ id, version })) }),
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
