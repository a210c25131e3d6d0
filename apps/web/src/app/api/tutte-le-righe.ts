import { inject } from '@angular/core';
import type { Pagina } from '@tavoli/shared';
import { Api } from './api';

/** Every row of a list of the API, page after page, up to so many. Call in an injection context, from a `<feature>.api.ts`. */
export function tutteLeRighe<T>(): (url: string, massimo: number) => Promise<readonly T[]> {
  const api = inject(Api);
  return async (url, massimo) => {
    const righe: T[] = [];
    let cursor: string | null = '';
    while (cursor !== null && righe.length < massimo) {
      const dopo: string = cursor === '' ? '' : `&cursor=${encodeURIComponent(cursor)}`;
      const pagina: Pagina<T> = await api.get<Pagina<T>>(`${url}${url.includes('?') ? '&' : '?'}limit=100${dopo}`);
      righe.push(...pagina.items);
      cursor = pagina.nextCursor;
    }
    return righe.slice(0, massimo);
  };
}
