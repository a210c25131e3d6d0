import type { FiloView, PianoPubblicoView } from '@tavoli/shared';
import { type ApiResource, apiResource } from '../api/api-resource';

// What public pages need, apart from the rest so that they load no more than this.

const ambiti = (ambito: string) => `/api/v1/ambiti/${encodeURIComponent(ambito)}`;
export const pianiBase = (ambito: string, piano: string): string => `${ambiti(ambito)}/piani/${piano}`;

/** The Piano that the ambito works at, as everyone reads it. */
export const pianoPubblicoResource = (ambito: () => string): ApiResource<PianoPubblicoView> =>
  apiResource(() => `${ambiti(ambito())}/piano`);
export const filoResource = (ambito: () => string): ApiResource<FiloView> => apiResource(() => filoJson(ambito()));

/** The thread as data. */
export const filoJson = (ambito: string): string => `${ambiti(ambito)}/piano/filo`;

export const dossierPubblicato = (ambito: string, piano: string, formato: 'pdf' | 'zip'): string =>
  `${pianiBase(ambito, piano)}/pubblicato/${formato}`;
export const filePubblicato = (ambito: string, piano: string, file: string): string => `${pianiBase(ambito, piano)}/file/${file}`;
