import { inject } from '@angular/core';
import type { SottogruppiView, SottogruppoInput, TavoloView } from '@tavoli/shared';
import { Api } from '../api/api';
import { type ApiResource, apiResource } from '../api/api-resource';

const base = (ambito: string, slug: string) => `/api/v1/ambiti/${encodeURIComponent(ambito)}/tavoli/${slug}`;
type Uno = Pick<TavoloView, 'slug' | 'version'>;

/** The sottogruppi of the tavolo with this slug, and who may be put into them: for who leads it. */
export const sottogruppiResource = (ambito: () => string, tavolo: () => string): ApiResource<SottogruppiView> =>
  apiResource(() => `${base(ambito(), tavolo())}/sottogruppi`);

/** Commands. Call in an injection context. */
export function sottogruppiCommands() {
  const api = inject(Api);
  return {
    crea: (ambito: string, tavolo: string, input: SottogruppoInput, idempotencyKey: string) =>
      api.post<TavoloView>(`${base(ambito, tavolo)}/sottogruppi`, input, { idempotencyKey }),
    modifica: (ambito: string, { slug, version }: Uno, input: SottogruppoInput) =>
      api.put<TavoloView>(`${base(ambito, slug)}/sottogruppo`, input, { version }),
    chiudi: (ambito: string, { slug, version }: Uno, motivazione: string) =>
      api.post<TavoloView>(`${base(ambito, slug)}/sottogruppo/chiusura`, { motivazione }, { version }),
    lascia: (ambito: string, slug: string) => api.delete<TavoloView>(`${base(ambito, slug)}/sottogruppo/posto`),
  };
}
