import type { SigilliView } from '@tavoli/shared';
import { type ApiResource, apiResource } from '../api/api-resource';

const base = (ambito: string) => `/api/v1/ambiti/${encodeURIComponent(ambito)}/sigilli`;

export const sigilliResource = (ambito: () => string): ApiResource<SigilliView> => apiResource(() => base(ambito()));

/** All of them, to keep. */
export const sigilliFile = (ambito: string): string => `${base(ambito)}.json`;
