import { Directive, inject, ViewContainerRef } from '@angular/core';

/** Puts here who is signed in: a visitor never loads it. Loaded by hand: `@defer` would cost every page its runtime. */
@Directive({ selector: '[appAccountHost]' })
export class AccountHost {
  constructor() {
    const here = inject(ViewContainerRef);
    void import('./account-panel').then(({ AccountPanel }) => here.createComponent(AccountPanel));
  }
}
