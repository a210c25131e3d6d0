import { inject } from '@angular/core';
import type { ChiusuraInput, PrimaDiChiudereView, TavoloView } from '@tavoli/shared';
import { Api } from '../api/api';
import { type ApiResource, apiResource } from '../api/api-resource';

const base = (ambito: string, slug: string) => `/api/v1/ambiti/${encodeURIComponent(ambito)}/tavoli/${slug}/chiusura`;

/** What closing it would do. */
export const primaDiChiudereResource = (ambito: () => string, slug: () => string): ApiResource<PrimaDiChiudereView> =>
  apiResource(() => base(ambito(), slug()));

/** The act that closes a tavolo. Call in an injection context. */
export function chiusuraCommands() {
  const api = inject(Api);
  return {
    chiudi: (ambito: string, { slug, version }: Pick<TavoloView, 'slug' | 'version'>, input: ChiusuraInput) =>
      api.post<TavoloView>(base(ambito, slug), input, { version }),
  };
}
