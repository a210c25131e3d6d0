import { inject } from '@angular/core';
import type {
  AzioneDiretto,
  AzioneInput,
  AzioneNomina,
  ComuneDaInvitareView,
  DirettiComuniInput,
  DirettiCreatiView,
  DirettoInput,
  DirettoView,
  EnteRigaView,
  NominaInput,
  NominaView,
  Pagina,
} from '@tavoli/shared';
import { Api } from '../api/api';
import { type ApiResource, apiResource } from '../api/api-resource';

const ambiti = (ambito: string) => `/api/v1/ambiti/${encodeURIComponent(ambito)}`;
const base = (ambito: string) => `${ambiti(ambito)}/posti-diretti`;

export const direttiResource = (ambito: () => string): ApiResource<Pagina<DirettoView>> => apiResource(() => base(ambito()));
export const comuniDaInvitare = (ambito: () => string): ApiResource<{ items: readonly ComuneDaInvitareView[] }> =>
  apiResource(() => `${base(ambito())}/comuni`);
/** Verified enti whose name or codice fiscale has these words. */
export const entiDaInvitare = (ambito: () => string, cerca: () => string): ApiResource<Pagina<EnteRigaView>> =>
  apiResource(() => `${ambiti(ambito())}/enti?stato=verificato&limit=100${cerca() === '' ? '' : `&q=${encodeURIComponent(cerca())}`}`);

/** Commands. Call in an injection context. */
export function direttiCommands() {
  const api = inject(Api);
  return {
    crea: (ambito: string, input: DirettoInput, idempotencyKey: string) =>
      api.post<DirettiCreatiView>(base(ambito), input, { idempotencyKey }),
    comuni: (ambito: string, input: DirettiComuniInput, idempotencyKey: string) =>
      api.post<DirettiCreatiView>(`${base(ambito)}/comuni`, input, { idempotencyKey }),
    esegui: (ambito: string, { id, version }: Pick<DirettoView, 'id' | 'version'>, azione: AzioneDiretto, input: AzioneInput) =>
      api.post<DirettoView>(`${base(ambito)}/${id}/azioni/${azione}`, input, { version }),
  };
}

/** What the holder of a mailed link reads and answers. Call in an injection context. */
export function nominaApi() {
  const api = inject(Api);
  return {
    leggi: (segreto: string) => api.getWithSecret<NominaView>('/api/v1/nomina', segreto),
    rispondi: (segreto: string, azione: AzioneNomina, input: Partial<NominaInput> & Pick<NominaInput, 'postoId'>, idempotencyKey: string) =>
      api.post<NominaView>(`/api/v1/nomina/azioni/${azione}`, input, { segreto, idempotencyKey }),
  };
}
