import { inject } from '@angular/core';
import type { ModelloOdgInput, ModelloOdgView } from '@tavoli/shared';
import { Api } from '../api/api';
import { type ApiResource, apiResource } from '../api/api-resource';
import { tavoli } from './incontri.api';
import { ambiti } from './incontri-pubblici.api';

const modelli = (ambito: string, tavolo: string | null) =>
  `${tavolo === null ? `${ambiti(ambito)}/plenarie` : tavoli(ambito, tavolo)}/modelli-odg`;
/** Ordini del giorno to begin with: of a tavolo, and of all of them. */
export const modelliOdgResource = (ambito: () => string, tavolo: () => string | null): ApiResource<{ items: readonly ModelloOdgView[] }> =>
  apiResource(() => modelli(ambito(), tavolo()));

/** Commands. Call in an injection context. */
export function modelliOdgCommands() {
  const api = inject(Api);
  return {
    salva: (ambito: string, tavolo: string | null, input: ModelloOdgInput, idempotencyKey: string) =>
      api.post<ModelloOdgView>(modelli(ambito, tavolo), input, { idempotencyKey }),
    elimina: (ambito: string, tavolo: string | null, id: string) => api.delete<void>(`${modelli(ambito, tavolo)}/${id}`),
  };
}
