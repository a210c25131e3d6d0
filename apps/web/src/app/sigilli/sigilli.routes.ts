import type { Routes } from '@angular/router';

export const sigilliRoutes: Routes = [
  { path: '', pathMatch: 'full', title: 'Sigilli del registro', loadComponent: () => import('./sigilli-page').then(m => m.SigilliPage) },
];
