import type { Routes } from '@angular/router';

export const cruscottoRoutes: Routes = [
  { path: '', pathMatch: 'full', title: 'Cruscotto', loadComponent: () => import('./cruscotto-page').then(m => m.CruscottoPage) },
];
