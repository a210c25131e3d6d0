import type { Routes } from '@angular/router';

export const areaProtocolliRoutes: Routes = [
  { path: '', title: 'Da protocollare', loadComponent: () => import('./da-protocollare-page').then(m => m.DaProtocollarePage) },
];
