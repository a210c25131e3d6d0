import type { IterPubblicoView } from '@tavoli/shared';
import { type ApiResource, apiResource } from '../api/api-resource';

export const ambitoBase = (ambito: string): string => `/api/v1/ambiti/${encodeURIComponent(ambito)}`;
export const iterBase = (ambito: string): string => `${ambitoBase(ambito)}/iter`;
export const iterPubblicoResource = (ambito: () => string): ApiResource<IterPubblicoView> => apiResource(() => iterBase(ambito()));
export const attoFile = (ambito: string, atto: string): string => `${iterBase(ambito)}/atti/${atto}/file`;
