import { computed, DestroyRef, effect, inject, untracked } from '@angular/core';

/** A writer who fell silent frees the part without a word: looked at again this often, while somebody else holds one. */
const GUARDA_MS = 20_000;

/** Reads again, now and then, as long as somebody else holds a part. To be called where things may be injected. */
export function guardaChiScrive(
  parti: () => readonly { readonly tenutaDa: { readonly tua: boolean } | null }[],
  rileggi: () => void,
): void {
  const altrui = computed(() => parti().some(({ tenutaDa }) => tenutaDa !== null && !tenutaDa.tua));
  let timer: ReturnType<typeof setInterval> | undefined;
  effect(() => {
    const held = altrui();
    clearInterval(timer);
    if (held) timer = setInterval(() => untracked(rileggi), GUARDA_MS);
  });
  inject(DestroyRef).onDestroy(() => clearInterval(timer));
}
