import type { CatalogoDatiView, Dataset, FormatoDati, NumeriView } from '@tavoli/shared';
import { type ApiResource, apiResource } from '../api/api-resource';

const base = (ambito: string): string => `/api/v1/ambiti/${encodeURIComponent(ambito)}`;

export const catalogoResource = (ambito: () => string): ApiResource<CatalogoDatiView> => apiResource(() => `${base(ambito())}/dati`);

export const datasetFile = (ambito: string, dataset: Dataset, formato: FormatoDati): string => `${base(ambito)}/dati/${dataset}.${formato}`;

/** Figures of a tavolo, or of the whole ambito when `tavolo` is empty. */
export const numeriResource = (ambito: () => string, tavolo: () => string): ApiResource<NumeriView> =>
  apiResource(() => `${base(ambito())}${tavolo() === '' ? '' : `/tavoli/${encodeURIComponent(tavolo())}`}/numeri`);
