import { inject } from '@angular/core';
import type {
  AzioneCorrezione,
  AzioneVerbale,
  CorrezioneInput,
  EsitoCorrezioneInput,
  OrariVerbaleInput,
  SezioneInput,
  SezioneView,
  VerbaleAzioneInput,
  VerbaleView,
  VersioneSezioneView,
} from '@tavoli/shared';
import { Api } from '../api/api';
import { type ApiResource, apiResource } from '../api/api-resource';
import { incontriBase, verbaliBase } from './verbali-pubblici.api';

export { verbalePdf, verbaliResource } from './verbali-pubblici.api';

const at = (ambito: string, verbale: string) => `${verbaliBase(ambito)}/${encodeURIComponent(verbale)}`;
const sezioneAt = (ambito: string, verbale: string, sezione: string) => `${at(ambito, verbale)}/sezioni/${sezione}`;

/** Undefined waits. */
export const verbaleResource = (ambito: () => string, id: () => string | undefined): ApiResource<VerbaleView> =>
  apiResource(() => {
    const verbale = id();
    return verbale === undefined ? undefined : at(ambito(), verbale);
  });

/** The whole text, for who may read it whole. */
export const integralePdf = (ambito: string, id: string): string => `${verbaliBase(ambito)}/${id}/integrale.pdf`;

/** The verbale in revision, for a member by the mailed secret of their invitation. Call in an injection context. */
export function verbaleDallInvitoApi() {
  const api = inject(Api);
  return {
    leggi: (segreto: string) => api.getWithSecret<VerbaleView>('/api/v1/invito/verbale', segreto),
    proponi: (segreto: string, input: CorrezioneInput) => api.post<VerbaleView>('/api/v1/invito/verbale/correzioni', input, { segreto }),
  };
}

/** Commands. Call in an injection context. */
export function verbaliCommands() {
  const api = inject(Api);
  return {
    rettifica: (ambito: string, id: string, motivo: string, idempotencyKey: string) =>
      api.post<VerbaleView>(`${verbaliBase(ambito)}/${id}/rettifiche`, { motivo }, { idempotencyKey }),
    crea: (ambito: string, incontro: string, idempotencyKey: string) =>
      api.post<VerbaleView>(`${incontriBase(ambito)}/${incontro}/verbale`, {}, { idempotencyKey }),
    leggi: (ambito: string, verbale: string) => api.get<VerbaleView>(at(ambito, verbale)),
    salva: (ambito: string, verbale: string, sezione: string, version: number, input: SezioneInput) =>
      api.put<SezioneView>(sezioneAt(ambito, verbale, sezione), input, { version }),
    orari: (ambito: string, { id, version }: Pick<VerbaleView, 'id' | 'version'>, input: OrariVerbaleInput) =>
      api.put<VerbaleView>(`${at(ambito, id)}/orari`, input, { version }),
    tieni: (ambito: string, verbale: string, sezione: string) => api.post<SezioneView>(`${sezioneAt(ambito, verbale, sezione)}/tenuta`, {}),
    lascia: (ambito: string, verbale: string, sezione: string) => api.delete<void>(`${sezioneAt(ambito, verbale, sezione)}/tenuta`),
    versioni: (ambito: string, verbale: string, sezione: string) =>
      api.get<{ items: readonly VersioneSezioneView[] }>(`${sezioneAt(ambito, verbale, sezione)}/versioni`),
    esegui: (ambito: string, { id, version }: Pick<VerbaleView, 'id' | 'version'>, azione: AzioneVerbale, input: VerbaleAzioneInput) =>
      api.post<VerbaleView>(`${at(ambito, id)}/azioni/${azione}`, input, { version }),
    proponi: (ambito: string, verbale: string, input: CorrezioneInput, idempotencyKey: string) =>
      api.post<VerbaleView>(`${at(ambito, verbale)}/correzioni`, input, { idempotencyKey }),
    decidi: (ambito: string, verbale: string, correzione: string, esito: AzioneCorrezione, input: EsitoCorrezioneInput) =>
      api.post<VerbaleView>(`${at(ambito, verbale)}/correzioni/${correzione}/esiti/${esito}`, input),
  };
}
