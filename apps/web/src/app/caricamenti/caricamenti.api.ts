import { inject } from '@angular/core';
import type {
  AzioneCaricamento,
  AzioneCaricamentoInput,
  CaricamentoRigaView,
  CaricamentoView,
  ColonneInput,
  EsitoRiga,
  FormatoTabella,
  RigheCaricateView,
  TipoCaricamento,
} from '@tavoli/shared';
import { Api } from '../api/api';
import { type ApiResource, apiResource } from '../api/api-resource';
import { uploader } from '../api/upload';

const base = (ambito: string) => `/api/v1/ambiti/${encodeURIComponent(ambito)}/caricamenti`;
/** How many rows a page shows. */
export const RIGHE_PER_PAGINA = 50;

export const caricamentiResource = (ambito: () => string): ApiResource<{ items: readonly CaricamentoRigaView[] }> =>
  apiResource(() => base(ambito()));
export const caricamentoResource = (ambito: () => string, id: () => string): ApiResource<CaricamentoView> =>
  apiResource(() => `${base(ambito())}/${id()}`);
/** @param version read again when it grows */
export const righeResource = (
  ambito: () => string,
  id: () => string,
  quali: () => { readonly esito: EsitoRiga | ''; readonly da: number; readonly version: number | undefined },
): ApiResource<RigheCaricateView> =>
  apiResource(() => {
    const { esito, da, version } = quali();
    if (version === undefined) return undefined;
    return `${base(ambito())}/${id()}/righe?limit=${RIGHE_PER_PAGINA}&da=${da}${esito === '' ? '' : `&esito=${esito}`}`;
  });

export const modello = (ambito: string, tipo: TipoCaricamento, formato: FormatoTabella): string =>
  `${base(ambito)}/modello?tipo=${tipo}&formato=${formato}`;
export const esportazione = (ambito: string, tipo: TipoCaricamento, formato: FormatoTabella): string =>
  `${base(ambito)}/esportazione?tipo=${tipo}&formato=${formato}`;
export const erroriCsv = (ambito: string, id: string): string => `${base(ambito)}/${id}/errori`;

type Versioned = Pick<CaricamentoView, 'id' | 'version'>;

/** Commands on caricamenti. Call in an injection context. */
export function caricamentiCommands() {
  const api = inject(Api);
  const upload = uploader();
  return {
    leggiFile: (ambito: string, tipo: TipoCaricamento, file: File, onProgress: (part: number) => void) =>
      upload<CaricamentoView>({ url: `${base(ambito)}?tipo=${tipo}`, file, onProgress }),
    simula: (ambito: string, { id, version }: Versioned, input: ColonneInput) =>
      api.put<CaricamentoView>(`${base(ambito)}/${id}/colonne`, input, { version }),
    butta: (ambito: string, { id, version }: Versioned) => api.delete<void>(`${base(ambito)}/${id}`, { version }),
    esegui: (ambito: string, { id, version }: Versioned, azione: AzioneCaricamento, input: AzioneCaricamentoInput) =>
      api.post<CaricamentoView>(`${base(ambito)}/${id}/azioni/${azione}`, input, { version }),
    scrivi: (ambito: string, { id, version }: Versioned) => api.post<CaricamentoView>(`${base(ambito)}/${id}/messaggi`, {}, { version }),
  };
}
