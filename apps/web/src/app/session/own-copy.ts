import { effect, inject, untracked } from '@angular/core';
import type { ApiResource } from '../api/api-resource';
import { SessionStore } from './session-store';

/**
 * A page made on the server holds what the public may see: once it is known that somebody is signed in, what concerns them is read.
 * Call in an injection context.
 */
export function ownCopy(resource: Pick<ApiResource<unknown>, 'reload'>): void {
  const session = inject(SessionStore);
  if (session.known()) return;
  let done = false;
  effect(() => {
    if (done || !session.signedIn()) return;
    done = true;
    untracked(() => resource.reload());
  });
}
