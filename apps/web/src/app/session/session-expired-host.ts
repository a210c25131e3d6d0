import { Directive, effect, inject, ViewContainerRef } from '@angular/core';
import { SessionExpiry } from '../api/session-expiry';

/** Puts the "session expired" dialog here the first time it is needed. Loaded by hand: `@defer` would cost every page its runtime. */
@Directive({ selector: '[appSessionExpiredHost]' })
export class SessionExpiredHost {
  constructor() {
    const expiry = inject(SessionExpiry);
    const here = inject(ViewContainerRef);
    effect(() => {
      if (!expiry.expired() || here.length > 0) return;
      void import('./session-expired').then(({ SessionExpired }) => here.length === 0 && here.createComponent(SessionExpired));
    });
  }
}
