import { inject } from '@angular/core';
import type { DataSerieView, SerieAzioneInput, SerieEsitoView, SerieQuery, SerieView } from '@tavoli/shared';
import { Api } from '../api/api';
import { type ApiResource, apiResource } from '../api/api-resource';
import { tavoli } from './incontri.api';
import { ambiti, base, query, when } from './incontri-pubblici.api';

/** The incontri of a series; with a move of the one of the page, where each would go. */
export const serieResource = (
  ambito: () => string,
  id: () => string | undefined,
  mossa: () => SerieQuery = () => ({}),
): ApiResource<SerieView> => apiResource(() => when(id(), value => `${base(ambito())}/${value}/serie${query({ ...mossa() })}`));
/** The dates of a series being planned, asked for in JSON; undefined waits. */
export const dateSerieResource = (
  ambito: () => string,
  tavolo: () => string | null,
  domanda: () => string | undefined,
): ApiResource<{ items: readonly DataSerieView[] }> =>
  apiResource(() =>
    when(
      domanda(),
      value =>
        `${tavolo() === null ? `${ambiti(ambito())}/plenarie` : tavoli(ambito(), tavolo() ?? '')}/serie${query(JSON.parse(value) as object)}`,
    ),
  );

/** Commands. Call in an injection context. */
export function serieCommands() {
  const api = inject(Api);
  return {
    /** One act on several incontri of its series. */
    esegui: (ambito: string, id: string, input: SerieAzioneInput, idempotencyKey: string) =>
      api.post<SerieEsitoView>(`${base(ambito)}/${id}/serie`, input, { idempotencyKey }),
  };
}
