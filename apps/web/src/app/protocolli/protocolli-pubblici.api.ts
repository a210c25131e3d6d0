import type { OggettoProtocollato, ProtocolliView } from '@tavoli/shared';
import { type ApiResource, apiResource } from '../api/api-resource';

/** What is protocolled: which kind of thing, and its id. */
export interface Protocollato {
  readonly tipo: OggettoProtocollato;
  readonly id: string;
}

export const ambitoDi = (ambito: string): string => `/api/v1/ambiti/${encodeURIComponent(ambito)}`;

export const protocolliResource = (ambito: () => string, di: () => Protocollato): ApiResource<ProtocolliView> =>
  apiResource(() => `${ambitoDi(ambito())}/protocolli?tipo=${di().tipo}&oggettoId=${di().id}`);
