import { inject, linkedSignal, type Signal } from '@angular/core';
import { toSignal } from '@angular/core/rxjs-interop';
import { ActivatedRoute } from '@angular/router';

const SEGRETO = /^[A-Za-z0-9_-]{20,100}$/;

/** The secret of a mailed link, after `#`; '' when there is none. Kept when the fragment becomes something else, such as the target of a skip link. Call in an injection context. */
export function segretoDelLink(): Signal<string> {
  const fragment = toSignal(inject(ActivatedRoute).fragment);
  return linkedSignal<string | null | undefined, string>({
    source: fragment,
    computation: (now, before) => (now && SEGRETO.test(now) ? now : (before?.value ?? '')),
  }).asReadonly();
}
