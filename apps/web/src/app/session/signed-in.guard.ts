import { inject } from '@angular/core';
import { type CanActivateFn, Router } from '@angular/router';
import { SessionStore } from './session-store';

/** Personal pages: who is not signed in goes to sign in, and comes back here afterwards. */
export const signedIn: CanActivateFn = async (_route, state) => {
  const router = inject(Router);
  const { account } = await inject(SessionStore).load();
  return account ? true : router.createUrlTree(['/accedi'], { queryParams: { ritorno: state.url } });
};
