import { inject } from '@angular/core';
import type { AmbitoRigaView, Pagina } from '@tavoli/shared';
import { Api } from '../api/api';
import { type ApiResource, apiResource } from '../api/api-resource';

const AMBITI = '/api/v1/ambiti';

/** The ambiti of this installation, first page. */
export const ambitiResource = (): ApiResource<Pagina<AmbitoRigaView>> => apiResource(() => AMBITI);

/** For a guard: the ambiti, once. Call in an injection context. */
export const fetchAmbiti = (): Promise<Pagina<AmbitoRigaView>> => inject(Api).get(AMBITI);
