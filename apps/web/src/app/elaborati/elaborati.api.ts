import { inject } from '@angular/core';
import type {
  AzioneCommento,
  AzioneElaborato,
  CommentoInput,
  ContenutoSezione,
  ElaboratoAzioneInput,
  ElaboratoInput,
  ElaboratoModificaInput,
  ElaboratoView,
  FonteInput,
  FontiPossibiliView,
  SezioneElaboratoView,
  VersioneSezioneElaboratoView,
} from '@tavoli/shared';
import { Api } from '../api/api';
import { type ApiResource, apiResource } from '../api/api-resource';
import { uploader } from '../api/upload';
import { ambiti, base } from './elaborati-pubblici.api';

/** Undefined waits. */
export const elaboratoResource = (ambito: () => string, id: () => string | undefined): ApiResource<ElaboratoView> =>
  apiResource(() => (id() === undefined ? undefined : `${base(ambito())}/${encodeURIComponent(id() ?? '')}`));
/** What may be a source, and where the tavolo may have approved; undefined waits. */
export const fontiPossibiliResource = (ambito: () => string, id: () => string | undefined): ApiResource<FontiPossibiliView> =>
  apiResource(() => (id() === undefined ? undefined : `${base(ambito())}/${id()}/fonti`));

/** The draft as PDF, and the file that was uploaded. */
export const bozzaPdf = (ambito: string, id: string): string => `${base(ambito)}/${id}/bozza.pdf`;
export const fileCaricato = (ambito: string, id: string): string => `${base(ambito)}/${id}/file`;

type Versioned = Pick<ElaboratoView, 'id' | 'version'>;

/** Commands. Call in an injection context. */
export function elaboratiCommands() {
  const api = inject(Api);
  const upload = uploader();
  const at = (ambito: string, id: string): string => `${base(ambito)}/${id}`;
  return {
    ...partiCommands(),
    crea: (ambito: string, tavolo: string, input: ElaboratoInput, idempotencyKey: string) =>
      api.post<ElaboratoView>(`${ambiti(ambito)}/tavoli/${encodeURIComponent(tavolo)}/elaborati`, input, { idempotencyKey }),
    leggi: (ambito: string, id: string) => api.get<ElaboratoView>(at(ambito, id)),
    modifica: (ambito: string, { id, version }: Versioned, input: ElaboratoModificaInput) =>
      api.put<ElaboratoView>(at(ambito, id), input, { version }),
    prendiCampi: (ambito: string, { id, version }: Versioned) => api.post<ElaboratoView>(`${at(ambito, id)}/campi`, {}, { version }),
    elimina: (ambito: string, { id, version }: Versioned) => api.delete<void>(at(ambito, id), { version }),
    esegui: (ambito: string, { id, version }: Versioned, azione: AzioneElaborato, input: ElaboratoAzioneInput) =>
      api.post<ElaboratoView>(`${at(ambito, id)}/azioni/${azione}`, input, { version }),
    aggiungiFonte: (ambito: string, id: string, input: FonteInput, idempotencyKey: string) =>
      api.post<ElaboratoView>(`${at(ambito, id)}/fonti`, input, { idempotencyKey }),
    togliFonte: (ambito: string, id: string, fonte: string) => api.delete<void>(`${at(ambito, id)}/fonti/${fonte}`),
    commenta: (ambito: string, id: string, input: CommentoInput, idempotencyKey: string) =>
      api.post<ElaboratoView>(`${at(ambito, id)}/commenti`, input, { idempotencyKey }),
    rispondi: (ambito: string, id: string, commento: string, giudizio: AzioneCommento, motivazione: string) =>
      api.post<ElaboratoView>(`${at(ambito, id)}/commenti/${commento}/esiti/${giudizio}`, { motivazione }),
    carica: (ambito: string, id: string, file: File, onProgress: (part: number) => void) =>
      upload<ElaboratoView>({ url: `${at(ambito, id)}/file`, file, onProgress }),
  };
}

/** Of one part, while it is written. */
function partiCommands() {
  const api = inject(Api);
  const parte = (ambito: string, id: string, sezione: string): string => `${base(ambito)}/${id}/sezioni/${sezione}`;
  return {
    salva: (ambito: string, id: string, sezione: string, version: number, contenuto: ContenutoSezione) =>
      api.put<SezioneElaboratoView>(parte(ambito, id, sezione), { contenuto }, { version }),
    tieni: (ambito: string, id: string, sezione: string) => api.post<SezioneElaboratoView>(`${parte(ambito, id, sezione)}/tenuta`),
    lascia: (ambito: string, id: string, sezione: string) => api.delete<void>(`${parte(ambito, id, sezione)}/tenuta`),
    versioni: (ambito: string, id: string, sezione: string) =>
      api.get<{ items: readonly VersioneSezioneElaboratoView[] }>(`${parte(ambito, id, sezione)}/versioni`),
  };
}
