import { inject } from '@angular/core';
import type {
  AvvisoAllEnteView,
  AzioneConsenso,
  AzioneDesignazione,
  ConsensoView,
  ConteggiView,
  DesignazioneAzioneInput,
  DesignazioneInput,
  DesignazioneInviataView,
  DesignazioneRigaView,
  DesignazioneView,
  DesignazioniInsiemeInput,
  DimissioniInput,
  EsitiInsiemeView,
  IndirizzoCorrettoInput,
  NuovaDesignazioneInput,
} from '@tavoli/shared';
import { Api } from '../api/api';
import { type ApiResource, apiResource } from '../api/api-resource';
import { type CursorList, cursorList } from '../api/cursor-list';
import { tutteLeRighe } from '../api/tutte-le-righe';

const ambiti = (ambito: string) => `/api/v1/ambiti/${encodeURIComponent(ambito)}`;
const base = (ambito: string) => `${ambiti(ambito)}/designazioni`;

const insieme = (ambito: string, ente: string) => `${ambiti(ambito)}/enti/${ente}/designazioni/insieme`;

export const designazioniList = (ambito: () => string, query: () => string): CursorList<DesignazioneRigaView> =>
  cursorList(() => base(ambito()) + query());
export const designazioniConteggi = (ambito: () => string, query: () => string): ApiResource<ConteggiView> =>
  apiResource(() => `${base(ambito())}/conteggi${query()}`);
/** All that match, for who chooses them all. Call in an injection context. */
export function designazioniTutte() {
  const tutte = tutteLeRighe<DesignazioneRigaView>();
  return (ambito: string, query: string, massimo: number) => tutte(base(ambito) + query, massimo);
}
export const designazioneResource = (ambito: () => string, id: () => string | undefined): ApiResource<DesignazioneView> =>
  apiResource(() => {
    const value = id();
    return value === undefined ? undefined : `${base(ambito())}/${value}`;
  });

/** What an ente may answer now, where there is an ente. */
export const avvisiAllEnteResource = (ambito: () => string, ente: () => string): ApiResource<{ items: readonly AvvisoAllEnteView[] }> =>
  apiResource(() => (ente() === '' ? undefined : insieme(ambito(), ente())));

export const designazioniCsv = (ambito: string, query: string): string => `${base(ambito)}.csv${query}`;
export const ricevutaPdf = (ambito: string, id: string): string => `${base(ambito)}/${id}/ricevuta.pdf`;

type Versioned = Pick<DesignazioneRigaView, 'id' | 'version'>;

/** Commands. Call in an injection context. */
export function designazioniCommands() {
  const api = inject(Api);
  return {
    crea: (ambito: string, ente: string, input: NuovaDesignazioneInput, idempotencyKey: string) =>
      api.post<DesignazioneView>(`${ambiti(ambito)}/enti/${ente}/designazioni`, input, { idempotencyKey }),
    inviaInsieme: (ambito: string, ente: string, input: DesignazioniInsiemeInput, idempotencyKey: string) =>
      api.post<{ items: readonly DesignazioneInviataView[] }>(insieme(ambito, ente), input, { idempotencyKey }),
    modifica: (ambito: string, { id, version }: Versioned, input: DesignazioneInput) =>
      api.put<DesignazioneView>(`${base(ambito)}/${id}`, input, { version }),
    correggiIndirizzo: (ambito: string, { id, version }: Versioned, persona: string, input: IndirizzoCorrettoInput) =>
      api.put<DesignazioneView>(`${base(ambito)}/${id}/persone/${persona}/indirizzo`, input, { version }),
    elimina: (ambito: string, { id, version }: Versioned) => api.delete<void>(`${base(ambito)}/${id}`, { version }),
    esegui: (ambito: string, { id, version }: Versioned, azione: AzioneDesignazione, input: DesignazioneAzioneInput = {}) =>
      api.post<DesignazioneView>(`${base(ambito)}/${id}/azioni/${azione}`, input, { version }),
    registraDimissioni: (ambito: string, { id, version }: Versioned, input: DimissioniInput) =>
      api.post<DesignazioneView>(`${base(ambito)}/${id}/dimissioni`, input, { version }),
    accettaInsieme: (ambito: string, scelte: readonly Versioned[]) =>
      api.post<EsitiInsiemeView>(`${base(ambito)}/accettazioni`, {
        designazioni: scelte.map(({ id, version }) => ({ id, version })),
      }),
    anteprimaAccetta: (ambito: string, scelte: readonly Versioned[]) =>
      api.post<EsitiInsiemeView>(`${base(ambito)}/accettazioni/anteprima`, {
        designazioni: scelte.map(({ id, version }) => ({ id, version })),
      }),
  };
}

/** What the holder of a mailed link reads and answers. Call in an injection context. */
export function consensoApi() {
  const api = inject(Api);
  return {
    leggi: (segreto: string) => api.getWithSecret<ConsensoView>('/api/v1/consenso', segreto),
    rispondi: (segreto: string, azione: AzioneConsenso) => api.post<ConsensoView>(`/api/v1/consenso/azioni/${azione}`, {}, { segreto }),
  };
}
