import { inject } from '@angular/core';
import type {
  AnteprimaConvocazioneView,
  AzioneIncontro,
  AzioneInvito,
  CongiuntoInput,
  ConflittoView,
  EsitoPresenzeView,
  IncaricoView,
  IncontroAzioneInput,
  IncontroInput,
  IncontroView,
  IntegrazioneView,
  InvitoIncontroView,
  NuovoIncontroInput,
  OspitePresenteInput,
  PartecipazioneView,
  PresenzeView,
  PuntoCorrenteInput,
  RegoleTavolo,
  RegoleTavoloView,
  RispostaInput,
  RuoloRappresentante,
  SollecitoConsensiView,
  VerbalizzanteInput,
  VocePresenza,
} from '@tavoli/shared';
import { Api } from '../api/api';
import { type ApiResource, apiResource } from '../api/api-resource';
import { uploader } from '../api/upload';
import { ambiti, base, incontroFile, query, when } from './incontri-pubblici.api';

export {
  calendarioPubblico,
  type FinestraIncontri,
  incontriResource,
  incontroFile,
  incontroResource,
  novitaAtom,
} from './incontri-pubblici.api';

export const tavoli = (ambito: string, tavolo: string) => `${ambiti(ambito)}/tavoli/${encodeURIComponent(tavolo)}`;
/** Where new incontri are made: at a tavolo, or for all of them when no tavolo is given. */
const planning = (ambito: string, tavolo: string | null) => (tavolo === null ? ambiti(ambito) : tavoli(ambito, tavolo));

export const anteprimaResource = (ambito: () => string, id: () => string | undefined): ApiResource<AnteprimaConvocazioneView> =>
  apiResource(() => when(id(), value => `${base(ambito())}/${value}/anteprima`));
/** What adding to a convocation would tell. */
export const integrazioneResource = (ambito: () => string, id: () => string | undefined): ApiResource<IntegrazioneView> =>
  apiResource(() => when(id(), value => `${base(ambito())}/${value}/integrazione`));
export const presenzeResource = (ambito: () => string, id: () => string): ApiResource<PresenzeView> =>
  apiResource(() => `${base(ambito())}/${id()}/presenze`);

/** Clashes of a time being planned; undefined parameters wait. */
export const conflittiResource = (
  ambito: () => string,
  tavolo: () => string | null,
  tempo: () => { inizioAt: string; fineAt: string; sede?: string; escluso?: string; altriTavoli?: string } | undefined,
): ApiResource<{ items: readonly ConflittoView[] }> =>
  apiResource(() => {
    const value = tempo();
    return value === undefined
      ? undefined
      : `${tavolo() === null ? `${ambiti(ambito())}/plenarie` : tavoli(ambito(), tavolo() ?? '')}/conflitti${query(value)}`;
  });

export interface MembroTavolo {
  readonly rappresentanteId: string;
  readonly nome: string;
  readonly ruolo: RuoloRappresentante;
  readonly ente: string;
}
export const membriResource = (ambito: () => string, tavolo: () => string | undefined): ApiResource<{ items: readonly MembroTavolo[] }> =>
  apiResource(() => when(tavolo(), value => `${tavoli(ambito(), value)}/membri`));
export const regoleResource = (ambito: () => string, tavolo: () => string): ApiResource<RegoleTavoloView> =>
  apiResource(() => `${tavoli(ambito(), tavolo())}/regole`);
export const verbalizzantiResource = (ambito: () => string, incontro: () => string): ApiResource<{ items: readonly IncaricoView[] }> =>
  apiResource(() => `${base(ambito())}/${incontro()}/verbalizzanti`);
export const partecipazioneResource = (ambito: () => string, tavolo: () => string): ApiResource<{ items: readonly PartecipazioneView[] }> =>
  apiResource(() => `${tavoli(ambito(), tavolo())}/partecipazione`);

/** Files for the record: `presenze.pdf`, `presenze.csv`, `prova-convocazione.pdf`, `recapiti.csv`. */
export const documentoIncontro = (
  ambito: string,
  incontro: string,
  nome: 'presenze.pdf' | 'presenze.csv' | 'prova-convocazione.pdf' | 'recapiti.csv',
): string => `${base(ambito)}/${incontro}/${nome}`;

type Versioned = Pick<IncontroView, 'id' | 'version'>;
export interface IncontriCreati {
  readonly incontri: readonly { readonly id: string; readonly inizioAt: string }[];
  readonly saltate: readonly string[];
}

/** Asks the enti that would be left out of an incontro for the consents that are missing. Call in an injection context. */
export function sollecitiConsensoCommands() {
  const api = inject(Api);
  return {
    sollecitaConsensi: (ambito: string, id: string, idempotencyKey: string) =>
      api.post<SollecitoConsensiView>(`${base(ambito)}/${id}/solleciti-consenso`, {}, { idempotencyKey }),
  };
}

/** Commands. Call in an injection context. */
export function incontriCommands() {
  const api = inject(Api);
  const upload = uploader();
  const at = (ambito: string, id: string) => `${base(ambito)}/${id}`;
  return {
    crea: (ambito: string, tavolo: string | null, input: NuovoIncontroInput, idempotencyKey: string) =>
      api.post<IncontriCreati>(`${planning(ambito, tavolo)}/${tavolo === null ? 'plenarie' : 'incontri'}`, input, { idempotencyKey }),
    modifica: (ambito: string, { id, version }: Versioned, input: IncontroInput) =>
      api.put<IncontroView>(at(ambito, id), input, { version }),
    elimina: (ambito: string, { id, version }: Versioned) => api.delete<void>(at(ambito, id), { version }),
    esegui: (ambito: string, { id, version }: Versioned, azione: AzioneIncontro, input: IncontroAzioneInput = {}) =>
      api.post<IncontroView>(`${at(ambito, id)}/azioni/${azione}`, input, { version }),
    rispondiCongiunto: (ambito: string, { id, version }: Versioned, input: CongiuntoInput) =>
      api.post<IncontroView>(`${at(ambito, id)}/congiunto`, input, { version }),
    leggiPresenze: (ambito: string, id: string) => api.get<PresenzeView>(`${at(ambito, id)}/presenze`),
    rileva: (ambito: string, id: string, voci: readonly VocePresenza[]) =>
      api.post<EsitoPresenzeView>(`${at(ambito, id)}/presenze`, { voci }),
    aggiungiPresente: (ambito: string, id: string, input: OspitePresenteInput, idempotencyKey: string) =>
      api.post<PresenzeView>(`${at(ambito, id)}/presenti`, input, { idempotencyKey }),
    togliPresente: (ambito: string, id: string, ospite: string) => api.delete<void>(`${at(ambito, id)}/presenti/${ospite}`),
    punto: (ambito: string, id: string, input: PuntoCorrenteInput) => api.post<IncontroView>(`${at(ambito, id)}/punto`, input),
    /** @param punto id of the punto it is for; empty: the whole incontro */
    allega: (ambito: string, id: string, punto: string, file: File, onProgress: (part: number) => void) =>
      upload({ url: `${at(ambito, id)}/files${query({ punto })}`, file, onProgress }),
    /** Puts a document in the place of another. */
    sostituisciFile: (ambito: string, id: string, sostituisce: string, file: File, onProgress: (part: number) => void) =>
      upload({ url: `${at(ambito, id)}/files${query({ sostituisce })}`, file, onProgress }),
    togliFile: (ambito: string, id: string, file: string) => api.delete<void>(incontroFile(ambito, id, file)),
    /** Of one tavolo, or of all those that have none of their own. */
    regola: (ambito: string, tavolo: string | null, version: number, input: RegoleTavolo) =>
      api.put<unknown>(tavolo === null ? `${ambiti(ambito)}/impostazioni/regole` : `${tavoli(ambito, tavolo)}/regole`, input, { version }),
  };
}

/** What the holder of a mailed link reads and answers. Call in an injection context. */
export function invitoApi() {
  const api = inject(Api);
  return {
    leggi: (segreto: string) => api.getWithSecret<InvitoIncontroView>('/api/v1/invito', segreto),
    rispondi: (segreto: string, azione: AzioneInvito, input: RispostaInput = {}) =>
      api.post<InvitoIncontroView>(`/api/v1/invito/azioni/${azione}`, input, { segreto }),
    disiscrivi: (segreto: string) => api.post<{ tipo: string }>('/api/v1/disiscrizione', {}, { segreto }),
  };
}

export const calendarioPrivatoResource = (): ApiResource<{ attivo: boolean; creatoAt: string | null }> =>
  apiResource(() => '/api/v1/calendario');

/** The secret address of one's own calendar. Call in an injection context. */
export function calendarioCommands() {
  const api = inject(Api);
  return {
    rigenera: () => api.post<{ percorso: string }>('/api/v1/calendario', {}),
    spegni: () => api.delete<void>('/api/v1/calendario'),
  };
}

/** Who writes the verbale of one incontro. Call in an injection context. */
export function verbalizzantiCommands() {
  const api = inject(Api);
  const at = (ambito: string, incontro: string) => `${base(ambito)}/${incontro}/verbalizzanti`;
  return {
    affida: (ambito: string, incontro: string, input: VerbalizzanteInput, idempotencyKey: string) =>
      api.post<IncaricoView>(at(ambito, incontro), input, { idempotencyKey }),
    togli: (ambito: string, incontro: string, id: string) => api.post<IncaricoView>(`${at(ambito, incontro)}/${id}/termina`, {}),
  };
}
