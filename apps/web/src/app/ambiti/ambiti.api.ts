import { inject } from '@angular/core';
import type { AmbitoRigaView, AmbitoView, AvvisoRigaView, Pagina, ParoleInput } from '@tavoli/shared';
import { Api } from '../api/api';
import { type ApiResource, apiResource } from '../api/api-resource';

const AMBITI = '/api/v1/ambiti';
const ambito = (slug: string) => `${AMBITI}/${encodeURIComponent(slug)}`;

/** The ambiti of this installation, first page. */
export const ambitiResource = (): ApiResource<Pagina<AmbitoRigaView>> => apiResource(() => AMBITI);

export const ambitoResource = (slug: () => string | null): ApiResource<AmbitoView> =>
  apiResource(() => {
    const value = slug();
    return value === null ? undefined : ambito(value);
  });

/** What the home of an ambito shows of its avvisi. */
export const avvisiDellAmbito = (slug: () => string): ApiResource<Pagina<AvvisoRigaView>> => apiResource(() => `${ambito(slug())}/avvisi`);

/** For a guard: the ambiti, once. Call in an injection context. */
export const fetchAmbiti = (): Promise<Pagina<AmbitoRigaView>> => inject(Api).get(AMBITI);

/** Commands. Call in an injection context. */
export function ambitiCommands() {
  const api = inject(Api);
  return { parole: (slug: string, input: ParoleInput) => api.put<AmbitoView>(`${ambito(slug)}/parole`, input) };
}
