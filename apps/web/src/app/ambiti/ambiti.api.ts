import { inject } from '@angular/core';
import type { AmbitoRigaView, AvvisoRigaView, DomandeView, Pagina, UfficioView } from '@tavoli/shared';
import { Api } from '../api/api';
import { type ApiResource, apiResource } from '../api/api-resource';
import { ambitoUrl } from '../page/ambito.api';

const AMBITI = '/api/v1/ambiti';

/** The ambiti of this installation, first page. */
export const ambitiResource = (): ApiResource<Pagina<AmbitoRigaView>> => apiResource(() => AMBITI);

/** What the home of an ambito shows of its avvisi. */
export const avvisiDellAmbito = (slug: () => string): ApiResource<Pagina<AvvisoRigaView>> =>
  apiResource(() => `${ambitoUrl(slug())}/avvisi`);

/** Who works in the office, who leads the ambito, what it is made of. */
export const domandeResource = (slug: () => string): ApiResource<DomandeView> => apiResource(() => `${ambitoUrl(slug())}/domande`);

export const ufficioResource = (slug: () => string): ApiResource<UfficioView> => apiResource(() => `${ambitoUrl(slug())}/ufficio`);

/** For a guard: the ambiti, once. Call in an injection context. */
export const fetchAmbiti = (): Promise<Pagina<AmbitoRigaView>> => inject(Api).get(AMBITI);
