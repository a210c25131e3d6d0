import { inject } from '@angular/core';
import type {
  AzioneInvito,
  IncontriQuery,
  IncontroDalVivoView,
  IncontroRigaView,
  IncontroView,
  Pagina,
  RispostaDalPortaleInput,
} from '@tavoli/shared';
import { Api } from '../api/api';
import { type ApiResource, apiResource } from '../api/api-resource';

// What public pages need, apart from the rest so that they load no more than this.

export const ambiti = (ambito: string) => `/api/v1/ambiti/${encodeURIComponent(ambito)}`;
export const base = (ambito: string) => `${ambiti(ambito)}/incontri`;

/** Undefined until the parameter is known. */
export const when = (value: string | undefined, url: (value: string) => string) => (value === undefined ? undefined : url(value));

export type FinestraIncontri = Pick<IncontriQuery, 'da' | 'a' | 'tavolo' | 'stato'>;
export const query = (filtri: object) => {
  const chosen = Object.entries(filtri).filter((entry): entry is [string, string] => typeof entry[1] === 'string' && entry[1] !== '');
  return chosen.length === 0 ? '' : `?${new URLSearchParams(chosen).toString()}`;
};

/** Undefined waits: the tavolo of a filter may not be known yet. */
export const incontriResource = (
  ambito: () => string,
  finestra: () => FinestraIncontri | undefined,
): ApiResource<Pagina<IncontroRigaView>> =>
  apiResource(() => {
    const value = finestra();
    return value === undefined ? undefined : base(ambito()) + query(value);
  });
export const incontroResource = (ambito: () => string, id: () => string | undefined): ApiResource<IncontroView> =>
  apiResource(() => when(id(), value => `${base(ambito())}/${value}`));

/** As it goes on. */
export const dalVivoResource = (ambito: () => string, id: () => string): ApiResource<IncontroDalVivoView> =>
  apiResource(() => `${base(ambito())}/${id()}/dal-vivo`);

export const incontroFile = (ambito: string, incontro: string, file: string): string => `${base(ambito)}/${incontro}/files/${file}`;

/** The answer to one's own invitation. Call in an injection context. */
export function risposteCommands() {
  const api = inject(Api);
  return {
    rispondi: (ambito: string, id: string, azione: AzioneInvito, input: RispostaDalPortaleInput) =>
      api.post<IncontroView>(`${base(ambito)}/${id}/risposte/${azione}`, input),
  };
}

/** Public addresses of calendars, without the origin. */
export const calendarioPubblico = (ambito: string, tavolo?: string): string =>
  `/cal/${ambito}${tavolo === undefined ? '' : `/${tavolo}`}.ics`;
export const novitaAtom = (ambito: string, tavolo: string): string => `/cal/${ambito}/${tavolo}.atom`;
