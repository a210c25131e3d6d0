import { inject } from '@angular/core';
import type { AmbitoRigaView, AmbitoView, AvvisoRigaView, Pagina, ParoleInput } from '@tavoli/shared';
import { Api } from '../api/api';
import { type ApiResource, apiResource } from '../api/api-resource';
import { ambitoUrl } from '../page/ambito.api';

const AMBITI = '/api/v1/ambiti';

/** The ambiti of this installation, first page. */
export const ambitiResource = (): ApiResource<Pagina<AmbitoRigaView>> => apiResource(() => AMBITI);

/** What the home of an ambito shows of its avvisi. */
export const avvisiDellAmbito = (slug: () => string): ApiResource<Pagina<AvvisoRigaView>> =>
  apiResource(() => `${ambitoUrl(slug())}/avvisi`);

/** For a guard: the ambiti, once. Call in an injection context. */
export const fetchAmbiti = (): Promise<Pagina<AmbitoRigaView>> => inject(Api).get(AMBITI);

/** Commands. Call in an injection context. */
export function ambitiCommands() {
  const api = inject(Api);
  return { parole: (slug: string, input: ParoleInput) => api.put<AmbitoView>(`${ambitoUrl(slug)}/parole`, input) };
}
