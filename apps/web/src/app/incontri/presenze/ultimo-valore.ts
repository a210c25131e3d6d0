import { linkedSignal, type WritableSignal } from '@angular/core';
import type { ApiResource } from '../../api/api-resource';

/** Refusals that say that there is nothing to show any more; any other leaves the page as it is. */
const FINITO = [403, 404, 410];

/**
 * The last value read, which stays when reading it again fails: a page that is open goes on without network. `of` says of what it is, so
 * that nothing of another thing is ever shown. It may be set to something newer that the API has said meanwhile.
 */
export function ultimoValore<T>(resource: ApiResource<T>, of: () => string): WritableSignal<T | undefined> {
  return linkedSignal<{ of: string; value: T | undefined; finito: boolean }, T | undefined>({
    source: () => ({ of: of(), value: resource.value(), finito: FINITO.includes(resource.problem()?.status ?? 0) }),
    computation: (now, before) => now.value ?? (now.finito || before?.source.of !== now.of ? undefined : before.value),
  });
}
