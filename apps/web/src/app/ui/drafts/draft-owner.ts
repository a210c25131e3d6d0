import { InjectionToken } from '@angular/core';

/** Whose drafts this browser keeps now: the id of the account that is signed in; null for nobody. Known here by the application, which puts the session in. */
export const DRAFT_OWNER = new InjectionToken<() => string | null>('who writes here', { factory: () => () => null });
