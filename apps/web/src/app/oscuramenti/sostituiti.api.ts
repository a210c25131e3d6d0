import type { Pagina, SegnoSostituitoView } from '@tavoli/shared';
import { type ApiResource, apiResource } from '../api/api-resource';

/** What became of files that stood on a page of the ambito. */
export const sostituitiResource = (ambito: () => string, percorso: () => string): ApiResource<Pagina<SegnoSostituitoView>> =>
  apiResource(() => `/api/v1/ambiti/${encodeURIComponent(ambito())}/sostituiti?percorso=${encodeURIComponent(percorso())}`);
