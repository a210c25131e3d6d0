import { inject } from '@angular/core';
import type {
  AdesioneInput,
  AdesioneView,
  AdesioniView,
  AttoInput,
  AzioneAdesione,
  AzioneFase,
  AzioneFirma,
  AzioneInput,
  AzioneOsservazione,
  FaseAzioneInput,
  FaseInput,
  FirmaAzioneInput,
  FirmatarioInput,
  IterInput,
  IterView,
  NuovoIterInput,
  OsservazioneInput,
} from '@tavoli/shared';
import { Api } from '../api/api';
import { type ApiResource, apiResource } from '../api/api-resource';
import { uploader } from '../api/upload';
import { ambitoBase, iterBase } from './iter-pubblico.api';

export { attoFile } from './iter-pubblico.api';

/** What a command leaves: the thing, and its version now. */
export interface Esito {
  readonly id: string;
  readonly version: number;
}
type Progress = (part: number) => void;

export const gestioneResource = (ambito: () => string): ApiResource<IterView> => apiResource(() => `${iterBase(ambito())}/gestione`);
export const adesioniResource = (ambito: () => string): ApiResource<AdesioniView> => apiResource(() => `${ambitoBase(ambito())}/adesioni`);
export const adesioneResource = (ambito: () => string, id: () => string | undefined): ApiResource<AdesioneView> =>
  apiResource(() => (id() === undefined ? undefined : `${ambitoBase(ambito())}/adesioni/${id()}`));
export const adesioniCsv = (ambito: string): string => `${ambitoBase(ambito)}/adesioni.csv`;
export const osservazioneFile = (ambito: string, id: string): string => `${iterBase(ambito)}/osservazioni/${id}/file`;

/** Commands on the iter, its phases and their acts. Call in an injection context. */
export function iterCommands() {
  const api = inject(Api);
  const upload = uploader();
  const at = (ambito: string, kind: string, id: string) => `${iterBase(ambito)}/${kind}/${id}`;
  return {
    apri: (ambito: string, input: NuovoIterInput, idempotencyKey: string) => api.post<Esito>(iterBase(ambito), input, { idempotencyKey }),
    modifica: (ambito: string, version: number, input: IterInput) => api.put<Esito>(iterBase(ambito), input, { version }),
    riordina: (ambito: string, version: number, fasi: string[]) => api.put<Esito>(`${iterBase(ambito)}/ordine`, { fasi }, { version }),
    creaFase: (ambito: string, input: FaseInput, idempotencyKey: string) =>
      api.post<Esito>(`${iterBase(ambito)}/fasi`, input, { idempotencyKey }),
    modificaFase: (ambito: string, { id, version }: Esito, input: FaseInput) => api.put<Esito>(at(ambito, 'fasi', id), input, { version }),
    eliminaFase: (ambito: string, { id, version }: Esito) => api.delete<void>(at(ambito, 'fasi', id), { version }),
    eseguiFase: (ambito: string, { id, version }: Esito, azione: AzioneFase, input: FaseAzioneInput) =>
      api.post<Esito>(`${at(ambito, 'fasi', id)}/azioni/${azione}`, input, { version }),
    creaAtto: (ambito: string, fase: string, input: AttoInput, idempotencyKey: string) =>
      api.post<Esito>(`${at(ambito, 'fasi', fase)}/atti`, input, { idempotencyKey }),
    modificaAtto: (ambito: string, { id, version }: Esito, input: AttoInput) => api.put<Esito>(at(ambito, 'atti', id), input, { version }),
    eliminaAtto: (ambito: string, { id, version }: Esito) => api.delete<void>(at(ambito, 'atti', id), { version }),
    allega: (ambito: string, { id, version }: Esito, file: File, onProgress: Progress) =>
      upload<Esito>({ method: 'PUT', url: `${at(ambito, 'atti', id)}/file`, file, headers: { 'If-Match': `"${version}"` }, onProgress }),
  };
}

/** Commands on the accordo: signatories and observations. Call in an injection context. */
export function accordoCommands() {
  const api = inject(Api);
  const upload = uploader();
  const at = (ambito: string, kind: string, id: string) => `${iterBase(ambito)}/${kind}/${id}`;
  return {
    creaFirmatario: (ambito: string, input: FirmatarioInput, idempotencyKey: string) =>
      api.post<Esito>(`${iterBase(ambito)}/firmatari`, input, { idempotencyKey }),
    modificaFirmatario: (ambito: string, { id, version }: Esito, input: FirmatarioInput) =>
      api.put<Esito>(at(ambito, 'firmatari', id), input, { version }),
    eliminaFirmatario: (ambito: string, { id, version }: Esito) => api.delete<void>(at(ambito, 'firmatari', id), { version }),
    firma: (ambito: string, { id, version }: Esito, azione: AzioneFirma, input: FirmaAzioneInput) =>
      api.post<Esito>(`${at(ambito, 'firmatari', id)}/azioni/${azione}`, input, { version }),
    creaOsservazione: (ambito: string, input: OsservazioneInput, idempotencyKey: string) =>
      api.post<Esito>(`${iterBase(ambito)}/osservazioni`, input, { idempotencyKey }),
    rispondi: (ambito: string, { id, version }: Esito, azione: AzioneOsservazione, input: AzioneInput) =>
      api.post<Esito>(`${at(ambito, 'osservazioni', id)}/azioni/${azione}`, input, { version }),
    allegaOsservazione: (ambito: string, { id, version }: Esito, file: File, onProgress: Progress) =>
      upload<Esito>({ method: 'PUT', url: osservazioneFile(ambito, id), file, headers: { 'If-Match': `"${version}"` }, onProgress }),
  };
}

/** Commands on adesioni. Call in an injection context. */
export function adesioniCommands() {
  const api = inject(Api);
  const at = (ambito: string, id: string) => `${ambitoBase(ambito)}/adesioni/${id}`;
  return {
    crea: (ambito: string, ente: string, input: AdesioneInput, idempotencyKey: string) =>
      api.post<AdesioneView>(`${ambitoBase(ambito)}/enti/${ente}/adesioni`, input, { idempotencyKey }),
    modifica: (ambito: string, { id, version }: Esito, input: AdesioneInput) => api.put<AdesioneView>(at(ambito, id), input, { version }),
    elimina: (ambito: string, { id, version }: Esito) => api.delete<void>(at(ambito, id), { version }),
    esegui: (ambito: string, { id, version }: Esito, azione: AzioneAdesione, input: AzioneInput = {}) =>
      api.post<AdesioneView>(`${at(ambito, id)}/azioni/${azione}`, input, { version }),
  };
}
