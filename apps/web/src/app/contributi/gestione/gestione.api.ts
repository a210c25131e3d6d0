import { inject } from '@angular/core';
import type {
  AzioneContributo,
  CodaRigaView,
  ContributoAzioneInput,
  ContributoGestioneView,
  ContributoRaccoltoInput,
  DecisioneRiesame,
  IncontriQuery,
  IncontroRigaView,
  IncontroView,
  LegameInput,
  OmissisInput,
  Pagina,
  RegoleContributi,
  RegoleContributiView,
  RicevutaContributoView,
  SpostaInput,
  TempiContributi,
  TempiContributiView,
} from '@tavoli/shared';
import { Api } from '../../api/api';
import { type ApiResource, apiResource } from '../../api/api-resource';
import { type CursorList, cursorList } from '../../api/cursor-list';
import { ambiti } from '../contributi-pubblici.api';

const base = (ambito: string): string => `${ambiti(ambito)}/contributi`;
const delTavolo = (ambito: string, tavolo: string): string => `${ambiti(ambito)}/tavoli/${encodeURIComponent(tavolo)}/contributi`;

/** What the queue is narrowed by; '' leaves it as it is. */
export interface FiltroCoda {
  readonly tavolo: string;
  readonly stato: string;
  readonly tipo: string;
  readonly aperti: string;
}
const query = (filtro: object): string => {
  const chosen = Object.entries(filtro).filter((entry): entry is [string, string] => typeof entry[1] === 'string' && entry[1] !== '');
  return chosen.length === 0 ? '' : `?${new URLSearchParams(chosen)}`;
};

export const codaList = (ambito: () => string, filtro: () => Partial<FiltroCoda>): CursorList<CodaRigaView> =>
  cursorList(() => `${base(ambito())}/coda${query(filtro())}`);
export const codaCsv = (ambito: string, filtro: Partial<FiltroCoda>): string => `${base(ambito)}/coda.csv${query(filtro)}`;
export const gestioneResource = (ambito: () => string, id: () => string): ApiResource<ContributoGestioneView> =>
  apiResource(() => `${base(ambito())}/${encodeURIComponent(id())}/gestione`);
export const ricevutaPdf = (ambito: string, id: string): string => `${base(ambito)}/${id}/ricevuta.pdf`;

/** What a contributo can be tied to: the incontri of its tavolo, and the punti of the one that is chosen. */
export const incontriDaCollegare = (
  ambito: () => string,
  finestra: () => Required<Pick<IncontriQuery, 'da' | 'a' | 'tavolo'>>,
): ApiResource<Pagina<IncontroRigaView>> => apiResource(() => `${ambiti(ambito())}/incontri${query(finestra())}`);
export const puntiDaCollegare = (ambito: () => string, id: () => string): ApiResource<Pick<IncontroView, 'punti'>> =>
  apiResource(() => (id() === '' ? undefined : `${ambiti(ambito())}/incontri/${id()}`));

export const regoleContributiResource = (ambito: () => string, tavolo: () => string): ApiResource<RegoleContributiView> =>
  apiResource(() => `${delTavolo(ambito(), tavolo())}/regole`);
export const tempiResource = (ambito: () => string): ApiResource<TempiContributiView> => apiResource(() => `${base(ambito())}/tempi`);

type Versioned = Pick<ContributoGestioneView, 'id' | 'version'>;

/** Commands of staff. Call in an injection context. */
export function gestioneCommands() {
  const api = inject(Api);
  const at = (ambito: string, id: string): string => `${base(ambito)}/${id}`;
  return {
    esegui: (ambito: string, { id, version }: Versioned, azione: AzioneContributo, input: ContributoAzioneInput) =>
      api.post<ContributoGestioneView>(`${at(ambito, id)}/azioni/${azione}`, input, { version }),
    ometti: (ambito: string, { id, version }: Versioned, input: OmissisInput) =>
      api.put<ContributoGestioneView>(`${at(ambito, id)}/omissis`, input, { version }),
    sposta: (ambito: string, { id, version }: Versioned, input: SpostaInput) =>
      api.post<ContributoGestioneView>(`${at(ambito, id)}/spostamenti`, input, { version }),
    riesame: (ambito: string, { id, version }: Versioned, decisione: DecisioneRiesame, motivazione: string) =>
      api.post<ContributoGestioneView>(`${at(ambito, id)}/riesame/${decisione}`, { motivazione }, { version }),
    collega: (ambito: string, id: string, input: LegameInput) => api.post<ContributoGestioneView>(`${at(ambito, id)}/legami`, input),
    scollega: (ambito: string, id: string, legame: string) => api.delete<ContributoGestioneView>(`${at(ambito, id)}/legami/${legame}`),
    raccogli: (ambito: string, tavolo: string, input: ContributoRaccoltoInput, idempotencyKey: string) =>
      api.post<RicevutaContributoView>(`${delTavolo(ambito, tavolo)}/raccolti`, input, { idempotencyKey }),
    regola: (ambito: string, tavolo: string, version: number, input: RegoleContributi) =>
      api.put<RegoleContributiView>(`${delTavolo(ambito, tavolo)}/regole`, input, { version }),
    regolaTempi: (ambito: string, version: number, input: TempiContributi) =>
      api.put<TempiContributiView>(`${base(ambito)}/tempi`, input, { version }),
  };
}
