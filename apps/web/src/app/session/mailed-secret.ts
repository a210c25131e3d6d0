import { inject, linkedSignal, type Signal } from '@angular/core';
import { toSignal } from '@angular/core/rxjs-interop';
import { ActivatedRoute } from '@angular/router';

const SECRET = /^[A-Za-z0-9_-]{20,100}$/;

/**
 * The secret of the mailed link, which stands after `#` so that no server ever sees it in an address; '' when there is none, or when the
 * link was cut. Kept when the fragment becomes something else, such as the target of a skip link. Call in an injection context.
 */
export function mailedSecret(): Signal<string> {
  const fragment = toSignal(inject(ActivatedRoute).fragment);
  return linkedSignal<string | null | undefined, string>({
    source: fragment,
    computation: (now, before) => (now && SECRET.test(now) ? now : (before?.value ?? '')),
  }).asReadonly();
}
