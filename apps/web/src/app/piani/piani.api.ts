import { inject } from '@angular/core';
import type { AllegatoInput, AzionePiano, ConsegnaInput, PianoAzioneInput, PianoInput, PianoView } from '@tavoli/shared';
import { Api } from '../api/api';
import { type ApiResource, apiResource } from '../api/api-resource';
import { uploader } from '../api/upload';
import { pianiBase } from './piani-pubblici.api';

export { pianoPubblicoResource } from './piani-pubblici.api';

/** The preparation of a Piano; undefined waits. */
export const pianoResource = (ambito: () => string, id: () => string | undefined): ApiResource<PianoView> =>
  apiResource(() => {
    const piano = id();
    return piano === undefined ? undefined : pianiBase(ambito(), piano);
  });

export const dossierFile = (ambito: string, piano: string, dossier: string, formato: 'pdf' | 'zip'): string =>
  `${pianiBase(ambito, piano)}/dossier/${dossier}/${formato}`;

type Versioned = Pick<PianoView, 'id' | 'version'>;

/** Commands. Call in an injection context. */
export function pianiCommands() {
  const api = inject(Api);
  const upload = uploader();
  const at = pianiBase;
  return {
    modifica: (ambito: string, { id, version }: Versioned, input: PianoInput) => api.put<PianoView>(at(ambito, id), input, { version }),
    aggiungi: (ambito: string, piano: string, input: AllegatoInput, idempotencyKey: string) =>
      api.post<PianoView>(`${at(ambito, piano)}/allegati`, input, { idempotencyKey }),
    carica: (ambito: string, piano: string, titolo: string, file: File, onProgress: (part: number) => void) =>
      upload({
        url: `${at(ambito, piano)}/atti${titolo === '' ? '' : `?${new URLSearchParams({ titolo }).toString()}`}`,
        file,
        onProgress,
      }),
    rinomina: (ambito: string, { id, version }: Versioned, allegato: string, titolo: string) =>
      api.put<PianoView>(`${at(ambito, id)}/allegati/${allegato}`, { titolo }, { version }),
    togli: (ambito: string, piano: string, allegato: string) => api.delete<PianoView>(`${at(ambito, piano)}/allegati/${allegato}`),
    ordina: (ambito: string, { id, version }: Versioned, allegati: readonly string[]) =>
      api.put<PianoView>(`${at(ambito, id)}/ordine`, { allegati }, { version }),
    compila: (ambito: string, piano: string, idempotencyKey: string) =>
      api.post<PianoView>(`${at(ambito, piano)}/dossier`, {}, { idempotencyKey }),
    esegui: (ambito: string, { id, version }: Versioned, azione: AzionePiano, input: PianoAzioneInput) =>
      api.post<PianoView>(`${at(ambito, id)}/azioni/${azione}`, input, { version }),
    consegna: (ambito: string, { id, version }: Versioned, input: ConsegnaInput) =>
      api.put<PianoView>(`${at(ambito, id)}/consegna`, input, { version }),
    firmato: (ambito: string, piano: string, file: File, onProgress: (part: number) => void) =>
      upload({ url: `${at(ambito, piano)}/firmati`, file, onProgress }),
    togliFirmato: (ambito: string, piano: string, file: string) => api.delete<PianoView>(`${at(ambito, piano)}/firmati/${file}`),
  };
}
