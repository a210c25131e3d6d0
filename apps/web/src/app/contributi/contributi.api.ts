import { inject } from '@angular/core';
import type {
  AllegatoCaricatoView,
  AutoreAzioneInput,
  AzioneAutore,
  ContributoAutoreView,
  ContributoInput,
  MioContributoView,
  ModuloContributoView,
  RicevutaContributoView,
} from '@tavoli/shared';
import { Api } from '../api/api';
import { type ApiResource, apiResource } from '../api/api-resource';
import { uploader } from '../api/upload';
import { ambiti } from './contributi-pubblici.api';

const modulo = (ambito: string, tavolo: string): string => `${ambiti(ambito)}/tavoli/${encodeURIComponent(tavolo)}/contributi`;
const MIEI = '/api/v1/account/contributi';

/** Sending. Call in an injection context. */
export function invioApi() {
  const api = inject(Api);
  const upload = uploader();
  return {
    /** Asked when the page opens, and again when its token is refused: never kept. */
    modulo: (ambito: string, tavolo: string) => api.get<ModuloContributoView>(`${modulo(ambito, tavolo)}/modulo`),
    allega: (ambito: string, tavolo: string, file: File, onProgress: (part: number) => void) =>
      upload<AllegatoCaricatoView>({ url: `${modulo(ambito, tavolo)}/files`, file, onProgress }),
    invia: (ambito: string, tavolo: string, input: ContributoInput, idempotencyKey: string) =>
      api.post<RicevutaContributoView>(modulo(ambito, tavolo), input, { idempotencyKey }),
    conferma: (segreto: string) => api.post<RicevutaContributoView>('/api/v1/contributo/conferma', undefined, { segreto }),
  };
}

export const mieiResource = (): ApiResource<{ items: readonly MioContributoView[] }> => apiResource(() => MIEI);

/** How an author holds a contributo: by the secret of a mail, or by the account (its id). */
export type Chiave = { readonly segreto: string } | { readonly mio: string };

/** What its author reads and does. Call in an injection context. */
export function autoreApi() {
  const api = inject(Api);
  return {
    leggi: (chiave: Chiave) =>
      'mio' in chiave
        ? api.get<ContributoAutoreView>(`${MIEI}/${chiave.mio}`)
        : api.getWithSecret<ContributoAutoreView>('/api/v1/contributo', chiave.segreto),
    esegui: (chiave: Chiave, version: number, azione: AzioneAutore, input: AutoreAzioneInput) =>
      'mio' in chiave
        ? api.post<ContributoAutoreView>(`${MIEI}/${chiave.mio}/azioni/${azione}`, input, { version })
        : api.post<ContributoAutoreView>(`/api/v1/contributo/azioni/${azione}`, input, { version, segreto: chiave.segreto }),
    /** The receipt, as bytes: a secret travels in a header, which a plain link cannot send. */
    ricevuta: (chiave: Chiave) =>
      fetch('mio' in chiave ? `${MIEI}/${chiave.mio}/ricevuta.pdf` : '/api/v1/contributo/ricevuta.pdf', {
        headers: { 'X-Requested-With': 'tavoli', ...('mio' in chiave ? {} : { 'X-Segreto': chiave.segreto }) },
      }),
  };
}
