import type { AvvisoRigaView, DomandeView, Pagina, UfficioView } from '@tavoli/shared';
import { type ApiResource, apiResource } from '../api/api-resource';
import { ambitoUrl } from '../page/ambito.api';

/** What the home of an ambito shows of its avvisi. */
export const avvisiDellAmbito = (slug: () => string): ApiResource<Pagina<AvvisoRigaView>> =>
  apiResource(() => `${ambitoUrl(slug())}/avvisi`);

/** What people often ask, with the answers of the office. */
export const domandeResource = (slug: () => string): ApiResource<DomandeView> => apiResource(() => `${ambitoUrl(slug())}/domande`);

/** Who works in the office, who leads the ambito, what it is made of. */
export const ufficioResource = (slug: () => string): ApiResource<UfficioView> => apiResource(() => `${ambitoUrl(slug())}/ufficio`);
