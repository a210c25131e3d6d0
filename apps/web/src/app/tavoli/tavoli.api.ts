import { inject } from '@angular/core';
import type { SottogruppoBreve, NuovoTavoloInput, Pagina, TavoloInput, TavoloRigaView, TavoloView } from '@tavoli/shared';
import { Api } from '../api/api';
import { type ApiResource, apiResource } from '../api/api-resource';

const base = (ambito: string) => `/api/v1/ambiti/${encodeURIComponent(ambito)}/tavoli`;

export const tavoliResource = (ambito: () => string): ApiResource<Pagina<TavoloRigaView>> => apiResource(() => base(ambito()));
export const tavoloResource = (ambito: () => string, slug: () => string | undefined): ApiResource<TavoloView> =>
  apiResource(() => {
    const value = slug();
    return value === undefined ? undefined : `${base(ambito())}/${value}`;
  });

/** Those that go on: where something new may begin. */
export const aperti = (tavoli: ApiResource<Pagina<TavoloRigaView>>): readonly TavoloRigaView[] =>
  (tavoli.value()?.items ?? []).filter(t => t.chiusoIl === null);

/** Those and their sottogruppi, each after its tavolo: where incontri are called and roles are held. */
export const apertiConSottogruppi = (tavoli: ApiResource<Pagina<TavoloRigaView>>): readonly SottogruppoBreve[] =>
  aperti(tavoli).flatMap(t => [t, ...t.sottogruppi.filter(g => g.chiusoIl === null)]);

/** Addresses of the elenco dei rappresentanti. */
export const elencoPdf = (ambito: string, slug: string): string => `${base(ambito)}/${slug}/rappresentanti.pdf`;
export const elencoCsv = (ambito: string, slug: string): string => `${base(ambito)}/${slug}/rappresentanti.csv`;

/** Commands. Call in an injection context. */
export function tavoliCommands() {
  const api = inject(Api);
  return {
    crea: (ambito: string, input: NuovoTavoloInput, idempotencyKey: string) =>
      api.post<TavoloView>(base(ambito), input, { idempotencyKey }),
    modifica: (ambito: string, tavolo: Pick<TavoloView, 'slug' | 'version'>, input: TavoloInput) =>
      api.put<TavoloView>(`${base(ambito)}/${tavolo.slug}`, input, { version: tavolo.version }),
  };
}
