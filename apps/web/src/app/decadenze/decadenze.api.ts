import { inject } from '@angular/core';
import type {
  AzioneDecadenza,
  DecadenzaAzioneInput,
  DecadenzaInput,
  DecadenzaRigaView,
  DecadenzaView,
  PropostaDecadenzaInput,
  ProveDecadenzaView,
} from '@tavoli/shared';
import { Api } from '../api/api';
import { type ApiResource, apiResource } from '../api/api-resource';

const ambiti = (ambito: string) => `/api/v1/ambiti/${encodeURIComponent(ambito)}`;
const base = (ambito: string) => `${ambiti(ambito)}/decadenze`;
const diPosto = (ambito: string, designazione: string) => `${ambiti(ambito)}/designazioni/${designazione}/decadenze`;

export const decadenzeResource = (ambito: () => string): ApiResource<{ items: readonly DecadenzaRigaView[] }> =>
  apiResource(() => base(ambito()));
export const decadenzaResource = (ambito: () => string, id: () => string): ApiResource<DecadenzaView> =>
  apiResource(() => `${base(ambito())}/${id()}`);
export const proveResource = (ambito: () => string, designazione: () => string): ApiResource<ProveDecadenzaView> =>
  apiResource(() => `${diPosto(ambito(), designazione())}/prove`);

/** Commands. Call in an injection context. */
export function decadenzeCommands() {
  const api = inject(Api);
  return {
    apri: (ambito: string, designazione: string, input: DecadenzaInput, idempotencyKey: string) =>
      api.post<DecadenzaView>(diPosto(ambito, designazione), input, { idempotencyKey }),
    proponi: (ambito: string, designazione: string, input: PropostaDecadenzaInput, idempotencyKey: string) =>
      api.post<ProveDecadenzaView>(`${diPosto(ambito, designazione)}/proposta`, input, { idempotencyKey }),
    declina: (ambito: string, designazione: string, motivazione: string) =>
      api.post<ProveDecadenzaView>(`${diPosto(ambito, designazione)}/proposta/declina`, { motivazione }),
    esegui: (ambito: string, { id, version }: DecadenzaView, azione: AzioneDecadenza, input: DecadenzaAzioneInput) =>
      api.post<DecadenzaView>(`${base(ambito)}/${id}/azioni/${azione}`, input, { version }),
  };
}
