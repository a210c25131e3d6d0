import { computed, inject, linkedSignal, type Signal } from '@angular/core';
import { toSignal } from '@angular/core/rxjs-interop';
import { ActivatedRoute } from '@angular/router';

const ONE = /^[A-Za-z0-9_-]{20,100}$/;
/** One for each thing that is asked together, with dots between. */
const SOME = /^[A-Za-z0-9_-]{20,100}(?:\.[A-Za-z0-9_-]{20,100}){0,19}$/;

/**
 * The secret of the mailed link, which stands after `#` so that no server ever sees it in an address; '' when there is none, or when the
 * link was cut. Kept when the fragment becomes something else, such as the target of a skip link. Call in an injection context.
 */
export const mailedSecret = (): Signal<string> => fragmentLike(ONE);

/** The same of a link that asks several things at once: a secret for each; none when there is none. */
export function mailedSecrets(): Signal<readonly string[]> {
  const fragment = fragmentLike(SOME);
  return computed(() => (fragment() === '' ? [] : fragment().split('.')));
}

function fragmentLike(form: RegExp): Signal<string> {
  const fragment = toSignal(inject(ActivatedRoute).fragment);
  return linkedSignal<string | null | undefined, string>({
    source: fragment,
    computation: (now, before) => (now && form.test(now) ? now : (before?.value ?? '')),
  }).asReadonly();
}
