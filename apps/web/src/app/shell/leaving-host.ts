import { Directive, effect, inject, ViewContainerRef } from '@angular/core';
import { Unsaved } from '../ui/forms/unsaved';

/** Puts the question before leaving here the first time it is asked. Loaded by hand: `@defer` would cost every page its runtime. */
@Directive({ selector: '[appLeavingHost]' })
export class LeavingHost {
  constructor() {
    const unsaved = inject(Unsaved);
    const here = inject(ViewContainerRef);
    effect(() => {
      if (unsaved.asked() === null || here.length > 0) return;
      void import('./leaving').then(({ LeavingQuestion }) => here.length === 0 && here.createComponent(LeavingQuestion));
    });
  }
}
