import { inject } from '@angular/core';
import { type CanActivateFn, Router } from '@angular/router';
import { fetchAmbiti } from './ambiti.api';

/** An installation with one ambito has no list to show: its address is the ambito's. If the API fails, the page says so itself. */
export const onlyAmbito: CanActivateFn = async () => {
  const router = inject(Router);
  const ambiti = await fetchAmbiti().catch(() => null);
  const only = ambiti?.items.length === 1 ? ambiti.items[0] : undefined;
  return only ? router.createUrlTree(['/', only.slug]) : true;
};
